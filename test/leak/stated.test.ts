// Twins that cannot be equal byte for byte: where a burnt word has moved what nothing can move back.
// Every version states the same bits, or the statement itself would tell them apart (B1).
import { describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { STATED_ALIKE } from "../fixtures/twins/index.ts";
import { A4 } from "../fixtures/sample/typeset/book.ts";
import { BODY, Stage } from "../fixtures/twins/twin.ts";

describe("twins that state bits", () => {
  for (const { make, mode } of STATED_ALIKE) {
    const twin = make();
    it(`B1 states the same in every version: ${twin.name}`, async () => {
      const stated = await Promise.all(
        twin.versions.map(async ({ bytes, marks }) => {
          const options = { mode, language: "en-GB" };
          const { report } = await burn({ original: bytes, marks: marks.marks, ...options });
          return report.pages.map(({ kind, boxes }) => ({
            kind,
            bits: boxes.map(({ bits }) => bits),
          }));
        }),
      );
      for (const pages of stated) expect(pages).toEqual(stated[0]);
      expect(Math.max(...stated[0]!.flatMap(({ bits }) => bits))).toBeGreaterThan(0);
    });
  }
});

const TALE =
  "At the meeting {1} was described as settled in class, although the teacher had noticed that homework was not handed in and that lunch was often missing. It was agreed that {2} would be offered a place at the club from Monday.";

/** Two pages: the first one full of text with secrets, or of a few lines. */
async function notesOf(
  paragraphs: number,
  alonePages: readonly number[] = [],
): Promise<readonly string[]> {
  const stage = new Stage(["Ann Lee", "Tom Price"]);
  for (let i = 0, top = 780; i < paragraphs; i++) top -= stage.paragraph(TALE, top) + 6;
  const lines = stage.setter.break(stage.runs("What came before goes on here."), BODY, 451);
  const next = stage.book.addSheet();
  const place = { x: 72, top: 780, width: 451 };
  next.tagged(
    stage.book.node("P", stage.book.root),
    stage.setter.set(next, lines, BODY, place, "body"),
  );
  const { marks } = stage.marks();
  const options = { mode: "auto", language: "en-GB", alonePages } as const;
  return (await burn({ original: stage.finish(), marks, ...options })).report.notes;
}

it("B1 a page that text may run over to says where the bits for that are counted", async () => {
  const [full, short] = [await notesOf(12, [1, 2]), await notesOf(3)];
  expect(
    full.filter((note) => note.startsWith("Page 1: text with a box runs on to the next")),
  ).toHaveLength(1);
  expect(full.filter((note) => note.startsWith("Page 2: where its text begins"))).toHaveLength(1);
  expect(short.filter((note) => /^Page [12]: (where|text with a box)/.test(note))).toEqual([]);
});

it("B1 pages that are laid out together say so once, in place of that", async () => {
  const notes = await notesOf(12);
  expect(notes.filter((note) => note.includes("runs on over the ends of pages"))).toHaveLength(1);
  expect(notes.filter((note) => /^Page [12]: (where|text with a box)/.test(note))).toEqual([]);
});

/** Bits of a page that has names in its middle, between a short text at its left margin and a long one. */
async function centred(...names: readonly [string, string]): Promise<readonly number[]> {
  const stage = new Stage(names);
  const text = "{1} and {2}, with the school";
  const runs = stage.runs(text);
  const { width } = stage.setter.break(runs, BODY, 5000)[0]!;
  stage.broken(["March 2022"], 760);
  stage.broken([text], 720, BODY, { x: (A4.width - width) / 2, width: 5000 });
  stage.paragraph(TALE.replace("{1}", "the child").replace("{2}", "nobody"), 680);
  const { marks } = stage.marks();
  const options = { mode: "auto", language: "en-GB" } as const;
  const { report } = await burn({ original: stage.finish(), marks, ...options });
  return report.pages.flatMap(({ boxes }) => boxes.map(({ bits }) => bits));
}

it("B1 a line in the middle of a page states the same, however short the names on it", async () => {
  const long = await centred("Christabel Wetherby-Hughes", "Montgomery Featherstone");
  expect(await centred("Jo", "Al")).toEqual(long);
});
