// Every screen and sheet of the window against the rules of WCAG 2.2 AA, in light, dark and the
// smallest window; and that no screen has to be moved sideways to be read.
import { expect, test } from "@playwright/test";
import { newHome, removeHome, startCandour, type Candour } from "./candour.ts";
import { expectClean, SCREENS } from "./clean.ts";
import { dropFile, reviewPdf } from "./letter.ts";
import { askGate, bringIn, makeCase, type Person } from "./people.ts";

const ANALYST: Person = { name: "Ann Alder", role: "analyst", passphrase: "first long passphrase" };

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

test("the start and the form that makes a case", async () => {
  const { page } = candour;
  await expect(page.getByTestId("make-case")).toBeVisible();
  await expectClean(page, "start");
  await page.getByTestId("make-case").click();
  await page.getByTestId("create-case").click();
  await expectClean(page, "make a case, with its troubles");
  await page.keyboard.press("Escape");
});

test("a passphrase is typed twice, or shown", async () => {
  const { page } = candour;
  await page.getByTestId("make-case").click();
  await page.getByRole("textbox", { name: /case/i }).fill("A case");
  await page.getByRole("textbox", { name: /your name/i }).fill(ANALYST.name);
  await page.getByTestId("passphrase").fill("one long passphrase");
  await page.getByTestId("passphrase-again").fill("one long passphrasd");
  await page.getByTestId("create-case").click();
  await expect(page.getByText("not the same")).toBeVisible();
  // A click beside the sheet does not lose what was typed.
  await page.mouse.click(8, 300);
  expect(await page.evaluate(() => document.activeElement?.closest("[data-sheet]") != null)).toBe(
    true,
  );
  await expect(page.getByTestId("make-case-form")).toBeVisible();
  await page.keyboard.press("Escape");
});

test("the review, its lists, its help and its label form", async () => {
  const { page } = candour;
  await makeCase(page, "Review of a letter", ANALYST);
  await bringIn(page, { name: "Rory Rowan", role: "reviewer", passphrase: "second passphrase" });
  await page.getByTestId("nav-desk").click();
  await dropFile(page, "Letter.pdf", await reviewPdf());
  await page.getByTestId("review-document").click();
  await expect(page.getByTestId("group").first()).toBeVisible();
  await expect(page.getByTestId("still-reading")).toHaveCount(0);
  await expectClean(page, "review");
  await page.keyboard.press("j");
  await page.keyboard.press("l");
  await expectClean(page, "label form");
  await page.keyboard.press("Escape");
  // The filters stand in one row, each with its count.
  const filters = page.locator('[data-testid^="filter-"]');
  const tops = await filters.evaluateAll((all) => all.map((f) => f.getBoundingClientRect().top));
  expect(tops.length).toBeGreaterThan(3);
  expect(new Set(tops).size).toBe(1);
  await page.getByTestId("filter-pictures").click();
  await expectClean(page, "pictures");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectClean(page, "all keys");
  await page.keyboard.press("Escape");
});

test("a box drawn while the pictures are listed is asked for its label at once", async () => {
  const { page } = candour;
  await page.getByTestId("filter-pictures").click();
  await expect(page.locator('[data-page="3"]')).toBeInViewport();
  const box = (await page.locator('[data-page="3"]').boundingBox())!;
  const from = { x: box.x + box.width * 0.2, y: Math.max(box.y, 0) + 180 };
  await page.keyboard.press("b");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 80, from.y + 60, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByTestId("label-field")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("group-list")).toBeFocused();
  await page.keyboard.press("u");
});

test("as the public sees it", async () => {
  const { page } = candour;
  await page.keyboard.press("p");
  await expect(page.getByTestId("public-banner")).toBeVisible();
  // The page itself as it would be burnt, not labels laid over it.
  await expect(page.locator('[data-testid="draft"]:visible').first()).toBeVisible({
    timeout: 30_000,
  });
  await expectClean(page, "as the public sees it");
  await page.keyboard.press("p");
});

test("a page as the public sees it that was dropped for newer ones is asked for again", async () => {
  const { page } = candour;
  const answer = await askGate(page, "cases.current", {});
  const { id } = (answer.value as { documents: { id: string }[] }).documents[0]!;
  await page.keyboard.press("p");
  const dropped = await page.evaluate(async (document) => {
    const asked = Array.from({ length: 30 }, (_, i) => {
      const image = new Image();
      image.src = `app://candour/draft/${document}/1?w=${1200 + i}&v=${i}`;
      return new Promise<boolean>((resolve) => {
        image.addEventListener("load", () => resolve(false));
        image.addEventListener("error", () => resolve(true));
      });
    });
    return (await Promise.all(asked)).filter(Boolean).length;
  }, id);
  expect(dropped).toBeGreaterThan(0);
  await expect(page.locator('[data-testid="draft"]:visible').first()).toBeVisible({
    timeout: 30_000,
  });
  await page.keyboard.press("p");
});

