import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing.ts";

const people = (text: string) => findingsOf(text).filter(({ category }) => category === "person");

/** Places of people by who is meant: "Lena Pryce+Lena". */
function tied(text: string): string[] {
  const groups = new Map<string, string[]>();
  for (const { group, text: place } of people(text))
    groups.set(group, [...(groups.get(group) ?? []), place.replace(/\s+/g, " ")]);
  return [...groups.values()].map((all) => all.join("+"));
}
const label = (text: string, name: string): string | undefined =>
  people(text).find((f) => f.text === name)?.label;

describe("a child's family is not the child", () => {
  it.each([
    "Re: HARTLOW, Lena   DOB: 23/07/2015\nMeeting of 6 November 2019. Mrs Hartlow rang.",
    "Child's name: Lena Hartlow\nReview of 2019. Mrs Hartlow rang.",
    "LENA HARTLOW (a girl born on the 5th day of January 2015). It is 2019. Mrs Hartlow rang.",
    "Lena Hartlow (d.o.b. 9.5.14) was seen in 2019. Mrs Hartlow rang.",
    "Lena Hartlow (Rec) was seen. Mrs Hartlow rang.",
    "Lena Hartlow, born 3 May 2014, was seen in 2019. Mrs Hartlow rang.",
  ])("by a day of birth, a form's field, a class: %#", (text) => {
    const child = people(text).find((f) => /LENA|Lena/.test(f.text))!;
    const parent = people(text).find((f) => f.text === "Mrs Hartlow")!;
    expect(parent.group).not.toBe(child.group);
    expect(label(text, child.text)).toMatch(/^Child/);
  });
  it("whoever was born long before is meant", () => {
    const text = "Lena Hartlow (d.o.b. 9.5.84) was seen in 2019. Mrs Hartlow rang.";
    expect(tied(text)).toEqual(["Lena Hartlow+Mrs Hartlow"]);
  });
});

describe("figures behind a name that are no child's age", () => {
  it("the number of a party", () => {
    const parties =
      "BETWEEN the Council, Applicant, and\nJADE HARTLOW (1)\nDWAYNE PRYCE (2)\nRespondents";
    expect(label(parties, "JADE HARTLOW")).toBe("Person 1");
    expect(label("At home: Jade Hartlow (3) and a cat.", "Jade Hartlow")).toBe("Child A");
  });
  it("a day of birth in figures, before which a letter is no initial", () => {
    const log = "MALE LIAM O'TARVIN B 11.12.89, KNOWN.\n02:33 O'TARVIN DETAINED. KEEPER OTARVIN.";
    expect(tied(log)).toEqual(["LIAM O'TARVIN+O'TARVIN+OTARVIN"]);
    expect(label(log, "LIAM O'TARVIN")).toBe("Person 1");
  });
});
