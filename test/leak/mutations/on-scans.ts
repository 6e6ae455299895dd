// Cheats on a scan without any text of its own: what was burnt is known from the original's picture alone,
// and stands again in the export's. Another picture with writing lies on a page of text.
import { scannedLetter } from "../../fixtures/scanned-letter.ts";
import { burntPair } from "./burnt-pair.ts";
import type { BurntPair } from "./burnt-pair.ts";
import type { Mutation } from "./edit.ts";
import { inked } from "./in-pixels.ts";

const NAME = "Whitlock";
const LINE = { x: 440, y: 605 };

export async function scanPair(): Promise<BurntPair> {
  const original = await scannedLetter();
  const mark = {
    page: 1,
    rect: [82, 600, 180, 614],
    label: "Child A",
    reason: "child-name",
  } as const;
  return burntPair({ original, marks: [mark], secrets: [NAME] }, "auto");
}

export const ON_SCANS: readonly Mutation[] = [
  inked("a name that only the picture tells, behind its line", { text: NAME, ...LINE, size: 10 }),
  inked("half of it", { text: NAME.slice(0, 5), ...LINE, size: 10 }),
  inked("the same in pale ink", { text: NAME, ...LINE, size: 10, shade: 0.8 }),
  inked("the same in small type", { text: NAME, ...LINE, size: 5.5 }),
  inked("the same in its box", { text: NAME, x: 84, y: 603, size: 6, shade: 1, boxed: true }),
  inked("the same above its line", { text: NAME, x: 400, y: 616, size: 6 }),
];
