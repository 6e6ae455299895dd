import { describe, expect, it } from "vitest";
import { readFileSync } from "node:fs";
import { hardNumberPages } from "../../fixtures/detection/hard-numbers.ts";
import { resource } from "../../../electron/resources.ts";
import { detect } from "../../../shared/detect/detect.ts";
import type { DetectOptions, Finding } from "../../../shared/detect/model.ts";
import { loadModel, tag } from "../../../shared/detect/tagger/tagger.ts";

const MODEL = resource("shared", "detect", "tagger", "candour-tagger.model.bin");
const PAGES = hardNumberPages(120);
/** What is told by its own words, not by a number's look. */
const NO_NUMBERS = new Set(["date", "age", "quantity"]);

function findings(text: string, options: DetectOptions): readonly Finding[] {
  return detect([{ id: "d", name: "d", pages: [{ page: 1, text }] }], options).get("d")!;
}

function count(options: DetectOptions): { found: number; of: number; wrong: string[] } {
  const wrong: string[] = [];
  let found = 0;
  let of = 0;
  for (const { text, identifiers } of PAGES) {
    const made = findings(text, options);
    const spans = identifiers.map((value) => {
      const start = text.indexOf(value);
      return { start, end: start + value.length };
    });
    for (const { start, end } of spans) {
      of++;
      const covered = new Uint8Array(end - start);
      for (const f of made)
        if (f.tier === "suggested")
          for (let i = Math.max(start, f.start); i < Math.min(end, f.end); i++)
            covered[i - start] = 1;
      if ([...covered].every((c, i) => c === 1 || /[\s-]/.test(text[start + i]!))) found++;
    }
    for (const f of made)
      if (
        /\d/.test(f.text) &&
        !NO_NUMBERS.has(f.category) &&
        !spans.some((s) => f.start < s.end && f.end > s.start)
      )
        wrong.push(f.text);
  }
  return { found, of, wrong };
}

describe("numbers that lead to nobody", () => {
  it.each<[string, () => DetectOptions]>([
    ["the rules alone", () => ({})],
    [
      "rules and tagger",
      () => {
        const model = loadModel(readFileSync(MODEL));
        return { tagger: (text) => tag(text, model) };
      },
    ],
  ])("%s: identifiers are found, fewer than one false number in ten pages", (_, options) => {
    const { found, of, wrong } = count(options());
    expect(found / of).toBeGreaterThanOrEqual(0.99);
    expect(wrong.length).toBeLessThan(PAGES.length / 10);
  });
  it("a number with a reason of its own is found among them all the same", () => {
    const text =
      "Ring Childline on 0800 1111. See section 47. Collar number 4471 rang 07700 900123.";
    expect(findings(text, {}).map((f) => f.text)).toEqual(["4471", "07700 900123"]);
  });
});
