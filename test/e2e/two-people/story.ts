// Who takes part in the story of a publication, and what more than one of them does.
import { expect, type Page } from "@playwright/test";
import type { Candour } from "../candour.ts";
import { askGate, type Person } from "../people.ts";

export interface Story {
  /** The window; another one after the case was handed over. */
  candour: Candour;
  home: string;
  /** Folder for what is saved. */
  saved: string;
}

export const ANALYST: Person = {
  name: "Ann Alder",
  role: "analyst",
  passphrase: "first long passphrase",
};
export const REVIEWER: Person = {
  name: "Rory Rowan",
  role: "reviewer",
  passphrase: "second long passphrase",
};
export const PUBLISHER: Person = {
  name: "Pat Poplar",
  role: "publisher",
  passphrase: "third long passphrase",
};

export async function signsRefused(page: Page, why: RegExp): Promise<void> {
  const answer = await askGate(page, "workflow.sign", {});
  expect(answer).toMatchObject({ ok: false, code: "not-allowed" });
  expect(answer.message).toMatch(why);
}

export async function firstDocument(page: Page): Promise<string> {
  const answer = await askGate(page, "cases.current", {});
  return (answer.value as { documents: { id: string }[] }).documents[0]!.id;
}

/** While the second reviewer looks, the desk offers neither a new document nor a burn. */
export async function nothingNewOnTheDesk(page: Page): Promise<void> {
  await page.getByTestId("nav-desk").click();
  await expect(page.getByTestId("next-step")).toBeVisible();
  await expect(page.getByTestId("review-document")).toBeVisible();
  await expect(page.getByTestId("import")).toHaveCount(0);
  await expect(page.getByTestId("burn-document")).toHaveCount(0);
  await expect(page.getByTestId("document-role")).toHaveCount(0);
}

/** Reads on until nothing is left to see, as a person does: Next, and a moment to look. */
export async function seeEverything(page: Page): Promise<void> {
  const all = page.getByTestId("all-seen");
  for (let i = 0; i < 40 && (await all.count()) === 0; i++) {
    const next = page.getByTestId("next-to-see");
    if ((await next.count()) > 0) await next.click({ timeout: 2_000 }).catch(() => undefined);
    await page.waitForTimeout(1_300);
  }
  await expect(all).toBeVisible();
}
