import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { newHome, removeHome, root, startCandour } from "../candour.ts";
import { exportText } from "../letter.ts";
import { openFrom, saveTo, unlock } from "../people.ts";
import { REVIEWER } from "./story.ts";
import type { Story } from "./story.ts";

/** The case file is checked elsewhere, and nothing of the case can be read on the disk. */
export function handedOver(story: Story): void {
  test("A2 the trail is whole on a second profile, from the case file that was handed over", async () => {
    const { page, app } = story.candour;
    const file = join(story.saved, "handed-over.candour");
    await page.getByTestId("nav-exports").click();
    const copy = join(story.saved, "public.pdf");
    await saveTo(app, copy);
    await page.getByTestId("save-copy").click();
    await expect.poll(() => existsSync(join(story.saved, "public.certificate.json"))).toBe(true);
    expect(await exportText(new Uint8Array(readFileSync(copy)))).not.toMatch(/Tamsin|Orchard/);
    await page.getByTestId("nav-case").click();
    await saveTo(app, file);
    await page.getByTestId("backup").click();
    await expect.poll(() => existsSync(file)).toBe(true);
    await story.candour.close();

    const command = (...args: string[]) =>
      spawnSync("npx", ["candour", ...args], {
        cwd: root,
        encoding: "utf8",
        env: {
          ...process.env,
          CANDOUR_PASSPHRASE: REVIEWER.passphrase,
          CANDOUR_USER: REVIEWER.name,
        },
      });
    const witness = join(story.saved, "public.certificate.json");
    const checked = command("audit", "verify", file, witness);
    expect(checked.stderr).not.toContain("candour:");
    expect(checked.status).toBe(0);
    expect(checked.stdout).toMatch(/\d+ entries, head [0-9a-f]{64}/);
    expect(checked.stdout).toContain("Nothing that the witness saw is missing");
    // There is no command that signs, whoever asks.
    expect(command("sign", file).status).toBe(2);

    const other = newHome();
    try {
      story.candour = await startCandour({ home: other });
      await openFrom(story.candour.app, file);
      await story.candour.page.getByTestId("restore").click();
      await expect(story.candour.page.getByTestId("case-list")).toContainText("Review of a letter");
      await unlock(story.candour.page, REVIEWER);
      await story.candour.page.getByTestId("nav-trail").click();
      await story.candour.page.getByTestId("check-trail").click();
      await expect(story.candour.page.getByTestId("chain-check")).toHaveAttribute(
        "data-whole",
        "true",
      );
      const entries = (await story.candour.page.getByTestId("trail-entry").allTextContents()).join(
        "\n",
      );
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
      ["-rlaE", "Tamsin|Orchard|Quarry Lane|999 000 0018|07700 900123", story.home],
      { encoding: "utf8" },
    );
    expect(found.stdout).toBe("");
    // The search itself can find: the profile does hold the case's own name.
    expect(
      execFileSync("grep", ["-rlaE", "Review of a letter", story.home], { encoding: "utf8" }),
    ).not.toBe("");
  });
}
