// What people do in the window, in the words of the tests: make a case, bring a person in, unlock,
// lock, hand over; and asking the gate directly, as a window that was tampered with would.
import { expect, type ElectronApplication, type Page } from "@playwright/test";

export interface Person {
  readonly name: string;
  readonly role: "analyst" | "reviewer" | "publisher";
  readonly passphrase: string;
}

export async function makeCase(page: Page, name: string, person: Person): Promise<void> {
  await page.getByTestId("make-case").click();
  await page.getByTestId("case-name").fill(name);
  await page.getByTestId("user-name").fill(person.name);
  for (const field of await page.locator('input[type="password"]').all())
    await field.fill(person.passphrase);
  await page.getByTestId("create-case").click();
  await expect(page.getByTestId("import")).toBeVisible();
}

export async function bringIn(page: Page, person: Person): Promise<void> {
  await page.getByTestId("nav-case").click();
  await page.getByTestId("add-user").click();
  await page.getByTestId("new-user-name").fill(person.name);
  await page.getByTestId("new-user-passphrase").fill(person.passphrase);
  await page.getByTestId("new-user-passphrase-again").fill(person.passphrase);
  if (person.role !== "reviewer") {
    await page.getByTestId("new-user-role").click();
    await page.getByRole("option", { name: new RegExp(person.role, "i") }).click();
  }
  await page.getByTestId("save-user").click();
  await expect(page.getByTestId("team")).toContainText(person.name);
}

export async function lock(page: Page): Promise<void> {
  await page.getByTestId("lock").click();
  await expect(page.getByTestId("case-list")).toBeVisible();
  // Nothing that was said about the case is left on the screen, nor in reach of a screen reader.
  await expect(page.getByTestId("notice")).toHaveCount(0);
  await expect(page.getByTestId("spoken")).toHaveText("");
}

export async function unlock(page: Page, person: Person): Promise<void> {
  await page.getByTestId("open-case").click();
  await page.getByRole("radio", { name: new RegExp(person.name) }).click({ force: true });
  await page.locator('input[type="password"]').fill(person.passphrase);
  await page.getByTestId("unlock").click();
  await expect(page.getByTestId("lock")).toBeVisible();
}

export interface GateAnswer {
  readonly ok: boolean;
  readonly code?: string;
  readonly message?: string;
  readonly value?: unknown;
}

/** Past every button: the call itself, as the page could make it. */
export function askGate(page: Page, name: string, request: unknown): Promise<GateAnswer> {
  return page.evaluate(
    ({ name, request }) =>
      (
        globalThis as unknown as {
          candour: { call(n: string, r: unknown): Promise<GateAnswer> };
        }
      ).candour.call(name, request),
    { name, request },
  );
}

/** The next save dialog answers with this path. */
export function saveTo(app: ElectronApplication, path: string): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

export function openFrom(app: ElectronApplication, path: string): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);
}

/** Types a day into a field of three parts, in the British order. */
export async function typeDay(page: Page, label: RegExp, day: Date): Promise<void> {
  const first = page.getByRole("group", { name: label }).getByRole("spinbutton").first();
  await first.click();
  const two = (n: number): string => String(n).padStart(2, "0");
  await page.keyboard.type(
    two(day.getDate()) + two(day.getMonth() + 1) + String(day.getFullYear()),
  );
}

/** Places that nobody has decided yet. */
export async function undecided(page: Page): Promise<number> {
  return Number(/\d+/.exec((await page.getByTestId("filter-undecided").textContent()) ?? "")?.[0]);
}
