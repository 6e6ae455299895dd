// Notes at the foot of a page grow upwards: where they begin tells how many lines they took, and nothing
// moves for them. Every version says so (B1).
import { expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import type { Style } from "../fixtures/sample/typeset/lines.ts";
import { BODY, Stage } from "../fixtures/twins/twin.ts";

const TALE =
  "In the spring the health visitor called on the family three times and found nobody at home. When the nursery asked where the child was, the mother said that she was staying with an aunt in the next town, and that was all that anybody wrote down at the time.";
const NOTE =
  "1 Said to the panel by {1} in the second of two talks, which were held at the clinic because nobody wanted to meet at home, and written down by {2} on the same day.";
const SMALL: Style = { ...BODY, size: 8, leading: 10 };
const FOOT = 95;

async function bitsOfNotes(names: readonly string[]): Promise<readonly number[]> {
  const stage = new Stage(names);
  for (let i = 0, top = 780; i < 4; i++) top -= stage.paragraph(TALE, top) + 6;
  const lines = new Stage(names).paragraph(NOTE, FOOT, SMALL) / SMALL.leading;
  const top = FOOT + (lines + 1) * SMALL.leading;
  stage.sheet.artifact(`0.4 w 72 ${top + 5} m 144 ${top + 5} l S`);
  stage.paragraph(NOTE, top, SMALL);
  stage.paragraph("2 Letter of the school.", FOOT + SMALL.leading, SMALL);
  const options = { mode: "auto", language: "en-GB" } as const;
  const { report } = await burn({ original: stage.finish(), ...stage.marks(), ...options });
  expect(report.pages[0]!.kind).toBe("crisp");
  return report.pages[0]!.boxes.map(({ bits }) => bits);
}

it("B1 notes at the foot state that where they begin tells how many lines they took", async () => {
  for (const names of [
    ["Al Bo", "Jo Ng"],
    ["Kezia Moyo", "Patricia Whitlock"],
    ["Bartholomea Szczepanska-Pemberton", "Christabel Montgomery-Wetherby"],
  ])
    expect(Math.max(...(await bitsOfNotes(names)))).toBe(2);
});
