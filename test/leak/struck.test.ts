// Words that are struck through, with a name among them: the line begins behind the label, whose
// box it would make wider, and the page passes as text (B3).
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import { boxOf, helvetica, LeakDocument, literal, mark } from "../fixtures/leaks/leak.ts";
import { num } from "../fixtures/pdf-builder.ts";

const folder = mkdtempSync(path.join(tmpdir(), "struck-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SIZE = 12;
const NAME = "Bertram Whitlock";

it("B3 passes the gate where a burnt name was struck through with the words behind it", async () => {
  const before = "Nobody had asked her; ";
  const struck = `${NAME} had not been told of it`;
  const lines = [`${before}${struck}.`, "The panel heard that on two days in the spring."];
  const x = 72 + helvetica(before, SIZE);
  const wide = helvetica(struck, SIZE);
  const text = lines
    .map((line, i) => `BT /F1 ${SIZE} Tf 72 ${700 - 18 * i} Td ${literal(line)} Tj ET\n`)
    .join("");
  const leak = new LeakDocument();
  leak.page({ content: `${text}0.6 0 0 rg ${num(x)} 703.6 ${num(wide)} 0.6 re f\n` });
  const original = leak.finish();
  const marks = [mark(boxOf(x, 700, helvetica(NAME, SIZE), SIZE))];
  const { bytes, report } = await burn({ original, marks, mode: "auto", language: "en-GB" });
  expect(report.pages.map(({ kind }) => kind)).toEqual(["crisp"]);
  const candidatePath = path.join(folder, "out.pdf");
  writeFileSync(candidatePath, bytes);
  const { findings } = await verify({ original, candidatePath, marks, claim: report });
  expect(findings).toEqual([]);
});
