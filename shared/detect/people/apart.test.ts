import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing.ts";
import type { TaggedSpan } from "../tagged-span.ts";

/** Places of people by who is meant: "Chloe B+Chloe". */
function people(text: string, ...seen: string[]): string[] {
  const tagger = (whole: string): TaggedSpan[] =>
    seen.map((name) => {
      const start = whole.indexOf(name);
      return { start, end: start + name.length, type: "PERSON", score: 0.99 };
    });
  const groups = new Map<string, string[]>();
  for (const f of findingsOf(text, seen.length > 0 ? { tagger } : {}))
    if (f.category === "person")
      groups.set(f.group, [...(groups.get(f.group) ?? []), f.text.replace(/\s+/g, " ")]);
  return [...groups.values()].map((all) => all.join("+"));
}
const label = (text: string, name: string): string | undefined =>
  findingsOf(text).find((f) => f.text === name)?.label;

describe("whom a family calls granny", () => {
  it("is not the child who bears the same surname", () => {
    const text = "Eilidh Hartlow was seen. Granny Hartlow has care of her. Eilidh drew.";
    expect(people(text, "Eilidh Hartlow", "Granny Hartlow")).toEqual([
      "Eilidh Hartlow+Eilidh",
      "Granny Hartlow",
    ]);
  });
});

describe("a name made of ordinary words", () => {
  it("is somebody's at the head of a line, where the tagger is certain of it", () => {
    const text = "Crystal Sparrow b. 1991 (mother)\nRuby Sparrow b. 2013\nCrystal rang.";
    expect(people(text, "Crystal Sparrow", "Ruby Sparrow")).toEqual([
      "Crystal Sparrow+Crystal",
      "Ruby Sparrow",
    ]);
  });
});

