// Cheats on a scan whose words were moved as pixels: the last letters of the burnt name went along with
// the words behind them, as if the mark had ended before it. One letter is no word, and tells much of it.
import { burn } from "../../../electron/burn/burn.ts";
import type { Mutation } from "./edit.ts";
import type { GoodPair } from "./good-pair.ts";

/** Points of a letter: the page is typewritten. */
const LETTER = 6.6;

export const LEFT_ON_SCANS: readonly Mutation[] = [1, 2, 3].map((letters) => ({
  name: `the last ${letters > 1 ? `${letters} letters` : "letter"} of a name left`,
  check: "burnt-ink-gone",
  make: async ({ original, marks }: GoodPair) => {
    const [mark] = marks;
    const [x0, y0, x1, y1] = mark!.rect;
    const shorter = { ...mark!, rect: [x0, y0, x1 - LETTER * letters, y1] as const };
    const plan = { original, marks: [shorter], mode: "auto", language: "en-GB", epoch: 0 } as const;
    return (await burn(plan)).bytes;
  },
}));
