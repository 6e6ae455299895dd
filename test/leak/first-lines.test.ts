// B1: where texts have indented first lines and no room between them, only an indent begins one; where the
// line before ended hangs on the names in it.
import { expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { BODY, Stage } from "../fixtures/twins/twin.ts";

const TEXTS = [
  "Nobody asked {1} about the weekend, although the note from the police named the address. On the Monday after that {1}, together with {2}, met the teacher, and it was agreed that Wednesdays would be kept free. Records were put together by none of them.",
  "The letter went to an old address and came back after a month. Two neighbours gave the same account.",
  "During the holiday {2} stayed with {1}, who had not been told of the concerns at all. Mothers of that street remember {2} well. {1} liked football, drawing and the dog next door, and was seldom at home in the evening. Housing had been asked for help.",
  "Staff found {2} open and quick to laugh, though that was never written down anywhere. Supervision took place every six weeks and did not once mention the younger brother. According to {1} it grew worse over the summer, and nobody rang back.",
];

/** First lines begin further in than the others, as in books. */
function indented(stage: Stage, text: string, top: number): number {
  const runs = stage.runs(text);
  const space = { text: "\u00a0".repeat(12), tone: "plain" as const, label: null };
  const wide = stage.setter.break([space, ...runs], BODY, 451);
  return stage.lines(wide, top, BODY);
}

it("B1 texts with indented first lines break anew between their words alone: twins are equal", async () => {
  const exports: string[] = [];
  for (const names of [
    ["Leo Fry", "Una"],
    ["Gareth Pugh-Jones", "Ruby Slater"],
    ["Konstantinos Papadopoulos", "Charlotte Ann Beaumont-Hughes"],
  ]) {
    const stage = new Stage(names);
    let top = 780;
    for (const text of [...TEXTS, ...TEXTS]) top -= indented(stage, text, top);
    const [original, { marks }] = [stage.finish(), stage.marks()];
    const { bytes, report } = await burn({ original, marks, mode: "auto", language: "en-GB" });
    expect(report.pages.map(({ kind }) => kind)).toEqual(["crisp"]);
    exports.push(Buffer.from(bytes).toString("latin1"));
  }
  expect(new Set(exports).size).toBe(1);
});
