// Two persons and a publisher answer for a publication, in the real window: decided, handed over,
// looked at, sent back once, answered, signed, decided on, released; and the trail of the case file,
// handed over to another profile, is checked there. At each step somebody tries what is not theirs.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { newHome, removeHome, root, startCandour, type Candour } from "./candour.ts";
import { dropFile, exportText, reviewPdf } from "./letter.ts";
import {
  askGate,
  bringIn,
  lock,
  makeCase,
  openFrom,
  saveTo,
  typeDay,
  unlock,
  type Person,
} from "./people.ts";

const ANALYST: Person = { name: "Ann Alder", role: "analyst", passphrase: "first long passphrase" };
const REVIEWER: Person = {
  name: "Rory Rowan",
  role: "reviewer",
  passphrase: "second long passphrase",
};
const PUBLISHER: Person = {
  name: "Pat Poplar",
  role: "publisher",
  passphrase: "third long passphrase",
};

let candour: Candour;
let home: string;
let saved: string;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  home = newHome();
  saved = mkdtempSync(join(tmpdir(), "candour-saved-"));
  candour = await startCandour({ home });
});

test.afterAll(async () => {
  await candour.close();
  removeHome(home);
  rmSync(saved, { recursive: true, force: true });
});

async function signsRefused(page: Page, why: RegExp): Promise<void> {
  const answer = await askGate(page, "workflow.sign", {});
  expect(answer).toMatchObject({ ok: false, code: "not-allowed" });
  expect(answer.message).toMatch(why);
}

async function firstDocument(page: Page): Promise<string> {
  const answer = await askGate(page, "cases.current", {});
  return (answer.value as { documents: { id: string }[] }).documents[0]!.id;
}

async function undecided(page: Page): Promise<number> {
  return Number(/\d+/.exec((await page.getByTestId("filter-undecided").textContent()) ?? "")?.[0]);
}

test("the analyst makes the case and brings in two others", async () => {
  const { page } = candour;
  await makeCase(page, "Review of a letter", ANALYST);
  await bringIn(page, REVIEWER);
  await bringIn(page, PUBLISHER);
});

test("the analyst decides: one place stays readable, everything else goes, the picture is kept", async () => {
  const { page } = candour;
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
  const { page } = candour;
  await page.getByTestId("back-to-case").click();
  await page.getByTestId("nav-signoff").click();
  await signsRefused(page, /reviewer/i);
  await page.getByTestId("submit-case").click();
  await expect(page.getByTestId("take-back")).toBeVisible();
  await expect(page.getByTestId("sign")).toHaveCount(0);
  await signsRefused(page, /reviewer/i);
  await nothingNewOnTheDesk(page);
});

/** While the second reviewer looks, the desk offers neither a new document nor a burn. */
async function nothingNewOnTheDesk(page: Page): Promise<void> {
  await page.getByTestId("nav-desk").click();
  await expect(page.getByTestId("next-step")).toBeVisible();
  await expect(page.getByTestId("review-document")).toBeVisible();
  await expect(page.getByTestId("import")).toHaveCount(0);
  await expect(page.getByTestId("burn-document")).toHaveCount(0);
  await expect(page.getByTestId("document-role")).toHaveCount(0);
}

