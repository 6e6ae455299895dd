import { describe, expect, it } from "vitest";
import { detect } from "../detect.ts";
import type { Finding } from "../model.ts";
import type { TaggedSpan } from "../tagged-span.ts";

/** What the tagger takes for people: every place of these words. */
const seeing =
  (...names: string[]) =>
  (plain: string): TaggedSpan[] =>
    names
      .flatMap((name) => [...plain.matchAll(new RegExp(`(?<!\\w)${name}(?!\\w)`, "g"))])
      .map(({ index, 0: name }) => ({
        start: index,
        end: index + name.length,
        type: "PERSON" as const,
        score: 0.9,
      }))
      .sort((a, b) => a.start - b.start);

function peopleOf(texts: readonly string[], ...names: string[]): Finding[] {
  const documents = texts.map((text, i) => ({
    id: `d${i}`,
    name: `d${i}`,
    pages: [{ page: 1, text }],
  }));
  const found = detect(documents, names.length > 0 ? { tagger: seeing(...names) } : {});
  return [...found.values()].flat().filter(({ category }) => category === "person");
}

/** The places of each person. */
function groups(texts: readonly string[], ...names: string[]): string[][] {
  const byGroup = new Map<string, string[]>();
  for (const f of peopleOf(texts, ...names))
    byGroup.set(f.group, [...(byGroup.get(f.group) ?? []), f.text]);
  return [...byGroup.values()];
}

describe("one person spelt otherwise", () => {
  it("given names and surnames that sound alike", () => {
    expect(
      groups(["Bryony Mahmood met Declan Foss.", "Mrs Mahmud rang. Mr Foss left."]),
    ).toContainEqual(["Bryony Mahmood", "Mrs Mahmud"]);
    expect(groups(["Kaydon Foss slept.", "Kayden woke."])).toContainEqual([
      "Kaydon Foss",
      "Kayden",
    ]);
    expect(groups(["Shanelle Foss slept.", "Shanel woke."])).toContainEqual([
      "Shanelle Foss",
      "Shanel",
    ]);
  });
  it("not where a name of that spelling is somebody's, nor for another sex, nor a short name", () => {
    const two = groups(["Kaydon Foss slept. Kayden Rudd woke.", "Kayden rose."]);
    expect(two).toContainEqual(["Kayden Rudd", "Kayden"]);
    expect(groups(["Joanne Foss slept.", "Joan woke."])).toContainEqual(["Joan"]);
    expect(groups(["Anisa Rashid came.", "Mr Rasheed rang."])).toContainEqual(["Mr Rasheed"]);
    expect(groups(["PC Anil Rashid came.", "Mr Rasheed rang."])).toContainEqual(["Mr Rasheed"]);
  });
  it("letters of two given names, and of a letter and a surname", () => {
    expect(groups(["Cody-James Ostler ran. CJ was found."])).toEqual([["Cody-James Ostler", "CJ"]]);
    expect(groups(["Dr V Tolland wrote. VT rang."])).toEqual([["Dr V Tolland", "VT"]]);
  });
  it("a double surname without its hyphen, and short forms of given names", () => {
    expect(groups(["Ralph Dunn-Fisher came. Mr Dunn Fisher left."])).toEqual([
      ["Ralph Dunn-Fisher", "Mr Dunn Fisher"],
    ]);
    expect(groups(["Casey-Lee Roper came. Casey left."])).toEqual([["Casey-Lee Roper", "Casey"]]);
    expect(groups(["Maddox Roper ran. Mad-Mad hid."], "Maddox Roper", "Mad-Mad")).toEqual([
      ["Maddox Roper", "Mad-Mad"],
    ]);
  });
});

