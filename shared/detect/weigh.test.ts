import { describe, expect, it } from "vitest";
import { detect } from "./detect.ts";
import type { Finding } from "./model.ts";
import type { TagType } from "./tagged-span.ts";

/** What is found in `text` where the tagger takes `words` for `type`. */
function found(text: string, words: string, type: TagType, score: number): Finding | undefined {
  const start = text.indexOf(words);
  const tagger = () => [{ start, end: start + words.length, type, score }];
  return detect([{ id: "d", name: "d", pages: [{ page: 1, text }] }], { tagger })
    .get("d")!
    .find((f) => f.start < start + words.length && f.end > start);
}

describe("what the tagger alone sees", () => {
  it("a long bare number is somebody's, though it reads like a time or a sum", () => {
    const text = "They rang social care, contact 4410276, and it was closed.";
    const number = found(text, "4410276", "DATETIME", 0.46);
    expect([number?.category, number?.tier]).toEqual(["reference", "suggested"]);
    expect(found("Paid on 20140312 in full.", "20140312", "DATETIME", 0.56)?.category).toBe("date");
  });
  it("how often something was done tells of the family, as it is written in notes", () => {
    expect(found("Not brought x2 to clinic.", "x2", "QUANTITY", 0.5)?.tier).toBe("check");
    expect(found("Intro\n2 Carpets were wet.", "2", "QUANTITY", 0.5)).toBeUndefined();
  });
  it("capitals that every record shortens so are neither somebody nor a number", () => {
    expect(found("Passed to EDT at ten.", "EDT", "CODE", 0.2)).toBeUndefined();
    expect(found("Seen by the RGN SCPHN then.", "RGN SCPHN", "PERSON", 0.9)).toBeUndefined();
    expect(found("Asked by PBNI at ten.", "PBNI", "PERSON", 0.4)).toBeUndefined();
    expect(found("Asked QVR at ten.", "QVR", "CODE", 0.2)?.tier).toBe("check");
    expect(found("Asked TM at ten.", "TM", "PERSON", 0.2)?.tier).toBe("check");
  });
  it("a claim takes whole words and the sign of a sum, and no paragraph's number", () => {
    const siblings = "He has two half-siblings in Hull.";
    expect(found(siblings, "two half", "QUANTITY", 0.5)?.text).toBe("two half-siblings");
    expect(found("They owed £14,300 by then.", "14,300", "QUANTITY", 0.99)?.text).toBe("£14,300");
    const later = "Seen.\n1.4 Two days later she left.";
    expect(found(later, "1.4 Two days later", "DATETIME", 0.99)?.text).toBe("Two days later");
    expect(found("It was\n3 March 2015 then.", "3 March 2015", "DATETIME", 0.99)?.text).toBe(
      "3 March 2015",
    );
  });
  it("a name ends with its row of a table, and takes no column's heading along", () => {
    const table = "Name\tRelationship\tAge\nDean Harkness\tMother\t34\n";
    expect(found(table, "Age\nDean Harkness", "PERSON", 0.99)?.text).toBe("Dean Harkness");
  });
  it("a charity or a scheme that the whole country has leads to nobody", () => {
    expect(found("They rang Barnardo's at once.", "Barnardo", "PERSON", 0.99)).toBeUndefined();
    expect(found("Women's Aid were told.", "Women's Aid", "ORG", 0.99)).toBeUndefined();
    expect(found("Lambeth Women's Aid rang.", "Lambeth Women's Aid", "ORG", 0.99)?.text).toBe(
      "Lambeth Women's Aid",
    );
    const notice = "An Operation Encompass notice came, and Operation Thistle began.";
    expect(found(notice, "Operation Encompass", "CODE", 0.1)).toBeUndefined();
  });
  it("a body that the whole country has once leads to nobody", () => {
    const text = "Guidance of the Royal College of Psychiatrists was read by Fernbank Cares.";
    expect(found(text, "Royal College of Psychiatrists", "ORG", 0.98)).toBeUndefined();
    expect(found(text, "Fernbank Cares", "ORG", 0.98)?.tier).toBe("suggested");
  });
});

describe("years", () => {
  const years = (text: string): string[] =>
    detect([{ id: "d", name: "d", pages: [{ page: 1, text }] }])
      .get("d")!
      .filter((f) => f.category === "date")
      .map((f) => f.text);
  it("of laws, studies and guidance are public; those of a life are not", () => {
    expect(years("The duty came with the Act of 1944 and a study of 1973.")).toEqual([]);
    expect(years("Guidance published in 2014 says so, and a paper of 2008.")).toEqual([]);
    expect(years("She moved to Hull in 2014 and left in 2016.")).toEqual(["2014", "2016"]);
  });
});

describe("things of the trade that bear a name", () => {
  const tell = (text: string, name: string, type: TagType) => found(text, name, type, 0.99);
  it("are nobody and nowhere; the town and the man are", () => {
    expect(tell("Her Edinburgh score is 17.", "Edinburgh", "LOC")).toBeUndefined();
    expect(tell("They left Edinburgh in May.", "Edinburgh", "LOC")?.text).toBe("Edinburgh");
    expect(tell("We used the Gibbs cycle then.", "Gibbs", "PERSON")).toBeUndefined();
    expect(tell("An Osman warning was given.", "Osman", "PERSON")).toBeUndefined();
    expect(tell("Murphy's law held again.", "Murphy", "PERSON")).toBeUndefined();
    expect(tell("Murphy's lawyer came again.", "Murphy", "PERSON")?.text).toBe("Murphy");
    expect(tell("asleep in a Moses basket by it", "Moses", "PERSON")).toBeUndefined();
    expect(tell("and then Moses basked in it", "Moses", "PERSON")?.text).toBe("Moses");
  });
});

describe("cases that the law is taken from", () => {
  const cited =
    "Consent must be real: Williams v London Borough of Hackney [2018] UKSC 37 says so.";
  const found = (text: string): string[] =>
    detect([{ id: "d", name: "d", pages: [{ page: 1, text }] }])
      .get("d")!
      .filter((f) => f.category !== "unexplained")
      .map((f) => f.text);
  it("are public in the course of a text, parties and all", () => {
    const prose = "The panel met and read what had been written. ".repeat(12);
    expect(found(prose + cited)).toEqual([]);
    expect(found(`${prose}Kayleigh Brannigan came. ${cited}`)).toEqual(["Kayleigh Brannigan"]);
  });
  it("are the case itself at the head of it", () => {
    expect(found(cited).join(" ")).toContain("[2018] UKSC 37");
  });
});
