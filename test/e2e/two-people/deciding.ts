import { expect, test } from "@playwright/test";
import { dropFile, reviewPdf } from "../letter.ts";
import { askGate, bringIn, lock, makeCase, undecided, unlock } from "../people.ts";
import {
  ANALYST,
  PUBLISHER,
  REVIEWER,
  firstDocument,
  nothingNewOnTheDesk,
  signsRefused,
} from "./story.ts";
import type { Story } from "./story.ts";

/** The analyst makes the case, decides and hands over; nobody signs what is not theirs to sign. */
export function decided(story: Story): void {
  test("the analyst makes the case and brings in two others", async () => {
    const { page } = story.candour;
    await makeCase(page, "Review of a letter", ANALYST);
    await bringIn(page, REVIEWER);
    await bringIn(page, PUBLISHER);
  });

  test("the analyst decides: one place stays readable, everything else goes, the picture is kept", async () => {
    const { page } = story.candour;
    await page.getByTestId("nav-desk").click();
    await dropFile(page, "Letter.pdf", await reviewPdf());
    await page.getByTestId("review-document").click();
    await expect(page.getByTestId("group").first()).toBeVisible();
    await expect(page.getByTestId("still-reading")).toHaveCount(0);
    await page.getByTestId("group").filter({ hasText: "9 January" }).click();
    await page.keyboard.press("r");
    await expect(page.getByTestId("filter-refused")).toContainText("1");
    await page.keyboard.press("j");
    for (let i = 0; i < 100 && (await undecided(page)) > 0; i++) {
      const left = await undecided(page);
      await page.keyboard.press("Shift+A");
      await expect.poll(() => undecided(page)).toBeLessThan(left);
    }
    // Nothing is handed over while a picture waits.
    await page.getByTestId("back-to-case").click();
    await page.getByTestId("nav-signoff").click();
    await expect(page.getByTestId("submit-case")).toBeDisabled();
    await page
      .getByRole("listitem")
      .filter({ hasText: /picture/ })
      .getByRole("button")
      .click();
    // By keys alone: A removes, R lets it stay, as with places.
    const picture = page.getByTestId("picture");
    await expect(picture).toHaveAttribute("data-chosen", "true");
    await page.keyboard.press("a");
    await expect(picture).toHaveAttribute("data-state", "burnt");
    await page.keyboard.press("r");
    await expect(picture).toHaveAttribute("data-state", "kept");
  });

  test("R1 the analyst hands over, and cannot sign: neither in the window nor at the gate", async () => {
    const { page } = story.candour;
    await page.getByTestId("back-to-case").click();
    await page.getByTestId("nav-signoff").click();
    await signsRefused(page, /reviewer/i);
    await page.getByTestId("submit-case").click();
    await expect(page.getByTestId("take-back")).toBeVisible();
    await expect(page.getByTestId("sign")).toHaveCount(0);
    await signsRefused(page, /reviewer/i);
    await nothingNewOnTheDesk(page);
  });

  test("the publisher can neither sign, nor decide a place, nor reopen", async () => {
    const { page } = story.candour;
    await lock(page);
    await unlock(page, PUBLISHER);
    await page.getByTestId("nav-signoff").click();
    await expect(page.getByTestId("sign")).toHaveCount(0);
    // Nor is anything offered that would be refused.
    await page.getByTestId("nav-people").click();
    await expect(page.getByTestId("people")).toBeVisible();
    for (const act of ["add-person", "take-all", "add-allow", "add-deny"])
      await expect(page.getByTestId(act), act).toHaveCount(0);
    await signsRefused(page, /reviewer/i);
    const document = await firstDocument(page);
    for (const [name, request] of [
      ["review.append", { document, events: [{ type: "page-sealed", page: 1, sealed: true }] }],
      ["workflow.submit", {}],
      ["workflow.sendBack", { reason: "because I can" }],
      ["workflow.reopen", { reason: "because I can" }],
    ] as const)
      expect(await askGate(page, name, request), name).toMatchObject({
        ok: false,
        code: "not-allowed",
      });
  });
}
