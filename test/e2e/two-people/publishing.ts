import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { exportText } from "../letter.ts";
import { askGate, lock, saveTo, typeDay, unlock } from "../people.ts";
import { PUBLISHER } from "./story.ts";
import type { Story } from "./story.ts";

/** The signed plan is burnt, decided on, released, and put on paper. */
export function published(story: Story): void {
  test("the signed plan is burnt; the publisher decides and releases it, nobody else", async () => {
    const { page } = story.candour;
    await page.getByTestId("review-document").click();
    await page.getByTestId("burn").click();
    await page.getByTestId("start-burn").click();
    await expect(page.getByTestId("burn-done")).toBeVisible({ timeout: 120_000 });
    const exports = await askGate(page, "publish.exports", {});
    const [made] = exports.value as { id: string; name: string }[];
    expect(made!.name).toMatch(/-published\.pdf$/);
    const release = { export: made!.id, to: "The public web page", note: null, supersedes: null };
    expect(await askGate(page, "releases.record", release)).toMatchObject({ ok: false });
    await page.getByTestId("nav-desk").click();
    await expect(page.getByTestId("exported")).toContainText("from the signed plan, today at");
    await lock(page);
    await unlock(page, PUBLISHER);
    expect(await askGate(page, "releases.record", release)).toMatchObject({ ok: false });

    await page.getByTestId("nav-publication").click();
    await page.getByTestId("kind-publish-redacted").click();
    const ago = (days: number): Date => new Date(Date.now() - days * 86_400_000);
    await typeDay(page, /notice given/i, ago(40));
    await typeDay(page, /publish on/i, ago(0));
    await page.getByTestId("record-decision").click();
    await expect(page.getByTestId("standing-decision")).toBeVisible();

    await page.getByTestId("nav-exports").click();
    await expect(page.getByTestId("export-of")).toContainText("Letter.pdf");
    await page.getByTestId("show-proof").click();
    await expect(page.getByTestId("proof")).toContainText(/SHA-256 of the original[0-9a-f]{64}/);
    await expect(page.getByTestId("proof")).toContainText(
      /Hash of the plan, keyed by the original[0-9a-f]{64}/,
    );
    await page.keyboard.press("Escape");
    await page.getByTestId("release").click();
    await page.getByTestId("release-to").fill("The partnership’s web page");
    await page.getByTestId("record-release").click();
    await expect(page.getByTestId("releases")).toContainText("web page");
  });

  test("A3 reader's key, schedule and trail go on paper, and hold no secret", async () => {
    const { page, app } = story.candour;
    await page.getByTestId("nav-exports").click();
    await saveTo(app, join(story.saved, "keyed.pdf"));
    await page.getByTestId("save-with-key").click();
    await page.getByTestId("key-published").fill("The Tamsin Orchard Trust");
    await page.getByTestId("key-save").click();
    await expect(page.getByTestId("key-form")).toContainText("a detail of this case");
    await page.getByTestId("key-published").fill("Alderbrook Safeguarding Partnership");
    await page.getByTestId("key-save").click();
    await expect(page.getByTestId("key-form")).toHaveCount(0);
    await page.getByTestId("nav-trail").click();
    for (const [format, file] of [
      ["The trail (PDF)", "trail.pdf"],
      ["The redaction schedule (PDF)", "schedule.pdf"],
    ] as const) {
      await saveTo(app, join(story.saved, file));
      await page.getByTestId("trail-copies").click();
      await page.getByRole("menuitem", { name: format }).click();
      await expect.poll(() => existsSync(join(story.saved, file))).toBe(true);
    }
    const read = (file: string) =>
      exportText(new Uint8Array(readFileSync(join(story.saved, file))));
    const texts = {
      key: await read("keyed-readers-key.pdf"),
      copy: await read("keyed-with-readers-key.pdf"),
      trail: await read("trail.pdf"),
      schedule: await read("schedule.pdf"),
    };
    for (const [name, text] of Object.entries(texts))
      expect(text, name).not.toMatch(/Tamsin|Orchard|Quarry|999 000 0018|07700|Letter\.pdf/);
    expect(texts.copy).toContain(texts.key.slice(0, 200));
    expect(texts.copy).toContain("Supervision was regular");
    expect(texts.trail).toMatch(/Signed the plan/);
    expect(texts.schedule).toMatch(/Name of a/);
  });
}
