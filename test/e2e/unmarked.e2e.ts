// A document in which nobody has anything to hide is published as any other: the same hand-over, look and
// signature, the same checks; what cannot be seen goes, and every word that can be seen stays.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { expect, test } from "@playwright/test";
import { removeHome, startCandour, type Candour } from "./candour.ts";
import { dropFile, exportText } from "./letter.ts";
import { bringIn, lock, makeCase, saveTo, typeDay, unlock, type Person } from "./people.ts";

const ANALYST: Person = { name: "Ann Alder", role: "analyst", passphrase: "first long passphrase" };
const REVIEWER: Person = { ...ANALYST, name: "Rory Rowan", role: "reviewer" };
const PUBLISHER: Person = { ...ANALYST, name: "Pat Poplar", role: "publisher" };
let candour: Candour;
let saved: string;

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  saved = mkdtempSync(join(tmpdir(), "candour-saved-"));
  candour = await startCandour();
});
test.afterAll(async () => {
  await candour.close();
  removeHome(candour.home);
  rmSync(saved, { recursive: true, force: true });
});

async function findings(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setAuthor("Orla Venn");
  document.setKeywords(["Tansy Quill"]);
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([595, 842]);
  page.drawText("Each of them held one part of the picture.", { x: 72, y: 760, size: 12, font });
  return document.save({ useObjectStreams: false });
}

test("nothing is marked, and the way to the second reviewer is said truly", async () => {
  const { page } = candour;
  await makeCase(page, "Findings alone", ANALYST);
  await bringIn(page, REVIEWER);
  await bringIn(page, PUBLISHER);
  await page.getByTestId("nav-desk").click();
  await dropFile(page, "Findings.pdf", await findings());
  await expect(page.getByTestId("next-step")).toContainText("Once every page has been read");
  await page.getByTestId("next-step").getByRole("button").click();
  await page.getByTestId("submit-case").click();
  await expect(page.getByTestId("take-back")).toBeVisible();
});

test("R2 the second reviewer sees its page before signing", async () => {
  const { page } = candour;
  await lock(page);
  await unlock(page, REVIEWER);
  await page.getByTestId("nav-signoff").click();
  await expect(page.getByTestId("sign")).toBeDisabled();
  await page.getByTestId("walk").click();
  await expect(async () => {
    // Reads on to the foot of the page.
    const next = page.getByTestId("next-to-see");
    if ((await next.count()) > 0) await next.click({ timeout: 1_000 }).catch(() => undefined);
    await expect(page.getByTestId("all-seen")).toBeVisible({ timeout: 1_500 });
  }).toPass();
  await page.getByTestId("to-signoff").click();
  await page.getByTestId("sign").click();
  await page.getByTestId("sign-open-confirm").click();
  await expect(page.getByText(/Signed by Rory Rowan/)).toBeVisible();
});

test("V2 it is burnt and verified, cleaned of what nobody sees, and published in full", async () => {
  const { page, app } = candour;
  await lock(page);
  await unlock(page, ANALYST);
  await page.getByTestId("burn-document").click();
  await expect(page.getByTestId("sentences-warn")).toContainText("every word that can be seen");
  await page.getByTestId("start-burn").click();
  await expect(page.getByTestId("burn-done")).toBeVisible({ timeout: 120_000 });
  await expect(page.getByTestId("glance")).toContainText("there is no gap");
  const target = join(saved, "findings.pdf");
  await saveTo(app, target);
  await page.getByTestId("save-copy").first().click();
  await expect(page.getByTestId("notice")).toContainText("findings.pdf");
  const bytes = new Uint8Array(readFileSync(target));
  expect(await exportText(bytes)).toContain("Each of them held one part of the picture.");
  expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/Orla|Venn|Tansy|Quill/u);

  await lock(page);
  await unlock(page, PUBLISHER);
  // What stands in the way of a release says where it is settled.
  await page.getByTestId("nav-exports").click();
  await page.getByTestId("release").click();
  await expect(page.getByTestId("release-form")).toContainText("No decision on publication");
  await page.getByTestId("to-publication").click();
  await page.getByTestId("kind-publish-in-full").click();
  await typeDay(page, /notice given/i, new Date(Date.now() - 40 * 86_400_000));
  await page.getByTestId("record-decision").click();
  await expect(page.getByTestId("standing-decision")).toContainText("Publish in full");
});

test("who reopened the case is said on the desk, before anything else is asked for", async () => {
  const { page } = candour;
  await lock(page);
  await unlock(page, REVIEWER);
  await page.getByTestId("nav-signoff").click();
  await page.getByRole("button", { name: /^Reopen/ }).click();
  await page.getByTestId("reason").fill("A reader asked about one sentence.");
  await page.getByTestId("reason-confirm").click();
  await expect(page.getByTestId("stage-reason")).toContainText("A reader asked");
  await lock(page);
  await unlock(page, ANALYST);
  await expect(page.getByTestId("next-step")).toContainText("Rory Rowan reopened the case");
});

test("the case is destroyed for a reason that names nobody, and that is said", async () => {
  const { page } = candour;
  await page.getByTestId("nav-people").click();
  await page.getByTestId("add-person").click();
  await page.getByTestId("person-names").fill("Tansy Quill");
  await page.getByTestId("save-person").click();
  await page.getByTestId("nav-case").click();
  await page.getByTestId("destroy").click();
  await page.getByTestId("destroy-reason").fill("The time for keeping Tansy Quill's file is over.");
  await page.getByTestId("destroy-name").fill("Findings alone");
  await page.getByTestId("destroy-confirm").click();
  // The trouble stands with the words that are troubling.
  await expect(page.getByTestId("destroy-reason")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByTestId("destroy-name")).not.toHaveAttribute("aria-invalid", "true");
  await page.getByTestId("destroy-reason").fill("The time for keeping it is over.");
  await page.getByTestId("destroy-confirm").click();
  await expect(page.getByTestId("notice")).toContainText("The case was destroyed");
  await expect(page.getByTestId("open-case")).toHaveCount(0);
});
