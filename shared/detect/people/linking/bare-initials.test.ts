import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing.ts";

const people = (text: string): string[] =>
  findingsOf(text)
    .filter((f) => f.category === "person")
    .map((f) => `${f.tier === "suggested" ? "" : "? "}${f.text}`);

describe("people by their initials alone", () => {
  it("who signs entries of a log is a person wherever the letters stand", () => {
    const log = "12/9 No coat again. LH\n14/9 Food taken. LH\n15/9 Passed to LH the same day.";
    expect(people(log)).toEqual(["LH", "LH", "LH"]);
  });
  it("one signature is somebody's, and a service's letters are nobody's", () => {
    expect(people("12/9 No coat again. QJ")).toEqual(["QJ"]);
    expect(people("Referral sent to MASH. GP informed. CSC said so.")).toEqual([]);
    expect(people("Subject: RE: FW: baby seen\nUPN: not known\nLOC: BY THE GATE")).toEqual([]);
  });
  it("initials own actions, speak, are told and are kin's", () => {
    expect(people("Actions\nQJ to ring the school.")).toEqual(["QJ"]);
    expect(people('1 left cheek. VW: "fell on a toy".')).toEqual(["VW"]);
    expect(people("We told QJ. Rang mum (VW) later.")).toEqual(["QJ", "VW"]);
    expect(people("FG's mother was out. fg was not.")).toEqual(["FG"]);
    expect(people("The plan was FG's.")).toEqual([]);
  });
  it("letters with full stops are somebody's, unless everybody knows them", () => {
    expect(people("Child: V.W. seen at 3 p.m. in the U.K. with a T.V. on.")).toEqual(["V.W."]);
  });
  it("a Mac keeps its small letters", () => {
    expect(people("Rosa McCann was asked. Action: RMcC to ring the school.")).toContain("RMcC");
  });
  it("a letter once told of is that person wherever it stands alone", () => {
    expect(people("Keira Ashworth was seen. K said no. I asked K. Vitamin K given.")).toEqual([
      "Keira Ashworth",
      "K",
      "K",
    ]);
  });
  it("known initials in small letters, where somebody does something", () => {
    expect(people("Seen sarah. Sarah-Jane Peters was in. sj looked thin. sj")).toContain("sj");
  });
  it("letters with full stops say whose they are, and whoever stands beside them", () => {
    expect(people("Pupil: T.W.\nLater TW and KV went home.")).toEqual(
      expect.arrayContaining(["TW", "KV"]),
    );
  });
  it("a single letter that does what people do belongs to the one it begins", () => {
    const found = findingsOf("Keira Ashworth was seen. K said she was cold.");
    const keira = found.find((f) => f.text === "Keira Ashworth")!;
    const k = found.find((f) => f.text === "K")!;
    expect([k.tier, k.group]).toEqual(["suggested", keira.group]);
  });
  it("never the letter of a section, a vitamin or a list", () => {
    expect(people("Appendix B said so. Vitamin K was given. Plan C has failed.")).toEqual([]);
    expect(people("Child S said so. X was told. Group K went.")).toEqual([]);
  });
});
