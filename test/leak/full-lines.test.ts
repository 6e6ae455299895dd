// B1: how far apart the lines of one text stand is told by full lines as well, where none begins with a small letter:
// whether one does hangs on the names that were burnt.
import { expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { BODY, Stage } from "../fixtures/twins/twin.ts";

const TEXT =
  "Among Those Invited Were {1}, Ashbourne Borough Council, Derbyshire Police, Children’s Social Care, Mill Lane Surgery, {2}, Northwood Academy, Housing Services, Family Help, Victim Support, Ashbourne Nursery, Midwifery, Probation And Court Road Primary School.";

it("B1 widely set lines without a small letter at their start are one text: twins are equal", async () => {
  const exports: string[] = [];
  for (const names of [
    ["Leo Fry", "Una Orr"],
    ["Gareth Pugh-Jones", "Ruby Slater"],
    ["Konstantinos Papadopoulos", "Charlotte Ann Beaumont-Hughes"],
  ]) {
    const stage = new Stage(names);
    for (let i = 0, top = 780; i < 3; i++)
      top -= stage.paragraph(TEXT, top, { ...BODY, leading: 19.8 }) + 9;
    const [original, { marks }] = [stage.finish(), stage.marks()];
    const { bytes, report } = await burn({ original, marks, mode: "auto", language: "en-GB" });
    expect(report.pages.map(({ kind }) => kind)).toEqual(["crisp"]);
    exports.push(Buffer.from(bytes).toString("latin1"));
  }
  expect(new Set(exports).size).toBe(1);
});
