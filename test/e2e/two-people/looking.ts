import { expect, test } from "@playwright/test";
import { askGate, lock, unlock } from "../people.ts";
import {
  ANALYST,
  REVIEWER,
  firstDocument,
  nothingNewOnTheDesk,
  seeEverything,
  signsRefused,
} from "./story.ts";
import type { Story } from "./story.ts";

/** The reviewer looks, sends back once, and signs what was answered. */
export function lookedAt(story: Story): void {
  test("R2 the reviewer cannot sign unseen, nor say that more was seen than a screen can hold", async () => {
    const { page } = story.candour;
    await lock(page);
    await unlock(page, REVIEWER);
    await nothingNewOnTheDesk(page);
    await page.getByTestId("nav-signoff").click();
    await expect(page.getByTestId("obstacles")).toContainText("not on your screen");
    await expect(page.getByTestId("sign")).toBeDisabled();
    await signsRefused(page, /not on your screen/);
    const document = await firstDocument(page);
    const claimed = await askGate(page, "workflow.see", {
      document,
      pages: [1, 2, 3, 4, 5, 6, 7, 8, 9],
      suggestions: [],
      pictures: [],
    });
    expect(claimed).toMatchObject({ ok: false, code: "bad-arguments" });
  });

  test("the reviewer walks through, comments, and sends back once; a secret in the reason is refused", async () => {
    const { page } = story.candour;
    await page.getByTestId("walk").click();
    await expect(page.getByTestId("to-see-left")).toBeVisible();
    const refused = page.getByTestId("to-see").filter({ hasText: "9 January" });
    await refused.click();
    await page.getByTestId("comment").click();
    await page
      .getByTestId("reason")
      .fill("This date and the surgery together point to the family.");
    await page.getByTestId("reason-confirm").click();
    await expect(page.getByTestId("reason-form")).toHaveCount(0);
    // What was written stands on the place itself.
    await expect(page.getByTestId("place-comments")).toContainText("point to the family");
    // Words that were missed stand under no mark: the page itself takes a comment.
    await page.getByTestId("comment-page").click();
    await page.getByTestId("reason").fill("A street can still be read in the second paragraph.");
    await page.getByTestId("reason-confirm").click();
    await expect(page.getByTestId("reason-form")).toHaveCount(0);
    await expect(page.getByText("A street can still be read")).toBeVisible();
    await seeEverything(page);
    // What is being looked at counts as seen, and something can still be said about it.
    await expect(page.getByTestId("to-see")).toHaveCount(1);
    await expect(page.getByTestId("to-see")).toContainText("seen");
    await page.getByTestId("to-signoff").click();
    // An open comment stands in the way, and no longer than until it is answered.
    await expect(page.getByTestId("sign")).toBeDisabled();
    await page.getByTestId("resolve-comment").first().click();
    await expect(page.getByTestId("resolve-comment")).toHaveCount(1);
    await expect(page.getByTestId("sign")).toBeDisabled();
    await page.getByTestId("resolve-comment").click();
    await expect(page.getByTestId("sign")).toBeEnabled();
    await page
      .getByTestId("comments")
      .getByRole("listitem")
      .filter({ hasText: "point to the family" })
      .getByRole("button", { name: /go there/i })
      .click();
    // The place that the comment is about is open at once, whatever the walk lists.
    await expect(page.locator("[data-testid=group][data-open]")).toContainText("9 January");
    await page.getByTestId("comment").click();
    await page
      .getByTestId("reason")
      .fill("This date and the surgery together point to the family.");
    await page.getByTestId("reason-confirm").click();
    await expect(page.getByTestId("reason-form")).toHaveCount(0);
    await page.getByTestId("to-signoff").click();
    await expect(page.getByTestId("sign")).toBeDisabled();
    await page.getByTestId("send-back").click();
    await page
      .getByTestId("reason")
      .fill("Please look again at the date of Tamsin Orchard’s visit.");
    await page.getByTestId("reason-confirm").click();
    await expect(page.getByTestId("reason-form")).toContainText("Orchard");
    await page.getByTestId("reason").fill("Please look again at the date that was left readable.");
    await page.getByTestId("reason-confirm").click();
    await expect(page.getByTestId("stage-reason")).toContainText("Please look again");
    await expect(page.getByTestId("stage-reason")).toContainText("Rory Rowan sent the case back");
    await signsRefused(page, /handed/);
  });

  test("the analyst answers: the place is removed after all, and the case handed over again", async () => {
    const { page } = story.candour;
    await lock(page);
    await unlock(page, ANALYST);
    // Everything is decided, and yet the desk does not say "hand over": it says who wants what looked at.
    await expect(page.getByTestId("next-step")).toContainText("Rory Rowan sent the case back");
    await page.getByTestId("next-step").getByRole("button").click();
    await expect(page.getByTestId("stage-reason")).toContainText("Please look again");
    await page
      .getByTestId("comments")
      .locator("[data-resolved=false]")
      .getByRole("button", { name: /go there/i })
      .click();
    // The commented place itself is open, with the comment on it.
    await expect(page.locator("[data-testid=group][data-open]")).toContainText("9 January");
    await expect(page.getByTestId("place-comments")).toContainText("point to the family");
    await page.keyboard.press("a");
    await expect(page.getByTestId("filter-refused")).toContainText("0");
    await page.getByTestId("back-to-case").click();
    await page.getByTestId("nav-signoff").click();
    await page.getByTestId("resolve-comment").click();
    await expect(page.getByTestId("resolve-comment")).toHaveCount(0);
    await page.getByTestId("submit-case").click();
    await expect(page.getByTestId("take-back")).toBeVisible();
    // Nothing leaves the case while somebody looks at it.
    await page.getByTestId("nav-desk").click();
    await expect(page.getByTestId("review-document").first()).toBeVisible();
    await expect(page.getByTestId("remove-document")).toHaveCount(0);
  });

  test("the reviewer signs; the plan is frozen for everybody", async () => {
    const { page } = story.candour;
    await lock(page);
    await unlock(page, REVIEWER);
    await page.getByTestId("nav-signoff").click();
    // Another date goes now: the page that it stands on is looked at once more.
    await expect(page.getByTestId("obstacles")).toContainText("1 page of");
    await expect(page.getByTestId("sign")).toBeDisabled();
    await page.getByTestId("walk").click();
    await seeEverything(page);
    await page.getByTestId("to-signoff").click();
    await expect(page.getByTestId("sign")).toBeEnabled();
    // Nobody answered the motivated intruder's questions: that stops no signature, and is not passed over.
    await page.getByTestId("sign").click();
    await expect(page.getByTestId("sign-open")).toContainText("open questions");
    await page.getByTestId("sign-open-confirm").click();
    await expect(page.getByText(/Signed by Rory Rowan/)).toBeVisible();
    // The way on is shown where the signature was given.
    await page.getByTestId("after-signature").click();
    await expect(page.getByTestId("burn-document")).toBeVisible();
    // A document that was walked through opens on its decisions, and not on what was still to be seen.
    await page.getByTestId("review-document").click();
    await expect(page.getByTestId("review")).toContainText("Everything is decided.");
    await page.getByTestId("back-to-case").click();
    await page.getByTestId("nav-trail").click();
    await expect(page.getByTestId("trail-entry").first()).toContainText(
      /it is frozen; 8 questions of the motivated intruder had no answer/,
    );
    await lock(page);
    await unlock(page, ANALYST);
    const document = await firstDocument(page);
    for (const [name, request] of [
      ["review.append", { document, events: [{ type: "page-sealed", page: 1, sealed: true }] }],
      ["documents.setRole", { document, role: "earlier-version" }],
      ["workflow.sign", {}],
    ] as const)
      expect(await askGate(page, name, request), name).toMatchObject({
        ok: false,
        code: "not-allowed",
      });
  });
}
