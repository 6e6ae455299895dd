import { describe, expect, it } from "vitest";
import { detect } from "../../detect.ts";
import type { Finding } from "../../model.ts";
import type { TagType, TaggedSpan } from "../../tagged-span.ts";

/** A tagger that sees the words it is told, wherever they stand. */
const seeing =
  (words: Readonly<Record<string, readonly [TagType, number]>>) =>
  (text: string): TaggedSpan[] =>
    Object.entries(words)
      .flatMap(([word, [type, score]]) =>
        [...text.matchAll(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "gu"))].map((match) => ({
          start: match.index,
          end: match.index + match[0].length,
          type,
          score,
        })),
      )
      .sort((a, b) => a.start - b.start);

const found = (text: string, words: Parameters<typeof seeing>[0] = {}): readonly Finding[] =>
  detect([{ id: "d", name: "d", pages: [{ page: 1, text }] }], { tagger: seeing(words) }).get("d")!;
const tiers = (findings: readonly Finding[], text: string): string[] =>
  findings.filter((f) => f.text === text).map((f) => `${f.category} ${f.tier}`);

describe("what the places of a person say of one of them", () => {
  it("suggests a word that is a name of the case where a deed is told and the tagger agrees a little", () => {
    const text =
      "The worker was Hope Adeyemi. She came on Friday. Hope said that she had hope. There was no hope.";
    const findings = found(text, { Hope: ["PERSON", 0.2] });
    expect(tiers(findings, "Hope")).toEqual(["person suggested"]);
  });
  it("leaves it for a look where the tagger sees nobody", () => {
    const text = "The worker was Hope Adeyemi. She came on Friday. Hope said that she had hope.";
    expect(tiers(found(text, { Adeyemi: ["PERSON", 0.9] }), "Hope")).not.toContain(
      "person suggested",
    );
  });
  it("takes a surname in capitals with an initial for one name", () => {
    const findings = found("Subscriber check shows\nTOLMAN S\nJoan Tolman will collect.");
    expect(findings.some((f) => f.text === "TOLMAN S" && f.category === "person")).toBe(true);
  });
  it("joins what the tagger adds to a known name", () => {
    const text = "Det Supt Robert Kinsella chaired. The next was Det Supt Robert\nKinsella again.";
    const people = found(text, { "Det Supt Robert\\s+Kinsella": ["PERSON", 0.9] }).filter(
      (f) => f.category === "person",
    );
    expect(people.map((f) => f.text.replace("\n", " "))).toEqual([
      "Det Supt Robert Kinsella",
      "Det Supt Robert Kinsella",
    ]);
    expect(new Set(people.map((f) => f.group)).size).toBe(1);
  });
  it("makes no person of a date, whatever the tagger's certainty of the date", () => {
    const text = "The plan was agreed in September. A home visit on a Sunday followed.";
    const findings = found(text, { September: ["DATETIME", 1], Sunday: ["DATETIME", 1] });
    expect(findings.some((f) => f.category === "person")).toBe(false);
  });
  it("knows names in small letters that lost their apostrophe", () => {
    const text =
      "met kian and his mum. kians mum was out. seen at donnas today. donna let us in. ok.";
    const people = found(text, { kian: ["PERSON", 0.9], donna: ["PERSON", 0.9] })
      .filter((f) => f.category === "person")
      .map((f) => f.text);
    expect(people).toContain("kians");
    expect(people).toContain("donnas");
  });
});

describe("a word that a case uses as a place", () => {
  const text =
    "The family moved to Penmarrow. In Penmarrow they were known. Penmarrow Borough Council held the file, and the nurse asked Penmarrow for it.";
  it("is a place everywhere, though the tagger takes it for a person once", () => {
    const starts = [...text.matchAll(/Penmarrow/g)].map((match) => match.index);
    const findings = detect([{ id: "d", name: "d", pages: [{ page: 1, text }] }], {
      tagger: () =>
        starts.map((start, i) => ({
          start,
          end: start + 9,
          type: i < 3 ? "LOC" : "PERSON",
          score: 0.9,
        })),
    }).get("d")!;
    expect(findings.filter((f) => f.category === "person")).toEqual([]);
    expect(tiers(findings, "Penmarrow")).toContain("place suggested");
  });
  it("is a person where a deed is told of them", () => {
    const other = `${text} Penmarrow said no. Mr Penmarrow left.`;
    expect(found(other).some((f) => f.category === "person" && /Penmarrow/.test(f.text))).toBe(
      true,
    );
  });
});

describe("labels of several mothers", () => {
  it("gives the plain one to the mother that the text is about", () => {
    const text = `His mother, Kelly Marsh, came. ${"Kelly Marsh rang again. ".repeat(3)}Ella's mother, Rhiannon Hughes, did not.`;
    const labels = new Map(found(text).map((f) => [f.groupName, f.label]));
    expect(labels.get("Kelly Marsh")).toBe("Mother");
    expect(labels.get("Rhiannon Hughes")).toBe("Mother 2");
  });
  it("numbers them where neither comes first", () => {
    const text = "His mother, Kelly Marsh, came. Ella's mother, Rhiannon Hughes, did not.";
    const labels = new Map(found(text).map((f) => [f.groupName, f.label]));
    expect([labels.get("Kelly Marsh"), labels.get("Rhiannon Hughes")]).toEqual([
      "Mother 1",
      "Mother 2",
    ]);
  });
});
