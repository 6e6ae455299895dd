import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing.ts";

const people = (text: string): string[] =>
  findingsOf(text)
    .filter((f) => f.category === "person")
    .map((f) => f.text);

describe("the rank before a name", () => {
  it("belongs to its place, with what stands before and behind it", () => {
    expect(people("T/DCI Nathan Ilyas attended.")).toEqual(["T/DCI Nathan Ilyas"]);
    expect(people("A/Sgt Thomas Webb rang.")).toEqual(["A/Sgt Thomas Webb"]);
    expect(people("Duty Gov. Harriet Jones came.")).toEqual(["Duty Gov. Harriet Jones"]);
    expect(people("SO Harriet Jones opened the door.")).toEqual(["SO Harriet Jones"]);
  });
  it("is no word of a line in capitals", () => {
    expect(people("SO SARAH JONES LEFT.")).toEqual(["SARAH JONES"]);
  });
});
