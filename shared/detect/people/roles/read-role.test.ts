import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing.ts";

/** Labels by the text of the place. */
function labels(text: string): Record<string, string | undefined> {
  const people = findingsOf(text).filter(({ category }) => category === "person");
  return Object.fromEntries(people.map((f) => [f.text, f.label]));
}

describe("the part somebody plays, from where the name stands", () => {
  it("on a list of who was there, with letters in brackets", () => {
    const text =
      "Maura O'Keefe (MOK) - Team Manager\nCarys Hobday (CL) – Social Worker\nMrs Akhtar (TA)\n";
    expect(labels(text)).toMatchObject({
      "Maura O'Keefe": "Team Manager 1",
      "Carys Hobday": "Social Worker 1",
      "Mrs Akhtar": "Teaching Assistant 1",
    });
  });
  it("in the field of a form, never from the next line's", () => {
    const text =
      "Child's name:\tKeaton Hobday\nReviewing officer:\tMaura Venn\nSocial worker:\tCarys Roper (until May)\nMother:\tGina Hobday\n";
    expect(labels(text)).toMatchObject({
      "Keaton Hobday": "Child A",
      "Maura Venn": "Independent Reviewing Officer 1",
      "Carys Roper": "Social Worker 1",
      "Gina Hobday": "Mother",
    });
    expect(labels("REVIEW: KEATON HOBDAY\nLead reviewer: Dr Maura Venn\n")["KEATON HOBDAY"]).toBe(
      "Person 1",
    );
  });
  it("parents by their sex, a pupil, an aunt by what stands before her name", () => {
    expect(labels("Parents Gina Hobday and Stuart Hobday came.")).toMatchObject({
      "Gina Hobday": "Mother",
      "Stuart Hobday": "Father",
    });
    expect(labels("Pupil: Keaton Hobday, seen with Auntie Carys Venn.")).toMatchObject({
      "Keaton Hobday": expect.stringMatching(/^Child/) as string,
      "Carys Venn": "Aunt 1",
    });
  });
  it("a post in short behind a comma or a qualification", () => {
    expect(labels("Logged by K. Venn, DSL, at nine.")["K. Venn"]).toBe("Safeguarding Lead 1");
    expect(labels("Signed Thea Hobday RGN SCPHN")["Thea Hobday"]).toBe("Health Visitor 1");
    expect(labels("Seen by Thea Hobday, NHS.")["Thea Hobday"]).toBe("Person 1");
  });
  it("mother and father in a health visitor's hand", () => {
    const note = "NBV. Mo Florentina Hobday, EPDS 14. Fa (Stuart Hobday) in. T/C to GP. HV rang.";
    expect(labels(note)).toMatchObject({
      "Florentina Hobday": "Mother",
      "Stuart Hobday": "Father",
    });
    expect(labels("They met Mo Florentina Hobday there.")["Mo Florentina Hobday"]).toBe("Person 1");
  });
  it("the partner whom the text calls the father is the father", () => {
    expect(labels("Her partner Stuart Hobday came. Stuart Hobday is Dad.")["Stuart Hobday"]).toBe(
      "Father",
    );
  });
  it("kin in other families' words", () => {
    expect(labels("His babcia, Halina Nowak, and his nani, Shazia Bibi, came.")).toMatchObject({
      "Halina Nowak": "Grandmother 1",
      "Shazia Bibi": "MGM",
    });
  });
  it("whom it calls an interpreter by the way", () => {
    expect(labels("Gina Hobday, a 19-year-old interpreter, left.")["Gina Hobday"]).toBe(
      "Interpreter 1",
    );
  });
});

describe("grown people", () => {
  it("no child is born eighty years before the page, nor is the son of one", () => {
    const text =
      "Stuart Hobday, born 8.3.1941, was seen on 4 June 2023. His son, Keith Hobday, rang.";
    expect(labels(text)).toMatchObject({ "Stuart Hobday": "Person 1", "Keith Hobday": "Son 1" });
    const young =
      "Gina Hobday, born 8.3.1991, came on 4 June 2023 with her son, Keith Hobday, aged 4.";
    expect(labels(young)["Keith Hobday"]).toMatch(/^Child/);
  });
  it("whose day of birth says so is a child", () => {
    expect(labels("To the parent of Keaton Venn (09/11/2015). 4 June 2023")["Keaton Venn"]).toMatch(
      /^Child/,
    );
  });
});
