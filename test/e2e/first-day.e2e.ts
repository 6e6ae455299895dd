// What an analyst meets on a first day with a real case: a file that is damaged among others, two people
// taken for one, a small window, a wrong passphrase, many cases with long names.
import { expect, test } from "@playwright/test";
import { newHome, removeHome, startCandour, type Candour } from "./candour.ts";
import { dropFile, letterPdf, longPdf } from "./letter.ts";
import { askGate, lock, makeCase, type Person } from "./people.ts";

const ANALYST: Person = { name: "Ann Alder", role: "analyst", passphrase: "first long passphrase" };
const UNBROKEN = "Safeguardingpracticereview".repeat(4);
const MANY = 8;

let candour: Candour;
let home: string;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  home = newHome();
  candour = await startCandour({ home });
});

test.afterAll(async () => {
  await candour.close();
  removeHome(home);
});

test("of several files the one that was left out is named, and the others are taken", async () => {
  const { page } = candour;
  await makeCase(page, "A first case", ANALYST);
  await dropFile(page, "Letter.pdf", await letterPdf());
  await dropFile(page, "Chronology.pdf", (await longPdf()).subarray(0, 900));
  await dropFile(page, "Report.pdf", await longPdf());
  await expect(page.getByTestId("refused")).toContainText("Chronology.pdf");
  await expect(page.getByTestId("document")).toHaveCount(2);
});

test("whose card it is stays in sight while one decision follows another in a low window", async () => {
  const { page, app } = candour;
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]!.setContentSize(1024, 660);
  });
  await page.getByTestId("review-document").nth(1).click();
  await expect(page.getByTestId("group").first()).toBeVisible();
  await expect(page.getByTestId("still-reading")).toHaveCount(0);
  const group = page.getByTestId("group").filter({ hasText: "Tamsin Orchard" }).first();
  await group.click({ position: { x: 20, y: 15 } });
  const list = page.getByTestId("list-scroller");
  const open = page.locator("[data-testid=group][data-open]");
  const headAbove = async (): Promise<number> =>
    (await list.boundingBox())!.y - (await open.boundingBox())!.y;
  // The label form is higher than the list: what it pushed out of sight comes back with it closed.
  await page.keyboard.press("l");
  await expect(page.getByTestId("label-form")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect.poll(headAbove).toBeLessThanOrEqual(0);
  await list.hover();
  await page.mouse.wheel(0, 200);
  await expect.poll(headAbove).toBeGreaterThan(0);
  await page.keyboard.press("a");
  await expect.poll(headAbove).toBeLessThanOrEqual(0);
  await page.keyboard.press("u");
});

test("words that were missed are marked wherever they stand, and the search goes on", async () => {
  const { page } = candour;
  await page.getByTestId("search").fill("supervision");
  await page.getByTestId("mark-hits").click();
  await expect(page.getByTestId("mark-hits-label")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("search")).toBeFocused();
  await page.getByTestId("mark-hits").click();
  await page.keyboard.type("oversight");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("text-hits")).toContainText("· marked");
  await expect(page.getByTestId("mark-hits")).toHaveCount(0);
  // The keys go on: one undo takes all of them back.
  await expect(page.getByTestId("group-list")).toBeFocused();
  await page.keyboard.press("u");
  await expect(page.getByTestId("mark-hits")).toBeVisible();
  await page.getByTestId("search").fill("");
});

test("words that are gone to stand in sight, also at the foot of a page", async () => {
  const { page } = candour;
  await page.getByTestId("search").fill("who took part");
  await page.getByTestId("text-hits").getByRole("listitem").nth(5).getByRole("button").click();
  await expect(page.getByTestId("mark-selection")).toBeInViewport();
  await page.getByTestId("search").fill("");
});

