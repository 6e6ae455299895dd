import { expect, it } from "vitest";
import { Findings } from "../../findings.ts";
import type { Folded } from "../../reading/fold.ts";
import type { PageStrings } from "../../reading/page-strings.ts";
import { checkTwice } from "./twice.ts";

const folded = (text: string): Folded => ({ text }) as Folded;
const page = (text: string): PageStrings => ({ stream: folded(text) }) as PageStrings;

/** What each reader reads of the original and the export. */
async function found(original: string, all: string, candidate: string, second: string) {
  const findings = new Findings();
  const secondOriginal = () => Promise.resolve(folded(all));
  const texts = { original: page(original), candidate: page(candidate), second: folded(second) };
  await checkTwice({ page: 1, ...texts, secondOriginal }, findings);
  return findings.findings().length;
}

it("V3 words that were set twice are found, not those of which one reader left out fewer", async () => {
  expect(await found("sheletter", "sheletter", "sheletter", "sheletterletter")).toBe(1);
  expect(await found("sheetter", "sheletterletter", "sheletter", "sheletter")).toBe(0);
  const [once, twice] = ["seenathome", "seenathomeseenathome"];
  expect(await found(`${once}${once}`, twice, once, twice)).toBe(0);
});
