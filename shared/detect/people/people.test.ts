import { describe, expect, it } from "vitest";
import { detect } from "../detect.ts";
import type { PersonId } from "../../model/ids.ts";
import { findingsOf } from "../testing.ts";
import { automaton } from "./linking/automaton.ts";
import { misspellingIndex, oneEdit } from "./register/misspelt.ts";

const people = (text: string) => findingsOf(text).filter((f) => f.category === "person");
const groupOf = (text: string, name: string): string[] =>
  people(text)
    .filter((f) => f.groupName === name)
    .map((f) => f.text);

describe("people, not strings", () => {
  it("ties every form of a name to one person", () => {
    const text =
      "Sarah-Jane Whitlock met the worker. Sarah smiled. Ms Whitlock left; S. Whitlock signed. " +
      "SARAH-JANE WHITLOCK is on the list. Whitlock's flat was cold. Later Sarah-\nJane rang.";
    expect(groupOf(text, "Sarah-Jane Whitlock")).toEqual([
      "Sarah-Jane Whitlock",
      "Sarah",
      "Ms Whitlock",
      "S. Whitlock",
      "SARAH-JANE WHITLOCK",
      "Whitlock",
      "Sarah-\nJane",
    ]);
  });
  it("finds O'Sullivan with any apostrophe and a name broken over a line", () => {
    const text =
      "Maeve O'Sullivan came. O\u2019Sullivan spoke. Mrs O\u02BCSullivan wrote. Then O'Sul\u00AD\nlivan left.";
    expect(new Set(people(text).map((f) => f.group)).size).toBe(1);
    expect(people(text)).toHaveLength(4);
  });
  it("takes it so after a title and within a sentence, though the given name is a word", () => {
    expect(groupOf("She met Col. Peter Thorne. Ann Thorne left.", "Col. Peter Thorne")).toEqual([
      "Col. Peter Thorne",
    ]);
    expect(people("They told Mark Selby so.").map((f) => f.text)).toEqual(["Mark Selby"]);
  });
  it("ends a name before the initials that end a sentence", () => {
    const text = "He signs himself J.H. Kirsty Hartnoll rang him. J.R. Hartley wrote.";
    const texts = people(text).map((f) => f.text);
    expect(texts).toContain("Kirsty Hartnoll");
    expect(texts).toContain("J.R. Hartley");
  });
  it("takes a town's name after a given name for a surname, and after a preposition for a town", () => {
    const text = "Ruth Tansley rang Mia Derby. She moved from Leeds to Derby. Ms Tansley was told.";
    expect(groupOf(text, "Ruth Tansley")).toEqual(["Ruth Tansley", "Ms Tansley"]);
    expect(groupOf(text, "Mia Derby")[0]).toBe("Mia Derby");
    const places = findingsOf(text).filter((f) => f.category === "place");
    expect(places.map((f) => f.text)).toContain("Leeds");
    expect(
      findingsOf(text)
        .map((f) => text.slice(f.start, f.end))
        .lastIndexOf("Derby"),
    ).toBeGreaterThan(0);
  });
  it("finds a name broken in a table's cell whole, its middle name at the line's end", () => {
    const text =
      "Name\tPart\n\nCaleb James\nWhitlock\tSubject\n\nNoah Whitlock\tBrother\n\nCaleb James Whitlock died.";
    expect(groupOf(text, "Caleb James Whitlock")).toEqual([
      "Caleb James\nWhitlock",
      "Caleb James Whitlock",
    ]);
  });
  it("takes a middle name for no surname", () => {
    const text =
      "Caleb James Whitlock lived there. Caleb James\t12\nCaleb was seen. Caleb Whitlock slept.";
    expect(groupOf(text, "Caleb James Whitlock")).toEqual([
      "Caleb James Whitlock",
      "Caleb James",
      "Caleb",
      "Caleb Whitlock",
    ]);
  });
  it("reads a part beside a name, and none out of the cell of a table", () => {
    const label = (text: string, name: string) => people(text).find((f) => f.text === name)?.label;
    expect(
      label("Agency\tEvent\n\nGP\tRuth Whitlock was seen with her son.", "Ruth Whitlock"),
    ).toBe("Person 1");
    expect(label("Name\tPart\n\nRuth Whitlock\tMother\t31", "Ruth Whitlock")).toBe("Mother");
  });
  it("learns aliases from the text", () => {
    const text =
      "Kelly-Anne Whitlock (KW) was seen. KW was tired. Her partner Darren Pike, known as Taz, was not. Taz left. Joan Ellis (née Barnes) came; Joan Barnes signed.";
    expect(groupOf(text, "Kelly-Anne Whitlock")).toEqual(["Kelly-Anne Whitlock", "KW", "KW"]);
    expect(groupOf(text, "Darren Pike")).toContain("Taz");
    expect(groupOf(text, "Joan Ellis")).toContain("Joan Barnes");
  });
  it("knows British short forms and one letter wrong", () => {
    const text =
      "Elizabeth Farrow rang. Lizzie was upset. Mrs Farow was not told. Katherine Osgood knows Kath.";
    expect(groupOf(text, "Elizabeth Farrow")).toEqual(["Elizabeth Farrow", "Lizzie", "Mrs Farow"]);
    expect(groupOf(text, "Katherine Osgood")).toContain("Kath");
  });
  it("queues names that are ordinary words, and leaves the words alone", () => {
    const text =
      "Her name is Grace Whitlock. The nurse asked Grace to come. Grace said no. We ask for grace. Will he come? Mark the page.";
    const graces = people(text).filter((f) => f.text === "Grace");
    expect(graces).toHaveLength(2);
    expect(graces.every((f) => f.tier === "check")).toBe(true);
    expect(people(text).some((f) => /^(?:Will|Mark)$/.test(f.text))).toBe(false);
  });
  it("keeps two people with one surname apart and says so", () => {
    const text = "Sarah Jones met Daniel Jones. Mr Jones shouted. Jones left.";
    const found = people(text);
    expect(found[0]!.group).not.toBe(found[1]!.group);
    expect(found[2]!.groupName).toBe("Daniel Jones");
    expect(found[3]!.why).toContain("could also mean");
    expect(found[3]!.label).toBeUndefined();
  });
  it("links over all documents, and learns from file names and bookmarks", () => {
    const found = detect([
      { id: "a", name: "a", pages: [{ page: 1, text: "Oluwaseun Bakare was visited." }] },
      { id: "b", name: "b", pages: [{ page: 1, text: "the notes of bakare and Mr Bakare" }] },
      {
        id: "c",
        name: "c",
        hidden: ["Interview with Zbyszek Wrona"],
        pages: [{ page: 1, text: "Wrona was calm." }],
      },
    ]);
    expect(found.get("b")!.map((f) => f.group)).toContain(found.get("a")![0]!.group);
    expect(found.get("c")!.some((f) => f.text === "Wrona" && f.groupName.includes("Wrona"))).toBe(
      true,
    );
  });
  it("uses the register of the case", () => {
    const known = [{ id: "p1" as PersonId, names: ["Ms Ada Lovel", "Bunty"], label: "Mother" }];
    const found = findingsOf("Bunty came, then Ada; Lovel signed.", { known });
    expect(found.map((f) => [f.text, f.group, f.label])).toEqual([
      ["Bunty", "person:p1", "Mother"],
      ["Ada", "person:p1", "Mother"],
      ["Lovel", "person:p1", "Mother"],
    ]);
  });
});

