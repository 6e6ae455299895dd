import { describe, expect, it } from "vitest";
import { assert as holds, property, string } from "fast-check";
import { createDetector, detect } from "./detect.ts";
import { suggestionId } from "./suggestion-id.ts";
import { briefly, findingsOf } from "./testing.ts";

describe("lists of the case", () => {
  it("never suggests what is allowed, with or without title and possessive", () => {
    const text = "Dr Helen Marsh wrote it. Helen Marsh's view. Paul Oakes agreed.";
    expect(briefly(text, { allow: ["Helen Marsh"] })).toEqual(["person: Paul Oakes"]);
  });
  it("always suggests what is denied: exactly, misspelt, by pattern", () => {
    const deny = [
      { text: "the blue gate" },
      { text: "Thornbury", fuzzy: true },
      { text: "XQ-[0-9]{2}", pattern: true },
    ];
    expect(
      briefly("past The Blue Gate to thornbery with xq-17", { deny }).filter((f) =>
        f.startsWith("deny"),
      ),
    ).toEqual(["deny-list: The Blue Gate", "deny-list: thornbery", "deny-list: xq-17"]);
  });
  it("a pattern made to run away does not", () => {
    const started = performance.now();
    briefly(`${"a".repeat(5000)}!`, { deny: [{ text: "(a+)+$", pattern: true }] });
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe("organisations and places", () => {
  it("gives one label to an organisation and its short name", () => {
    const found = findingsOf("He went to Oakfield Primary School. At Oakfield he was happy.");
    expect(found.map((f) => [f.text, f.label])).toEqual([
      ["Oakfield Primary School", "School 1"],
      ["Oakfield", "School 1"],
    ]);
  });
  it("leaves general bodies alone and asks about the authority", () => {
    expect(briefly("Children's Services and the Primary School met the Police.")).toEqual([]);
    const [council] = findingsOf("It was Wexcombe Borough Council who decided.");
    expect(council?.tier).toBe("check");
  });
  it.each([
    ["They bide at 3/2, 19 Shore Wynd now.", "address: 3/2, 19 Shore Wynd"],
    ["She lives at 27 Tullycross Pk, BT99 1AB now.", "address: 27 Tullycross Pk, BT99 1AB"],
  ])("knows a flat by its floor and a park in short: %s", (text, address) => {
    expect(briefly(text)).toContain(address);
  });
  it("takes no house number from a clock", () => {
    const log = "02:40 VEH ON DRIVE VRM NOT KNOWN. SEEN BY POLICE AT SCENE.";
    expect(briefly(log).filter((one) => one.startsWith("address"))).toEqual([]);
  });
  it("covers an address whole", () => {
    expect(briefly("They lived at Flat 2, 14 Acacia Road, Todmorden LS8 2QT until then")).toEqual([
      "address: Flat 2, 14 Acacia Road, Todmorden LS8 2QT",
    ]);
  });
});

describe("labels of places", () => {
  it.each([
    ["They lived at 14 Beck Lane then.", "14 Beck Lane", "home address"],
    ["He was seen on Tram Street then.", "Tram Street", "a local road"],
    ["She moved to County Kerry then.", "County Kerry", "Place 1"],
  ])("%s", (text, span, label) => {
    expect(findingsOf(text).find((f) => f.text === span)?.label).toBe(label);
  });
  it.each([
    "The Virtual School sent a plan.",
    "Bruising in Non-Mobile Infants is grave.",
    "A course on Trauma-Informed Practice was held.",
  ])("none is named in %j", (text) => {
    expect(briefly(text).filter((one) => /^(?:school|health|org|place)/.test(one))).toEqual([]);
  });
});

describe("numbers of paragraphs", () => {
  it("are no part of a suggestion", () => {
    const text =
      "1.12 Letters were sent to both parents.\n1.13 Maureen Oakley was seen at home.\n6.20 The panel considered it.\n";
    const numbers = findingsOf(text).filter((f) => /^\d/.test(f.text));
    expect(numbers.map((f) => f.text)).toEqual([]);
    expect(findingsOf(text).map((f) => f.text)).toContain("Maureen Oakley");
  });
});

describe("residual sweep and explicit passages", () => {
  it("lists what nothing explains, for a look", () => {
    const found = findingsOf("They spoke of Zorblatt and of 83719264 again.");
    expect(found.map((f) => [f.text, f.category, f.tier])).toEqual([
      ["Zorblatt", "unexplained", "check"],
      ["83719264", "unexplained", "check"],
    ]);
  });
  it("flags an explicit sentence", () => {
    const found = findingsOf("She was shy. He made her watch him masturbate. Then they ate.");
    expect(found.filter((f) => f.category === "explicit").map((f) => f.text)).toEqual([
      "He made her watch him masturbate.",
    ]);
  });
});

describe("the run", () => {
  it("streams what a document alone tells, then answers in the order given", () => {
    const run = createDetector();
    const first = run.add({ id: "x", name: "x", pages: [{ page: 3, text: "on 3 May 2009" }] });
    expect(first.map((f) => [f.page, f.text])).toEqual([[3, "3 May 2009"]]);
    run.add({ id: "y", name: "y", pages: [] });
    expect([...run.finish().keys()]).toEqual(["x", "y"]);
  });
  it("gives the same ids on a re-run, and no two alike on a page", () => {
    const text = "Sarah Jones, 07700 900123, met Sarah at Oakfield Primary School on 3 May 2009.";
    const ids = findingsOf(text).map(suggestionId);
    expect(findingsOf(text).map(suggestionId)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
  it("never overlaps, never leaves the text, always tells why", () => {
    holds(
      property(string({ unit: "binary", maxLength: 300 }), (noise) => {
        const text = `Sarah Jones ${noise} on 3 May 2009 ${noise} Mr O\u2019Neil, LS8 2QT`;
        let end = 0;
        const found = findingsOf(text);
        expect(found.length).toBeGreaterThan(0);
        for (const f of found) {
          expect(f.text).toBe(text.slice(f.start, f.end));
          expect(f.why.length).toBeGreaterThan(3);
          if (f.category === "explicit") continue;
          expect(f.start).toBeGreaterThanOrEqual(end);
          end = f.end;
        }
      }),
      { numRuns: 60 },
    );
  });
  it.each([
    ["nothing", ""],
    ["blank", " \n\n\t "],
    ["one endless word", "A".repeat(200_000)],
    ["endless digits", "1234567890".repeat(20_000)],
    ["capitals without end", "Sarah Jones ".repeat(20_000)],
    ["dots", "a.".repeat(100_000)],
    ["at signs", "a@".repeat(100_000)],
    ["no spaces", "SarahJonesmetDrKhanon3May2009".repeat(5_000)],
    ["commas and capitals", "A, ".repeat(70_000)],
    ["zero-width", "\u200B".repeat(200_000)],
    ["accents", "e\u0301".repeat(100_000)],
    ["another script", "\u0421\u0430\u0440\u0430 \u0437\u0434\u0435\u0441\u044C. ".repeat(10_000)],
    ["hyphens", "Anna-".repeat(40_000)],
    ["apostrophes", "O'".repeat(100_000)],
    ["numbers and slashes", "12/".repeat(70_000)],
    ["brackets", "school (".repeat(25_000)],
  ])("%s neither crashes nor stalls it", (_, text) => {
    const started = performance.now();
    detect([{ id: "d", name: "d", pages: [{ page: 1, text }] }]);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
