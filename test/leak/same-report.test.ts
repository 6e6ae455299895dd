// Twins whose exports are equal state the same: a certificate that states more for one of them tells
// which of the two it was (B1).
import { StandardFonts } from "pdf-lib";
import { expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import type { SetFont } from "../fixtures/ordinary/page.ts";
import { OrdinaryPage } from "../fixtures/ordinary/page.ts";

const SIZE = 11;

interface Set {
  readonly page: OrdinaryPage;
  readonly font: SetFont;
  readonly name: string;
  readonly other: string;
  readonly day: string;
}

/** Lines of a contents page, whose dots begin where their words end and stand on a grid of their own. */
function contents({ page, font, other, day }: Set): void {
  const lines = ["1 Findings", `2 Letter of {${day}}`, `3 {${other}} said so`, "4 Costs"];
  for (const [i, text] of lines.entries()) {
    const y = 700 - 16 * i;
    page.line(font, SIZE, 71, y, text);
    const from = 71 + font.width(text.replace(/[{}]/gu, ""), SIZE) + 0.1;
    const dots = ".".repeat(Math.floor((518.5 - from) / font.width(".", SIZE)));
    page.line(font, SIZE, from, y, dots);
    page.line(font, SIZE, 519, y, String(3 + 2 * i));
  }
}

/** Columns as wide as one another, each under a name. */
function columns({ page, font, name, other }: Set): void {
  const edges = [72, 143.3, 250.6, 357.9];
  const rows = [
    ["Meeting", `{${name}}`, `{${other}}`],
    ["First one", "yes", "no"],
    ["Second", "no", "yes"],
  ];
  for (const x of edges) page.draw(`0.5 w ${x} 660 m ${x} 720 l S`);
  for (const y of [660, 680, 700, 720]) page.draw(`0.5 w 72 ${y} m 357.9 ${y} l S`);
  for (const [r, row] of rows.entries())
    for (const [i, text] of row.entries()) page.line(font, SIZE, edges[i]! + 5, 706 - 20 * r, text);
}

/** Days that end at one place on their lines. */
function days({ page, font, day }: Set): void {
  for (const [i, at] of [`{${day}} 2019`, "4 May 2019", "9 May 2019"].entries()) {
    const wide = font.width(at.replace(/[{}]/gu, ""), SIZE);
    page.line(font, SIZE, 71, 700 - 16 * i, ["Seen at home", "Seen at school", "Strategy"][i]!);
    page.line(font, SIZE, 460.3 - wide, 700 - 16 * i, at);
  }
}

it.each([contents, columns, days])("B1 twins state the same: %o", async (write) => {
  const stated = [];
  for (const [name, other, day] of [
    ["Al Bo", "Jo Ng", "3 May"],
    ["Daniel Harper", "Kezia Moyo", "14 June"],
  ] as const) {
    const page = await OrdinaryPage.create();
    const font = await page.standard("F1", StandardFonts.TimesRoman);
    write({ page, font, name, other, day });
    page.line(
      font,
      SIZE,
      71,
      600,
      "The panel read all of it twice, and asked why nobody had gone.",
    );
    const { bytes, marks } = await page.finish();
    const options = { mode: "auto", language: "en-GB" } as const;
    const { report } = await burn({ original: bytes, marks: marks.marks, ...options });
    stated.push(report.pages.map(({ kind, boxes }) => [kind, boxes.map(({ bits }) => bits)]));
  }
  expect(stated[1]).toEqual(stated[0]);
});