test("a mark made far down the document is asked for its label in sight", async () => {
  const { page } = candour;
  await page.getByTestId("list-scroller").evaluate((list) => list.scrollTo(0, 0));
  await page.getByTestId("page-field").fill("11");
  await page.keyboard.press("Enter");
  await expect(page.locator('[data-page="11"]')).toBeInViewport();
  await page.keyboard.press("Escape");
  await page.keyboard.press("w");
  await expect(page.getByTestId("mark-selection")).toBeVisible();
  await page.keyboard.press("m");
  await expect(page.getByTestId("label-field")).toBeFocused();
  await expect(page.getByTestId("label-field")).toBeInViewport();
  await page.keyboard.press("Escape");
  await page.keyboard.press("u");
});

test("a page that somebody named is gone to by its number", async () => {
  const { page } = candour;
  await page.keyboard.press("Control+g");
  await expect(page.getByTestId("page-field")).toBeFocused();
  await page.keyboard.type("9");
  await page.keyboard.press("Enter");
  await expect(page.locator('[data-page="9"]')).toBeInViewport();
  await expect(page.getByTestId("page-field")).toHaveValue("9");
  // Larger or smaller, what was looked at stays in sight, also near the end.
  await page.keyboard.press("Escape");
  await page.keyboard.press("p");
  await expect(page.getByTestId("public-banner")).toBeVisible();
  await expect(page.locator('[data-page="9"]')).toBeInViewport();
  await expect(page.getByTestId("page-field")).toHaveValue("9");
  await page.keyboard.press("p");
  await expect(page.getByTestId("page-field")).toHaveValue("9");
  // Beyond the end is the last page.
  await page.getByTestId("page-field").fill("400");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("page-field")).toHaveValue("11");
});

test("words that were selected with the keys are let go by Escape", async () => {
  const { page } = candour;
  await page.keyboard.press("w");
  await expect(page.getByTestId("mark-selection")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("mark-selection")).toHaveCount(0);
});

test("a label goes to those places alone that read alike", async () => {
  const { page } = candour;
  const group = page.getByTestId("group").filter({ hasText: "Tamsin Orchard" }).first();
  await group.click({ position: { x: 20, y: 15 } });
  const count = Number(/(\d+) places/.exec((await group.textContent()) ?? "")?.[1]);
  const accepted = async (): Promise<number> =>
    Number(/\d+/.exec((await page.getByTestId("filter-accepted").textContent()) ?? "")?.[0]);
  await page.keyboard.press("l");
  await page.getByTestId("label-field").fill("Child T");
  await page.getByTestId("label-alike").click();
  await page.getByTestId("save-label").click();
  await expect.poll(accepted).toBeGreaterThan(1);
  expect(await accepted()).toBeLessThan(count);
  await page.keyboard.press("u");
  await expect.poll(accepted).toBe(0);
});

test("a burn goes on while one looks elsewhere, and its result stands with its own document", async () => {
  const { page } = candour;
  await page.getByTestId("back-to-case").click();
  const left = async (): Promise<number> =>
    Number(/\d+/.exec((await page.getByTestId("filter-undecided").textContent()) ?? "")?.[0]);
  await page.getByTestId("review-document").first().click();
  await expect(page.getByTestId("group").first()).toBeVisible();
  await page.getByTestId("filter-undecided").click();
  for (let i = 0; i < 50 && (await left()) > 0; i++) {
    const before = await left();
    await page.keyboard.press("j");
    await page.keyboard.press("Shift+A");
    await expect.poll(left).toBeLessThan(before);
  }
  await page.getByTestId("burn").click();
  await page.getByTestId("start-burn").click();
  await page.getByTestId("nav-desk").click();
  await expect(page.getByTestId("burning")).toBeVisible();
  // Coming back finds the burn, and not the question whether to begin it.
  await page.getByTestId("burning").click();
  await expect(page.getByTestId("burn-running").or(page.getByTestId("burn-done"))).toBeVisible();
  await page.getByTestId("nav-people").click();
  await expect(page.getByTestId("notice")).toContainText("“Letter.pdf” was burnt and verified", {
    timeout: 120_000,
  });
  await page.getByTestId("nav-desk").click();
  await expect(page.getByTestId("exported")).toHaveCount(1);
  await page.getByTestId("review-document").nth(1).click();
  await page.getByTestId("burn").click();
  await expect(page.getByTestId("start-burn")).toBeVisible();
  await expect(page.getByTestId("burn-done")).toHaveCount(0);
  await page.getByRole("button", { name: "Back to the review" }).click();
});