test("burning and its result", async () => {
  const { page } = candour;
  await page.getByTestId("filter-undecided").click();
  await page.keyboard.press("Control+Shift+A");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /accept/i })
    .click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  // A name that could be two people's is not among the sure ones: a person decides it.
  const left = async (): Promise<number> =>
    Number(/\d+/.exec((await page.getByTestId("filter-undecided").textContent()) ?? "")?.[0]);
  for (let i = 0; i < 50 && (await left()) > 0; i++) {
    const before = await left();
    await page.keyboard.press("j");
    await page.keyboard.press("Shift+A");
    await expect.poll(left).toBeLessThan(before);
  }
  await page.getByTestId("burn").click();
  await expect(page.getByTestId("start-burn")).toBeVisible();
  await expectClean(page, "burn summary");
  await page.getByTestId("start-burn").click();
  await expect(page.getByTestId("burn-done")).toBeVisible({ timeout: 120_000 });
  // Nobody has signed: whoever saves a copy reads it here.
  await expect(page.getByTestId("burnt-draft")).toContainText("draft");
  await expect(page.getByTestId("burn-done")).toContainText("-draft.pdf");
  await expectClean(page, "burn result");
});

test("two entries of the register become one person, and one that was taken out comes back", async () => {
  const { page } = candour;
  await page.getByTestId("nav-people").click();
  await page.getByTestId("take-all").click();
  const people = page.getByTestId("person");
  await expect(people.nth(1)).toBeVisible();
  const count = await people.count();
  const [first] = await people.first().locator("b").allTextContents();
  const [second] = await people.nth(1).locator("b").allTextContents();
  await people.nth(1).click();
  await page.getByTestId("same-person").click();
  await page.getByRole("option", { name: new RegExp(`^${first}`) }).click();
  await expect(page.getByTestId("join-help")).toContainText(second!);
  await expectClean(page, "the same person as");
  await page.getByTestId("save-person").click();
  await expect(people).toHaveCount(count - 1);
  await expect(people.first()).toContainText(second!);
  await expect(people.first()).toBeFocused();
  // Taken back both are there again, and joined once more.
  await page.getByTestId("notice-act").click();
  await expect(people).toHaveCount(count);
  await people.filter({ hasText: second! }).last().click();
  await page.getByTestId("same-person").click();
  await page.getByRole("option", { name: new RegExp(`^${first}`) }).click();
  await page.getByTestId("save-person").click();
  await expect(people).toHaveCount(count - 1);

  // Joined by mistake: the name is somebody else's after all, and becomes a person of their own.
  await people.first().click();
  await page.getByTestId("part-names").getByRole("button", { name: second!, exact: true }).click();
  await expectClean(page, "names apart");
  await page.getByTestId("save-person").click();
  await expect(people).toHaveCount(count);
  await page.getByTestId("notice").getByRole("button").last().click();
  await expect(people.filter({ hasText: second! })).toContainText("no label yet");

  await people.first().click();
  await page.getByRole("button", { name: /take out of the register/i }).click();
  await expect(people).toHaveCount(count - 1);
  await page.getByTestId("notice-act").click();
  await expect(people).toHaveCount(count);
});

test("a text that always stays is suggested no more, in words and in the list", async () => {
  const { page } = candour;
  const always = page.getByRole("textbox", { name: "Always suggested" });
  await always.fill("professionals worked");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("notice")).toContainText("always suggested now");
  await page.getByTestId("nav-desk").click();
  await expect(page.getByText(/places? (is|are) undecided/)).toBeVisible({ timeout: 30_000 });
  await page.getByTestId("nav-people").click();
  await page.getByRole("button", { name: /take “professionals worked” off the list/i }).click();
  await page.getByRole("textbox", { name: "Always stays" }).fill("professionals worked");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("notice")).toContainText("not suggested any more");
  await expectClean(page, "lists of texts");
  await page.getByTestId("nav-desk").click();
  await expect(page.getByText("Everything suggested is decided")).toBeVisible({ timeout: 30_000 });
});

test("what had the focus goes with its screen, and the next screen takes it", async () => {
  const { page } = candour;
  await page.getByTestId("nav-desk").click();
  await page.getByTestId("review-document").click();
  await page.getByTestId("back-to-case").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

for (const scheme of ["light", "dark"] as const)
  test(`every screen of the case, ${scheme}`, async () => {
    const { page } = candour;
    await page.emulateMedia({ colorScheme: scheme });
    for (const screen of SCREENS) {
      await page.getByTestId(`nav-${screen}`).click();
      await expect(page.getByRole("main")).toBeVisible();
      await expectClean(page, `${screen}, ${scheme}`);
    }
    await page.emulateMedia({ colorScheme: "light" });
  });

test("every screen of the case in the smallest window", async () => {
  const { page, app } = candour;
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const [width, height] = window!.getMinimumSize();
    window!.setSize(width!, height!);
  });
  for (const screen of SCREENS) {
    await page.getByTestId(`nav-${screen}`).click();
    await expectClean(page, `${screen}, small`);
  }
});
