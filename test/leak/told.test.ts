// What the verifier has to tell, the command says as well: for one, that a burnt name stands elsewhere
// unmarked, here broken over two lines of a note in the margin.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { StandardFonts } from "pdf-lib";
import { afterAll, expect, it, vi } from "vitest";
import { parse } from "../../electron/command/arguments.ts";
import { burnCommand } from "../../electron/command/burn.ts";
import { OrdinaryPage } from "../fixtures/ordinary/page.ts";

const folder = mkdtempSync(path.join(tmpdir(), "told-"));

it("B3 a burnt name that a note in the margin repeats over two lines is told, without the name", async () => {
  const page = await OrdinaryPage.create();
  const font = await page.standard("F1", StandardFonts.Helvetica);
  const lines = [
    "In the spring the social worker visited the family at home, and she wrote",
    "that staff at {Larchwood Academy} had rung the office on the same morning.",
    "Nobody went back, and the panel asked why the file had been closed then.",
  ];
  for (const [i, text] of lines.entries()) page.line(font, 11, 72, 700 - 13.6 * i, text);
  for (const [i, text] of ["Larchwood", "Academy"].entries())
    page.line(font, 8, 448, 685.6 - 11 * i, text);
  const { bytes, marks } = await page.finish();
  const file = (name: string) => path.join(folder, name);
  writeFileSync(file("in.pdf"), bytes);
  writeFileSync(file("marks.json"), JSON.stringify(marks));
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const args = ["burn", file("in.pdf"), "--marks", file("marks.json"), "--out", file("out.pdf")];
  const code = await burnCommand(parse(args));
  const told = said.mock.calls.map(([text]) => String(text)).join("");
  said.mockRestore();
  expect(code).toBe(0);
  expect(told).toContain(
    "candour: notice: Text that was burnt on page 1 is readable where it was not marked.\n",
  );
  expect(told).not.toMatch(/Larchwood|Academy/u);
});

it("a label that says what it burns is refused, one that holds a word of it is told", async () => {
  const page = await OrdinaryPage.create();
  const font = await page.standard("F1", StandardFonts.Helvetica);
  page.line(font, 11, 72, 700, "The nurse spoke to {Tansy Quill} in the spring.");
  const { bytes, marks } = await page.finish();
  const file = (name: string) => path.join(folder, name);
  writeFileSync(file("in.pdf"), bytes);
  const burnAs = (label: string, out: string) => {
    const plan = { marks: marks.marks.map((mark) => ({ ...mark, label })) };
    writeFileSync(file("marks.json"), JSON.stringify(plan));
    const outputs = ["--out", file(out), "--certificate", file(`${out}.json`)];
    return burnCommand(parse(["burn", file("in.pdf"), "--marks", file("marks.json"), ...outputs]));
  };
  await expect(burnAs("Tansy Quill", "one.pdf")).rejects.toThrow(
    "A label says the very text that its mark burns. Please choose another.",
  );
  expect(existsSync(file("one.pdf"))).toBe(false);
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  expect(await burnAs("Tansy", "two.pdf")).toBe(0);
  const told = said.mock.calls.map(([text]) => String(text)).join("");
  said.mockRestore();
  expect(told).toContain(
    "candour: note: A label tells of what is burnt: one holds a word that is burnt. Look at the labels.\n",
  );
  // Whoever gets the certificate is not told which label to look at.
  expect(readFileSync(file("two.pdf.json"), "utf8")).not.toContain("A label tells");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));
