// A window that crashes with a case open: the case is locked, the window comes back, and neither a dump
// nor anything else on the disk holds a word of the case. Titles and recent files tell nothing either.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { newHome, removeHome, startCandour } from "./candour.ts";
import { dropFile, letterPdf } from "./letter.ts";
import { makeCase } from "./people.ts";

test("A3 a crash locks the case and leaves no word of it on the disk", async () => {
  const home = newHome();
  const { app, page, close } = await startCandour({ home });
  try {
    const person = { name: "Ann Alder", role: "analyst", passphrase: "a long passphrase" } as const;
    await makeCase(page, "Review of a letter", person);
    await dropFile(page, "Tamsin Orchard.pdf", await letterPdf());
    await page.getByTestId("review-document").click();
    await expect(page.getByTestId("group").first()).toBeVisible();
    // The taskbar and the list of windows show the title; it names neither case nor document.
    expect(
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle()),
    ).toBe("Candour");
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer();
    });
    // A question to a window that is gone may never be answered.
    const inWindow = (code: string) =>
      app.evaluate(
        ({ BrowserWindow }, script) =>
          Promise.race([
            BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(
              script,
            ) as Promise<unknown>,
            new Promise((resolve) => setTimeout(() => resolve("no answer"), 1_000)),
          ]),
        code,
      );
    await expect
      .poll(() => inWindow("document.body.innerText").catch(() => ""), { timeout: 20_000 })
      .toContain("Your cases");
    expect(await inWindow("window.candour.call('cases.current', {})")).toMatchObject({
      value: null,
    });
    const files = readdirSync(home, { recursive: true, encoding: "utf8" });
    expect(files.filter((name) => /\.(?:dmp|core)$/u.test(name))).toEqual([]);
    const secrets = "Tamsin|Orchard|Quarry Lane|999 000 0018|07700 900123";
    const found = spawnSync("grep", ["-rlaE", secrets, home], { encoding: "utf8" });
    expect(found.stdout).toBe("");
  } finally {
    await close();
    removeHome(home);
  }
});