test("the publisher can neither sign, nor decide a place, nor reopen", async () => {
  const { page } = candour;
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

test("R2 the reviewer cannot sign unseen, nor say that more was seen than a screen can hold", async () => {
  const { page } = candour;
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
  const { page } = candour;
  await page.getByTestId("walk").click();
  await expect(page.getByTestId("to-see-left")).toBeVisible();
  const refused = page.getByTestId("to-see").filter({ hasText: "9 January" });
  await refused.click();
  await page.getByTestId("comment").click();
  await page.getByTestId("reason").fill("This date and the surgery together point to the family.");
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
  await page.getByTestId("reason").fill("This date and the surgery together point to the family.");
  await page.getByTestId("reason-confirm").click();
  await expect(page.getByTestId("reason-form")).toHaveCount(0);
  await page.getByTestId("to-signoff").click();
  await expect(page.getByTestId("sign")).toBeDisabled();
  await page.getByTestId("send-back").click();
  await page.getByTestId("reason").fill("Please look again at the date of Tamsin Orchard’s visit.");
  await page.getByTestId("reason-confirm").click();
  await expect(page.getByTestId("reason-form")).toContainText("Orchard");
  await page.getByTestId("reason").fill("Please look again at the date that was left readable.");
  await page.getByTestId("reason-confirm").click();
  await expect(page.getByTestId("stage-reason")).toContainText("Please look again");
  await expect(page.getByTestId("stage-reason")).toContainText("Rory Rowan sent the case back");
  await signsRefused(page, /handed/);
});

/** Reads on until nothing is left to see, as a person does: Next, and a moment to look. */
async function seeEverything(page: Page): Promise<void> {
  const all = page.getByTestId("all-seen");
  for (let i = 0; i < 40 && (await all.count()) === 0; i++) {
    const next = page.getByTestId("next-to-see");
    if ((await next.count()) > 0) await next.click({ timeout: 2_000 }).catch(() => undefined);
    await page.waitForTimeout(1_300);
  }
  await expect(all).toBeVisible();
}

test("the analyst answers: the place is removed after all, and the case handed over again", async () => {
  const { page } = candour;
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
  const { page } = candour;
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

test("the signed plan is burnt; the publisher decides and releases it, nobody else", async () => {
  const { page } = candour;
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
  const { page, app } = candour;
  await page.getByTestId("nav-exports").click();
  await saveTo(app, join(saved, "keyed.pdf"));
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
    await saveTo(app, join(saved, file));
    await page.getByTestId("trail-copies").click();
    await page.getByRole("menuitem", { name: format }).click();
    await expect.poll(() => existsSync(join(saved, file))).toBe(true);
  }
  const read = (file: string) => exportText(new Uint8Array(readFileSync(join(saved, file))));
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

test("A2 the trail is whole on a second profile, from the case file that was handed over", async () => {
  const { page, app } = candour;
  const file = join(saved, "handed-over.candour");
  await page.getByTestId("nav-exports").click();
  const copy = join(saved, "public.pdf");
  await saveTo(app, copy);
  await page.getByTestId("save-copy").click();
  await expect.poll(() => existsSync(join(saved, "public.certificate.json"))).toBe(true);
  expect(await exportText(new Uint8Array(readFileSync(copy)))).not.toMatch(/Tamsin|Orchard/);
  await page.getByTestId("nav-case").click();
  await saveTo(app, file);
  await page.getByTestId("backup").click();
  await expect.poll(() => existsSync(file)).toBe(true);
  await candour.close();

  const command = (...args: string[]) =>
    spawnSync("npx", ["candour", ...args], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, CANDOUR_PASSPHRASE: REVIEWER.passphrase, CANDOUR_USER: REVIEWER.name },
    });
  const witness = join(saved, "public.certificate.json");
  const checked = command("audit", "verify", file, witness);
  expect(checked.stderr).not.toContain("candour:");
  expect(checked.status).toBe(0);
  expect(checked.stdout).toMatch(/\d+ entries, head [0-9a-f]{64}/);
  expect(checked.stdout).toContain("Nothing that the witness saw is missing");
  // There is no command that signs, whoever asks.
  expect(command("sign", file).status).toBe(2);

  const other = newHome();
  try {
    candour = await startCandour({ home: other });
    await openFrom(candour.app, file);
    await candour.page.getByTestId("restore").click();
    await expect(candour.page.getByTestId("case-list")).toContainText("Review of a letter");
    await unlock(candour.page, REVIEWER);
    await candour.page.getByTestId("nav-trail").click();
    await candour.page.getByTestId("check-trail").click();
    await expect(candour.page.getByTestId("chain-check")).toHaveAttribute("data-whole", "true");
    const entries = (await candour.page.getByTestId("trail-entry").allTextContents()).join("\n");
    for (const step of [/handed/i, /sent.*back/i, /signed/i, /released/i])
      expect(entries).toMatch(step);
    expect(entries).not.toMatch(/Tamsin|Orchard|Quarry/);
  } finally {
    removeHome(other);
  }
});

test("nothing of the case can be read in what lies on the disk", () => {
  const found = spawnSync(
    "grep",
    ["-rlaE", "Tamsin|Orchard|Quarry Lane|999 000 0018|07700 900123", home],
    { encoding: "utf8" },
  );
  expect(found.stdout).toBe("");
  // The search itself can find: the profile does hold the case's own name.
  expect(
    execFileSync("grep", ["-rlaE", "Review of a letter", home], { encoding: "utf8" }),
  ).not.toBe("");
});
