// B1: how far the lines of a title stand apart is told by its size alone or by what it has in every twin, never by how
// many lines long names gave it.
import { expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { BODY, Stage } from "../fixtures/twins/twin.ts";

const TITLE = "What became of {1}, {2} and {1}";
const LABEL = "The younger brother of the child";
const TALE =
  "In the spring the health visitor called on {1} three times and found nobody at home. When the nursery asked where {1} was, the mother said that she was staying with an aunt in the next town, and that was all that anybody wrote down at the time, though two of them had known her for years.";

it("B1 a title of one line or of three, whose labels take two, comes out as one", async () => {
  const [exports, bits]: [string[], string[]] = [[], []];
  for (const names of [
    ["Al Bo", "Jo Ng"],
    ["Patricia Whitlock", "Kezia Moyo"],
    ["Bartholomea Szczepanska-Pemberton", "Christabel Montgomery-Wetherby"],
  ]) {
    const stage = new Stage(names);
    let top = 780;
    top -= stage.paragraph(TITLE, top, { ...BODY, size: 20, leading: 23 }) + 12;
    for (let i = 0; i < 2; i++) top -= stage.paragraph(TALE, top, { ...BODY, leading: 18 }) + 9;
    const marks = stage.marks().marks.map((mark) => ({ ...mark, label: LABEL }));
    const original = stage.finish();
    const { bytes, report } = await burn({ original, marks, mode: "auto", language: "en-GB" });
    expect(report.pages.map(({ kind }) => kind)).toEqual(["crisp"]);
    bits.push(report.pages.flatMap(({ boxes }) => boxes.map((box) => box.bits)).join());
    exports.push(Buffer.from(bytes).toString("latin1"));
  }
  expect([new Set(exports).size, new Set(bits).size]).toEqual([1, 1]);
});
