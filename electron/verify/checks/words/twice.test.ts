import { expect, it } from "vitest";
import { Findings } from "../../findings.ts";
import type { Folded } from "../../reading/fold.ts";
import type { PageStrings } from "../../reading/page-strings.ts";
import { checkTwice } from "./twice.ts";

const folded = (text: string): Folded => ({ text }) as Folded;
const page = (text: string): PageStrings => ({ stream: folded(text) }) as PageStrings;

/**
 * What each reader reads of the original and the export.
 * @param left what is left of the original's other reading beside the marks
 */
async function found(
  original: string,
  all: string,
  candidate: string,
  second: string,
  left = all,
): Promise<number> {
  const findings = new Findings();
  const secondOriginal = () => Promise.resolve(folded(left));
  const before = () => Promise.resolve(all.length - original.length);
  const texts = { candidate: page(candidate), second: folded(second) };
  await checkTwice({ page: 1, ...texts, secondOriginal, before }, findings);
  return findings.findings().length;
}

it("V3 words that were set twice are found, not those of which one reader left out fewer", async () => {
  expect(await found("sheletter", "sheletter", "sheletter", "sheletterletter")).toBe(1);
  expect(await found("sheetter", "sheletterletter", "sheletter", "sheletter")).toBe(0);
  const [once, twice] = ["seenathome", "seenathomeseenathome"];
  expect(await found(`${once}${once}`, twice, once, twice)).toBe(0);
});

it("V2 letters beside a mark that one reader leaves out with what it covers hide no doubled ones", async () => {
  const [once, twice] = ["seenathomebyTom", "seenathomeseenathomebyTom"];
  expect(await found(once, twice, "seenathome", "seenathomeseenathome", "seenathome")).toBe(0);
  expect(await found(once, once, "seenathome", "seenathomeseenathome", "seenathome")).toBe(1);
});