describe("roles and labels", () => {
  const text =
    "Aaron Beckett (4) lives with his mother, Carol Beckett. His maternal grandmother, Dora Finch, helps. " +
    "Social worker Priya Nair and health visitor Joan Tuck came; social worker Leon Marsh did not.";
  const label = (name: string) => people(text).find((f) => f.groupName === name)?.label;
  it("proposes labels from kinship and work, one a person", () => {
    expect(label("Carol Beckett")).toBe("Mother");
    expect(label("Dora Finch")).toBe("MGM");
    expect(label("Priya Nair")).toBe("Social Worker 1");
    expect(label("Leon Marsh")).toBe("Social Worker 2");
    expect(label("Joan Tuck")).toBe("Health Visitor 1");
  });
  it("reads work over a line end, behind one more word, and from titles of two words", () => {
    const many =
      "Report author: Petra Wain\n\nGrace Mbeki, a family support\nworker, came. Anjali Bose, a Hindu nurse of " +
      "long standing, rang. Staff Nurse Lewis Garstang wrote it down. Det Supt Robert Kinsey agreed. " +
      "The school secretary, June Prosser, took the call.\n\nNorman Ashdale\tHead of Safeguarding";
    const labels = new Map(people(many).map((f) => [f.groupName, f.label]));
    expect(Object.fromEntries(labels)).toMatchObject({
      "Petra Wain": "Author 1",
      "Grace Mbeki": "Family Support Worker 1",
      "Anjali Bose": "Nurse 1",
      "Staff Nurse Lewis Garstang": "Nurse 2",
      "Det Supt Robert Kinsey": "Police Officer 1",
      "June Prosser": "School Secretary 1",
      "Norman Ashdale": "Senior Manager 1",
    });
  });
  it("says the part in full words, never in the letters of its label", () => {
    const aunt = people("His maternal aunt, Vera Finch, rang the GP, Peter Lowe.");
    const why = (name: string) => aunt.find((f) => f.groupName === name)?.why;
    expect(why("Vera Finch")).toContain("part in the text: maternal aunt");
    expect(why("Peter Lowe")).toContain("part in the text: GP");
  });
  it("never labels a child with a letter of their own name", () => {
    expect(label("Aaron Beckett")).toMatch(/^Child [^AB]$/);
  });
});

