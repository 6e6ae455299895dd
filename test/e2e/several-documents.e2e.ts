// Two letters about one family: whoever was registered a moment ago has one label in both, words that
// several people share are marked as each of theirs, and nothing undecided is seen as the public sees it.
import { expect, test } from "@playwright/test";
import { removeHome, startCandour, type Candour } from "./candour.ts";
import { dropFile, letterPdf, reviewPdf } from "./letter.ts";
import { askGate, makeCase, type Person } from "./people.ts";

const ANALYST: Person = { name: "Ann Alder", role: "analyst", passphrase: "first long passphrase" };
let candour: Candour;

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  candour = await startCandour();
});
test.afterAll(async () => {
  await candour.close();
  removeHome(candour.home);
});

test("a document that nobody began is not said to keep all of its learning", async () => {
  const { page } = candour;
  await makeCase(page, "Two letters", ANALYST);
  await dropFile(page, "First.pdf", await reviewPdf());
  await dropFile(page, "Second.pdf", await letterPdf());
  await expect(page.getByText(/places are undecided/)).toHaveCount(2);
  await page.getByTestId("nav-publication").click();
  await expect(page.getByTestId("learning")).toHaveCount(2);
  await expect(page.getByTestId("learning").first()).toContainText("Nothing is decided yet");
  await expect(page.getByTestId("learning").first()).not.toContainText("%");
});

test("people who are taken into the register keep their labels in what is accepted at once", async () => {
  const { page } = candour;
  await page.getByTestId("nav-people").click();
  await page.getByTestId("take-all").click();
  await page.getByTestId("nav-desk").click();
  await page.getByTestId("review-document").nth(1).click();
  await expect(page.getByTestId("group").first()).toBeVisible();
  await page.getByRole("searchbox").fill("Orchard");
  await page.getByTestId("mark-hits").click();
  // A mother and her daughter: nobody is asked for one label for both.
  await expect(page.getByTestId("own-labels")).toContainText("Tamsin Orchard → Child A");
  await expect(page.getByTestId("own-labels")).toContainText("Mrs Denise Orchard → Mother");
  await expect(page.getByTestId("mark-hits-label")).toHaveCount(0);
  await page.getByTestId("mark-hits-confirm").click();
  await expect(page.getByTestId("filter-accepted")).toContainText("2");
  const checks = await askGate(page, "people.check", {});
  const { register } = checks.value as { register: { code: string }[] };
  expect(register.filter(({ code }) => code === "two-labels")).toEqual([]);
});

test("as the public sees it nothing undecided is drawn, on no page, picture or strip", async () => {
  const { page } = candour;
  const drawn = page.locator('[data-testid="thumbnail"] svg rect');
  const ticks = page.getByTestId("minimap").locator("rect");
  const [before, strip] = [await drawn.count(), await ticks.count()];
  await page.keyboard.press("Escape");
  await page.getByTestId("group-list").click({ position: { x: 2, y: 2 } });
  await page.keyboard.press("p");
  await expect(page.getByTestId("public-banner")).toBeVisible();
  await expect(drawn).toHaveCount(2);
  expect(before).toBeGreaterThan(3);
  expect(await ticks.count()).toBeLessThan(strip);
});
