// Numbers of lines beside a text count the lines that burnt words took: twins cannot be equal there.
import { expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { BODY, Stage } from "../fixtures/twins/twin.ts";

const TALE =
  "At the meeting {1} was described as settled in class, although the teacher had noticed that homework was not handed in and that lunch was often missing. It was agreed that {2} would be offered a place at the club from Monday.";

/** A page of which every fifth line has its number in the margin, as transcripts have them. */
async function numberedBits(secrets: readonly string[]): Promise<readonly number[]> {
  const stage = new Stage(secrets);
  const tops: number[] = [];
  for (let i = 0, top = 780; i < 8; i++) {
    const height = stage.paragraph(TALE, top);
    for (let at = top; at > top - height + 1; at -= BODY.leading) tops.push(at);
    top -= height + 6;
  }
  for (let i = 4; i < tops.length; i += 5)
    stage.broken([String(i + 1)], tops[i]!, BODY, { x: 40, width: 28 });
  const options = { mode: "auto", language: "en-GB" } as const;
  const { report } = await burn({ original: stage.finish(), ...stage.marks(), ...options });
  return report.pages[0]!.boxes.map(({ bits }) => bits);
}

it("B1 numbers of lines tell how many lines a name took: every box beside them states bits", async () => {
  for (const names of [
    ["Ann Lee", "Tom Price"],
    ["Bartholomew Featherstonehaugh", "Alexandra Pemberton"],
  ])
    expect(Math.min(...(await numberedBits(names)))).toBeGreaterThan(0);
});