describe("who is one person and who are two", () => {
  it.each([
    [
      "Chloe B is quiet. Chloe likes drawing. Later Chloe M hit her. Chloe M's mum came.",
      ["Chloe B+Chloe", "Chloe M+Chloe M"],
    ],
    [
      "Lacey Tindall, aged 4, was seen. Mrs Tindall brought her. She told Lacey so.",
      ["Lacey Tindall+Lacey", "Mrs Tindall"],
    ],
    ["JOANNE PIPER STATES THAT LEE PIPER HIT HER.", ["JOANNE PIPER", "LEE PIPER"]],
    [
      "Kayleigh Whitelock, aged 4, fell. Sandra Whitlock came. Mrs Whitelock rang.",
      ["Kayleigh Whitelock", "Sandra Whitlock", "Mrs Whitelock"],
    ],
    ["KAYDEN OATES SAYS KAYDEN HIDES FOOD.", ["KAYDEN OATES+KAYDEN"]],
    ["THEN DR ANWAR SEES JADE OATES.", ["DR ANWAR", "JADE OATES"]],
    [
      "On 9 May 2018 we saw Ottoline Farr (d.o.b. 22.11.2004). Lady Farr came.",
      ["Ottoline Farr", "Lady Farr"],
    ],
    [
      "On 9 May 2018 we saw Ottilie Farr (d.o.b. 22.11.1984). Mrs Farr came.",
      ["Ottilie Farr+Mrs Farr"],
    ],
    ["They saw Tran Van Minh. Minh ran. Mr Tran hid.", ["Tran Van Minh+Minh+Mr Tran"]],
    ["We asked Siobhan Kearney. Then Siobahn wept.", ["Siobhan Kearney+Siobahn"]],
    ["They saw Sivakumar Nadarajah. N. Sivakumar signed.", ["Sivakumar Nadarajah+N. Sivakumar"]],
    ["They met Md. Abdul Karim. Abdul Karim left.", ["Md. Abdul Karim+Abdul Karim"]],
    [
      "They met Abd al-Rahman ibn Yusuf and Omar el-Haddad.",
      ["Abd al-Rahman ibn Yusuf", "Omar el-Haddad"],
    ],
    [
      "Callum Reed now lives as Cara Reed. Cara wept. Callum is on the file.",
      ["Callum Reed+Cara Reed+Cara+Callum"],
    ],
    ["They wrote to Mrs Olive Clarke NPQH. O. Clarke signed.", ["Mrs Olive Clarke+O. Clarke"]],
    ["He met Rev'd Simon Pole. Father Simon left.", ["Rev'd Simon Pole+Father Simon"]],
    ["The lady is called Mandy I think.", ["Mandy"]],
    [
      "They met Chen Wei Ling. Wei Ling spoke. Mrs Chen cried. Ling left.",
      ["Chen Wei Ling+Wei Ling+Mrs Chen+Ling"],
    ],
    ["We saw Nguyen Thi Hoa. Ms Nguyen left.", ["Nguyen Thi Hoa+Ms Nguyen"]],
    ["Najib came. Later Najibullah Stanikzai signed.", ["Najib+Najibullah Stanikzai"]],
    ["We saw Ma\u0142gorzata Nowak. Gosia wept.", ["Ma\u0142gorzata Nowak+Gosia"]],
    ["Okafor C. (Mr) came. Mr Okafor left.", ["Okafor+Mr Okafor"]],
    ["Hi Rory, come. Rory came.", ["Rory+Rory"]],
  ])("%s", (text, wanted) => {
    expect(people(text)).toEqual(wanted);
  });
  it.each([
    "The Named Doctor\nBy the age of three she was ill.",
    "The Detective Superintendent, the Assistant Director and others agreed.",
  ])("nobody is named in %j", (text) => {
    expect(people(text)).toEqual([]);
  });
  it("takes two sentences apart that the tagger runs together", () => {
    expect(people("It was Cara Reed. Cara wept.", "Cara Reed. Cara")).toEqual(["Cara Reed+Cara"]);
    expect(people("They are not kin. Mhairi left.", "kin. Mhairi")).toEqual(["Mhairi"]);
    const keeva = people("It is Caoimhe (pron. Keeva), no?", "Caoimhe", "pron. Keeva");
    expect(keeva).toEqual(["Caoimhe+Keeva"]);
    expect(people("We met Insp. Mole there.", "Insp. Mole")).toEqual(["Insp. Mole"]);
  });
});

describe("the part somebody plays", () => {
  it("is read out of a family's table, in either order of its columns", () => {
    const after = "Name\tRole\nPaula Venn\tMother\nRicky Venn\tFather\n";
    expect(label(after, "Paula Venn")).toBe("Mother");
    expect(label(after, "Ricky Venn")).toBe("Father");
    const before = "Who\tName\tBorn\nMother\tPaula Venn\t1990\nFather\tRicky Venn\t1988\n";
    expect(label(before, "Paula Venn")).toBe("Mother");
    expect(label(before, "Ricky Venn")).toBe("Father");
  });
  it("is told in whole words", () => {
    const told = findingsOf("Her maternal aunt, Ruth Venn, came.").find(
      (f) => f.text === "Ruth Venn",
    );
    expect([told?.label, told?.why]).toEqual(["MA 1", expect.stringContaining("maternal aunt")]);
  });
  it("is kin before a trade that a sentence tells of them", () => {
    const text = "Delroy Pinnock (father) came. Delroy Pinnock, a drum teacher, left.";
    expect(label(text, "Delroy Pinnock")).toBe("Father");
  });
  it("is no cell beside the end of a sentence", () => {
    expect(
      label("1.2 | Brief all staff and tell Ruth Venn | Head of Service | A", "Ruth Venn"),
    ).toBe("Person 1");
    expect(label("Ruth Venn | Head of Service | A", "Ruth Venn")).toBe("Senior Manager 1");
  });
  it("is not the agency's whose report begins with them", () => {
    expect(label("Social worker: Ewa wants to go home.", "Ewa")).toBe("Person 1");
    expect(label("Social worker: Ewa Sikora\n", "Ewa Sikora")).toBe("Social Worker 1");
  });
});
