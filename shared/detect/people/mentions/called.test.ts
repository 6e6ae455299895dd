import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing.ts";

const people = (text: string): string[] =>
  findingsOf(text)
    .filter((f) => f.category === "person")
    .map((f) => `${f.tier === "suggested" ? "" : "? "}${f.text}`);

describe("names that are words, told by what is said of them", () => {
  it("what somebody is called is a name, be it a word", () => {
    expect(people("He runs for a man called Ghost. They call him Tiny.")).toEqual([
      "Ghost",
      "Tiny",
    ]);
    expect(people("There was one known as Smiler; her nickname is Duchess.")).toEqual([
      "Smiler",
      "Duchess",
    ]);
  });
  it("so is what somebody goes by in a form, in another's mouth, or to whoever asks", () => {
    expect(people("Known as: Cat\nAddress: none")).toEqual(["Cat"]);
    expect(people('"Gruff," they call him. The elder he calls Ghost knows.')).toEqual([
      "Gruff",
      "Ghost",
    ]);
    expect(people("He gave his surname as BASRA.")).toEqual(["BASRA"]);
    expect(people("The plan, which they call Together. Someone she calls Mum.")).toEqual([]);
  });
  it("a word coupled with a full name has its surname", () => {
    expect(people("Will and Grace Faircloth moved. In May Will pleaded guilty.")).toContain("Will");
    expect(people("Trust and Grace Faircloth moved.")).not.toContain("Trust");
  });
  it("kin, plans and places that are called something name nobody", () => {
    expect(people("She was called Mum. The plan was called Together.")).toEqual([]);
  });
  it("a word with a capital between two people of a list is a third", () => {
    expect(people("We saw Adil Rahman, Tiny and Keith Barlow.")).toEqual([
      "Adil Rahman",
      "Tiny",
      "Keith Barlow",
    ]);
    expect(people("We saw Adil Rahman, Police and Keith Barlow.")).not.toContain("Police");
  });
  it("whoever is greeted", () => {
    expect(people("Hi Dec,\nThank you.")).toEqual(["Dec"]);
    expect(people("Dear All,\nHello Team,\nDear Chair,\n")).toEqual([]);
  });
  it("what stands in a field for a name, and then everywhere", () => {
    expect(people("Known as: Cat\nThen Cat said no.")).toEqual(["Cat", "Cat"]);
    expect(people("Known as: none\nAlias: Unknown\nSurname: As above")).toEqual([]);
  });
  it("any word after Mr or Miss", () => {
    expect(people("In May Mr Page died. Nobody told Miss Bath.")).toEqual(["Mr Page", "Miss Bath"]);
    expect(people("MR PAGE 4 OF 7")).toEqual([]);
  });
  it("a surname in capitals before its initial, and a surname before two syllables", () => {
    expect(people("CALLER NAME QUIRKE, T   STATUS NEIGHBOUR")).toContain("QUIRKE, T");
    expect(people("Her cousin Cheung Wing-sum was there.")).toEqual(["Cheung Wing-sum"]);
  });
  it("a family by its name", () => {
    expect(people("Nobody minded the Thompsons at all.")).toEqual(["Thompsons"]);
  });
});
