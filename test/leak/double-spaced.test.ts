// B1 B4: a double-spaced draft is set anew line by line as any text is, and passes the gate as it is: it stays crisp.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import { BODY, Stage } from "../fixtures/twins/twin.ts";

const folder = mkdtempSync(path.join(tmpdir(), "double-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TALE =
  "In the spring the health visitor called on {1} three times and found nobody at home. When the nursery asked where {1} was, the mother said that ({2}) was staying with an aunt in the next town, and that was all that anybody wrote down at the time, though two of them had known her for years.";

it("B1 B4 a double-spaced draft stays crisp whatever the names, and its twins are equal", async () => {
  const exports: string[] = [];
  for (const names of [
    ["Al Bo", "Jo Ng"],
    ["Patricia Whitlock", "Kezia Moyo"],
    ["Bartholomea Szczepanska-Pemberton", "Christabel Montgomery-Wetherby"],
  ]) {
    const stage = new Stage(names);
    for (let i = 0, top = 780; i < 2; i++)
      top -= stage.paragraph(TALE, top, { ...BODY, leading: 26.4 }) + 4;
    const [original, { marks }] = [stage.finish(), stage.marks()];
    const { bytes, report } = await burn({ original, marks, mode: "auto", language: "en-GB" });
    expect(report.pages.map(({ kind }) => kind)).toEqual(["crisp"]);
    const candidatePath = path.join(folder, "export.pdf");
    writeFileSync(candidatePath, bytes);
    const { findings } = await verify({ original, marks, candidatePath, claim: report });
    expect(findings).toEqual([]);
    exports.push(Buffer.from(bytes).toString("latin1"));
  }
  expect(new Set(exports).size).toBe(1);
});
