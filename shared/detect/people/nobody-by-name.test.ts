import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing.ts";
import type { TaggedSpan, TagType } from "../tagged-span.ts";

/** What is found for a person, with a tagger that sees every one of `seen` as a person. */
function people(text: string, ...seen: string[]): string[] {
  const tagger = (whole: string): TaggedSpan[] =>
    seen.flatMap((words) => spans(whole, words, "PERSON")).sort((a, b) => a.start - b.start);
  const options = seen.length === 0 ? {} : { tagger };
  return findingsOf(text, options)
    .filter(({ category }) => category === "person")
    .map((f) => f.text);
}
function spans(text: string, words: string, type: TagType): TaggedSpan[] {
  const found: TaggedSpan[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    found.push({ start: at, end: at + words.length, type, score: 0.99 });
  return found;
}

describe("capitals that are nobody's name", () => {
  it("posts, whatever the tagger sees", () => {
    const text =
      "Mrs Ruth Okonkwo (Headteacher) came. Thank you, Mr Chairman. The District Judge agreed.";
    expect(people(text, "Ruth Okonkwo", "Headteacher", "Mr Chairman", "District Judge")).toEqual([
      "Mrs Ruth Okonkwo",
    ]);
  });
  it("a term that the case also writes in small letters", () => {
    const text =
      "The Cyberlink Strategy was late. Our cyberlink was slow, and the team read of the Cyberlink Strategy again.";
    expect(people(text)).toEqual([]);
    const name = "The staff saw Zsuzsika Strategy. Later Zsuzsika Strategy came back.";
    expect(people(name)).toContain("Zsuzsika Strategy");
  });
  it("what begins with the letters of a service", () => {
    expect(people("Staff open the VQ LMS and read the VQ Notes of the day.")).toEqual([]);
  });
  it("countries and continents without a clear word for a person", () => {
    expect(people("He met requests from both Italy and America.")).toEqual([]);
    expect(people("Her sister Kenya came home with Kenya Bright.")).toContain("Kenya Bright");
  });
  it("dotted letters of places and offices; whose initials they are, stays", () => {
    expect(people("Write to P.O. Box 12, or to Washington, D.C., under 42 U.S.C. 1983.")).toEqual(
      [],
    );
    expect(people("Write to P.O. Box 12.", "P.O. Box", "P.O.")).toEqual([]);
    expect(people("Daniel Cole came. D.C. cried.")).toContain("D.C.");
  });
  it("the letters of A&E", () => {
    expect(people("She left Eastwick A&E at once.")).toEqual([]);
  });
  it("words told by their endings", () => {
    expect(people("She read the Endoscopy Grant paper.")).not.toContain("Endoscopy Grant");
    expect(people("She saw Enosca Grant there.")).toContain("Enosca Grant");
  });
  it("national charities", () => {
    expect(people("Refuge and Karma Nirvana were asked.", "Karma Nirvana")).toEqual([]);
  });
  it("works in a list and in a bracket", () => {
    const list =
      "References\nBrandon, M., Sidebotham, P., Bailey, S. and Belderson, P. (2012) New learning.\n";
    expect(people(list, "Bailey", "Brandon", "Belderson")).toEqual([]);
    const bracket = "Research (Siddiqui, 2018; Monckton Smith, 2019) shows eight stages.";
    expect(people(bracket, "Siddiqui", "Monckton Smith")).toEqual([]);
    expect(people("Bailey, S. was seen in 2012.", "Bailey")).not.toEqual([]);
  });
  it("a word that lost a letter of its font stays whole", () => {
    const lost = `It was speci${String.fromCharCode(31)}cally asked in Con${String.fromCharCode(31)}ndustria.`;
    expect(people(lost, "Con")).not.toContain("Con");
  });
});

describe("names that were not read as such", () => {
  it("two months before a post", () => {
    expect(people("Present: April June (HR), Ionela Dumitrescu. AJ advised.")).toEqual(
      expect.arrayContaining(["April June", "AJ"]),
    );
    expect(people("Between April and June 2019, in April June 12 was missed.")).toEqual([]);
  });
  it("a line's end is the end of who signed it", () => {
    const text =
      "Incident seen and noted in the log of the day | Entered by: J. Oyelaran\nT late again, no coat.";
    expect(people(text)).toContain("J. Oyelaran");
  });
  it("Teresa Ward is no ward where kin or a title says so", () => {
    expect(people("Her sister Teresa Ward came.")).toContain("Teresa Ward");
    expect(people("Teresa Ward came. Mrs Ward rang.", "Teresa Ward")).toContain("Teresa Ward");
    expect(people("He was moved to Daisy Ward.")).toEqual([]);
  });
});

describe("what is no person beside a person", () => {
  it("firms and products, told by what follows, whatever the tagger sees", () => {
    const text =
      "Microsoft Inc held it. Adobe® reads it. Staff use the Marvin app and the Colin Frost system.";
    expect(people(text, "Microsoft", "Microsoft Inc", "Adobe", "Marvin")).toEqual([]);
    expect(people("The new Marvin report. Colin Frost said so.")).toContain("Colin Frost");
  });

  it("letters that say a sex, and short forms of the trade", () => {
    const text =
      "Ian Doyle showed his ID to the GP. The child (M, 14) and a sibling (F, 12). Gender F. 34 yo F seen.";
    expect(people(text, "Gender F")).toEqual(["Ian Doyle"]);
    // Where no sex is told the letter is somebody.
    expect(people("M told staff he was sad. M drew a picture.")).toContain("M");
  });

  it("a charity that the whole country has, at a sentence's beginning too and not left over", () => {
    const text = "Karma Nirvana gave advice. The school rang Karma Nirvana.";
    expect(findingsOf(text)).toEqual([]);
    expect(people(text, "Karma Nirvana")).toEqual([]);
  });
});