describe("one pass over many names", () => {
  it("finds overlapping phrases by whole tokens", () => {
    const words = "the anna maria jones and maria jones annamaria".split(" ");
    const found: string[] = [];
    automaton([
      ["anna maria", 0],
      ["maria jones", 1],
      ["maria", 2],
    ]).scan(
      words.length,
      (i) => words[i]!,
      () => true,
      (payload, from, to) => found.push(`${payload}:${from}-${to}`),
    );
    expect(found.sort()).toEqual(["0:1-3", "1:2-4", "1:5-7", "2:2-3", "2:5-6"]);
  });
  it("knows one edit from two", () => {
    expect(oneEdit("whitlock", "whitlok")).toBe(true);
    expect(oneEdit("whitlock", "whiltock")).toBe(true);
    expect(oneEdit("whitlock", "whitlook")).toBe(true);
    expect(oneEdit("whitlock", "wiltock")).toBe(false);
    expect(oneEdit("whitlock", "whitlock")).toBe(false);
    expect(misspellingIndex(["whitlock", "farrow"]).near("farow")).toEqual(["farrow"]);
  });
});

describe("names as records write them", () => {
  const people = (text: string): string[] =>
    findingsOf(text)
      .filter((f) => f.category === "person")
      .map((f) => f.text);
  it("a surname that is a word, in text typed without capitals", () => {
    const text =
      "rang dad (kyle hill) at 9\nshe has rung. patricia hill, from hull\nno reply again";
    expect(people(text)).toEqual(["kyle hill", "patricia hill"]);
  });
  it("what every record shortens so is nobody", () => {
    expect(people("Brought to ED by ambulance. HT rang. GA given.")).toEqual([]);
  });
  it("a child called by a letter is only for a look", () => {
    const start = "It was found when ".length;
    const tagger = () => [{ start, end: start + 6, type: "PERSON" as const, score: 0.98 }];
    const found = findingsOf("It was found when Baby J was thirteen days old.", { tagger });
    expect(found.filter((f) => f.category === "person").map((f) => f.tier)).toEqual(["check"]);
  });
  it("a kinship cell is no part of the name beside it", () => {
    const rows =
      "Maisie Tindale Half-sister 9\nOrla Tindale Great-aunt 40\nLara Harkness Step-mother 31";
    expect(people(rows)).toEqual(["Maisie Tindale", "Orla Tindale", "Lara Harkness"]);
    expect(people("Maisie Tindale-Quill came.")).toEqual(["Maisie Tindale-Quill"]);
  });
  it("a name ends where the form's next field begins", () => {
    const text = "Dad: name not known, possibly Stuart or Stewart Geddes\nSiblings: Skye, 5";
    expect(people(text)).toContain("Stewart Geddes");
  });
});
