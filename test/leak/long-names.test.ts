// B1: names stand in the letters of their text, which are larger than those of a label: a name may take a
// line more than any label would, and what stands below it must not keep the rounding of its heights.
import { expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import { num } from "../fixtures/pdf-builder.ts";
import { boxOf, helvetica, LeakDocument, literal, mark } from "../fixtures/leaks/leak.ts";

const SIZE = 10;
const [LEFT, RIGHT] = [166, 446];
const LEADING = 14.05;
const APART = 24.15;

const TEXTS = [
  "Who looked after #?",
  "A child who is seen but not heard is not seen. The worker changed in June, again in August and once more shortly before the conference.",
  "The review thanks # for speaking about a time that is hard to remember. The hospital has since changed its form so that the name of every adult is asked for.",
  "The panel could not find out why the visit of 4 March was put off twice, and nobody who was asked remembered it.",
  "The records show that the family moved house four times before school began, and each move brought a new team.",
];

const wide = (text: string): number => helvetica(text, SIZE);

/** A maker that counts in twentieths of a point and writes tenths; names break between their words. */
function interview(name: string) {
  const parts = name.split(" ");
  let [content, at] = ["", 700];
  const marks: PlanMark[] = [];
  for (const [group, text] of TEXTS.entries()) {
    const lines = [""];
    for (const word of text.replace("#", name).split(" ")) {
      const longer = `${lines.at(-1)!} ${word}`.trim();
      if (wide(longer) < RIGHT - LEFT) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    for (const [i, line] of lines.entries()) {
      if (i > 0) at -= LEADING;
      const y = Math.round(at * 10 + 1e-6) / 10;
      content += `BT /F1 ${SIZE} Tf ${LEFT} ${num(y)} Td ${literal(line)} Tj ET\n`;
      const own = parts.filter((part) => line.includes(part)).join(" ");
      const rect = boxOf(LEFT + wide(line.slice(0, line.indexOf(own))), y, wide(own), SIZE);
      if (own) marks.push(mark(rect, 1, { group: `${group}` }));
    }
    at -= APART;
  }
  const leak = new LeakDocument();
  leak.page({ content });
  return { original: leak.finish(), marks };
}

it("B1 heights are levelled below every name that could have taken another line: twins are equal", async () => {
  const exports = [];
  for (const name of ["Jo Ng", "Ruby Slater", "Maximilian Bartholomew Featherstonehaugh"]) {
    const { bytes, report } = await burn({ ...interview(name), mode: "auto", language: "en-GB" });
    expect(report.pages.map(({ kind }) => kind)).toEqual(["crisp"]);
    exports.push(Buffer.from(bytes).toString("latin1"));
  }
  expect(new Set(exports).size).toBe(1);
});