describe("what the text says of other names", () => {
  it("one after another, in brackets and behind a comma", () => {
    const text = "Carly-Jo Venn (CV), née Tranter, came. Ms Tranter rang. CV left.";
    expect(groups([text])).toEqual([["Carly-Jo Venn", "CV", "Tranter", "Ms Tranter", "CV"]]);
    const two = "Petra Vance (also known as Petra Loy and Dot) came. Dot left.";
    expect(groups([two], "Petra Vance", "Petra Loy", "Dot")[0]).toEqual([
      "Petra Vance",
      "Petra Loy",
      "Dot",
      "Dot",
    ]);
  });
  it("on a form's own line", () => {
    const form = "Name:\tCarly-Jo Venn\nMaiden name:\tTranter\nKnown as:\tCass\n";
    expect(groups([form, "Ms Tranter rang. Cass left."], "Cass")).toEqual([
      ["Carly-Jo Venn", "Tranter", "Cass", "Ms Tranter", "Cass"],
    ]);
  });
  it("a maiden name is not the one of her mother's “Mrs”", () => {
    const text = "Carly Venn, née Tranter, came with Olive Tranter. Mrs Tranter spoke.";
    expect(groups([text])).toContainEqual(["Olive Tranter", "Mrs Tranter"]);
  });
  it("a baby is nobody who is called “Ms”", () => {
    const text = "Ms Magdalena Foss was well; the baby, Lena, cried.";
    expect(groups([text])).toContainEqual(["Lena"]);
  });
});

describe("whose name it is", () => {
  it("one that the tagger sees whole is not his who bears half of it", () => {
    const texts = ["Ella Dorney-Blunt left. From: Wanda Blunt\nMr T Blunt rang. Nai Dorney came."];
    const found = groups(texts, "Ella Dorney-Blunt", "Wanda Blunt", "Mr T Blunt", "Nai Dorney");
    for (const name of ["Ella Dorney-Blunt", "Wanda Blunt", "Mr T Blunt", "Nai Dorney"])
      expect(found).toContainEqual([name]);
  });
  it("somebody spoken to, with a comma, is no surname", () => {
    const text = "Gavin, Tessa's asleep.\nGavin, Tessa rang.\nTHORPE, Tessa\nThorpe, Tessa\n";
    const found = peopleOf([text]).map((f) => f.text);
    expect(found).toEqual(["Gavin", "Tessa", "Gavin", "Tessa", "THORPE, Tessa", "Thorpe, Tessa"]);
  });
  it("what a child calls a parent is nobody's name, nor is the word before a maiden one", () => {
    const text = "Tess Venn slept. Mammy said that she was tired. Gina Venn, née Tranter, left.";
    expect(peopleOf([text], "née Tranter").map((f) => f.text)).toEqual([
      "Tess Venn",
      "Gina Venn",
      "Tranter",
    ]);
  });
  it("what is called so in Welsh is a place, whatever the tagger says", () => {
    const text = "He came to Ty Mawr and to Llyn Teifi.";
    const names = ["Ty Mawr", "Llyn Teifi"];
    expect(peopleOf([text], ...names)).toEqual([]);
    expect(peopleOf(["Ty Robinson rang."], "Ty Robinson")).toHaveLength(1);
    const found = detect([{ id: "d", name: "d", pages: [{ page: 1, text }] }], {
      tagger: seeing(...names),
    });
    expect(found.get("d")!.map((f) => `${f.category}: ${f.text}`)).toContain("place: Llyn Teifi");
  });
  it("in capitals what somebody does is no name", () => {
    const text =
      "KIERAN TAKEN TO WARD. PC SHARMA SUBMITTED FORM. KIERAN DESAI FELL. KIERAN SPOKEN TO.";
    const found = peopleOf([text], "KIERAN DESAI FELL", "PC SHARMA").map((f) => f.text);
    expect(found).toEqual(["KIERAN", "PC SHARMA", "KIERAN DESAI", "KIERAN"]);
  });
  it("a name that ends a field and the same name in the next line are two places", () => {
    const text = "Name:\tTyler-James Odell\tKnown as:\tTyler\nTyler ran.";
    const tagger = (plain: string): TaggedSpan[] => [
      {
        start: plain.lastIndexOf("Tyler\nTyler"),
        end: plain.length - 5,
        type: "PERSON",
        score: 0.9,
      },
    ];
    const found = detect([{ id: "d", name: "d", pages: [{ page: 1, text }] }], { tagger });
    expect(found.get("d")!.map((f) => f.text)).toEqual(["Tyler-James Odell", "Tyler", "Tyler"]);
  });
});
