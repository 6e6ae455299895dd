// Every screen of a case, and what it means that one is clean: nothing against the rules of WCAG 2.2 AA,
// and nothing that has to be moved sideways to be read.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
export const SCREENS = [
  "desk",
  "people",
  "jigsaw",
  "signoff",
  "publication",
  "exports",
  "trail",
  "case",
] as const;

export async function expectClean(page: Page, where: string): Promise<void> {
  // Nothing may be judged while it fades in; a bar that moves as long as something goes on is not waited for.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((a) => a.effect?.getComputedTiming().iterations !== Infinity)
        .map((a) => a.finished.catch(() => {})),
    ),
  );
  const { violations, passes } = await new AxeBuilder({ page })
    .withTags(RULES)
    // The window cannot open a second page, which the other way of running needs.
    .setLegacyMode(true)
    .analyze();
  expect(passes.length, where).toBeGreaterThan(10);
  const told = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" | ")}`);
  expect(told, where).toEqual([]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways, `${where} moves sideways`).toBeLessThanOrEqual(0);
}