test("a document that was imported by mistake is removed for good, and only after being asked", async () => {
  const { page } = candour;
  await page.getByTestId("back-to-case").click();
  const letter = page.getByTestId("document").filter({ hasText: "Letter" });
  await letter.getByTestId("remove-document").click();
  await expect(page.getByTestId("remove-consequences")).toContainText("1 burnt copy of it goes.");
  await expect(page.getByTestId("reason-form")).toContainText("this cannot be undone");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("document")).toHaveCount(2);
  await letter.getByTestId("remove-document").click();
  await page.getByTestId("reason").fill("It is Tamsin Orchard's letter");
  await page.getByTestId("reason-confirm").click();
  await expect(page.getByTestId("reason-form")).toContainText("detail of this case");
  await page.getByTestId("reason").fill("It belongs to another review");
  await page.getByTestId("reason-confirm").click();
  await expect(page.getByTestId("document")).toHaveCount(1);
  await expect(page.getByTestId("notice")).toContainText("was removed from the case");
  await page.getByTestId("nav-trail").click();
  await expect(page.getByText("It belongs to another review")).toBeVisible();
  await page.getByTestId("check-trail").click();
  await expect(page.getByTestId("chain-check")).toHaveAttribute("data-whole", "true");
  await page.getByTestId("nav-desk").click();
});

test("what was said about files of one case is not shown in another", async () => {
  const { page } = candour;
  await expect(page.getByTestId("refused")).toContainText("Chronology.pdf");
  await lock(page);
  await makeCase(page, "Another case", ANALYST);
  await expect(page.getByTestId("refused")).toHaveCount(0);
});

test("after a wrong passphrase the field is empty and has the focus", async () => {
  const { page } = candour;
  await lock(page);
  await page.getByTestId("open-case").first().click();
  await page.getByTestId("unlock-passphrase").fill("not the passphrase");
  await page.getByTestId("unlock").click();
  await expect(page.getByText("passphrase is not right")).toBeVisible();
  await expect(page.getByTestId("unlock-passphrase")).toBeFocused();
  await expect(page.getByTestId("unlock-passphrase")).toHaveValue("");
  await page.keyboard.press("Escape");
});

test("among many cases one is found by its name, and no name leaves its card", async () => {
  const { page } = candour;
  await expect(page.getByTestId("find-case")).toHaveCount(0);
  for (let i = 2; i < MANY; i++) {
    await askGate(page, "cases.create", {
      name: `${i === 2 ? UNBROKEN : "Review"} ${i}`,
      user: { name: ANALYST.name, role: ANALYST.role },
      passphrase: ANALYST.passphrase,
    });
    await askGate(page, "cases.lock", {});
  }
  await page.reload();
  const cards = page.getByTestId("case-list").getByRole("listitem");
  await expect(cards).toHaveCount(MANY);
  const wider = await cards.evaluateAll(
    (all) => all.filter((card) => card.scrollWidth > card.clientWidth + 1).length,
  );
  expect(wider).toBe(0);
  await page.getByTestId("find-case").fill("FIRST");
  await expect(cards).toHaveCount(1);
  await expect(cards).toContainText("A first case");
  await page.getByTestId("find-case").fill("nobody's");
  await expect(cards).toHaveCount(0);
  await expect(page.getByText("No case on this machine goes by that name.")).toBeVisible();
});
