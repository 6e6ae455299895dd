// Two persons and a publisher answer for a publication, in the real window: decided, handed over,
// looked at, sent back once, answered, signed, decided on, released; and the trail of the case file,
// handed over to another profile, is checked there. At each step somebody tries what is not theirs.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "@playwright/test";
import { newHome, removeHome, startCandour } from "./candour.ts";
import { decided } from "./two-people/deciding.ts";
import { handedOver } from "./two-people/handing-over.ts";
import { lookedAt } from "./two-people/looking.ts";
import { published } from "./two-people/publishing.ts";
import type { Story } from "./two-people/story.ts";

const story = {} as Story;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  story.home = newHome();
  story.saved = mkdtempSync(join(tmpdir(), "candour-saved-"));
  story.candour = await startCandour({ home: story.home });
});

test.afterAll(async () => {
  await story.candour.close();
  removeHome(story.home);
  rmSync(story.saved, { recursive: true, force: true });
});

decided(story);
lookedAt(story);
published(story);
handedOver(story);
