// Burning one export several times: pages that did not pass are burnt another way, the others are
// taken as they were. One export is remembered at a time, in memory, and forgotten as soon as it is
// finished or refused: what it remembers includes what stood under the marks.
import type { BurnInput, BurnOutput, BurnProgress } from "../../shared/model/burning.ts";
import { burn } from "./burn.ts";
import { KeptPages } from "./kept-pages.ts";

let remembered: { readonly name: string; readonly pages: KeptPages } | undefined;

/** @param name of the export; its original, marks and mode never change */
export async function burnAgain(
  name: string,
  input: BurnInput,
  progress: BurnProgress,
): Promise<BurnOutput> {
  if (remembered?.name !== name) remembered = { name, pages: new KeptPages() };
  try {
    return await burn(input, progress, remembered.pages);
  } catch (error) {
    forgetPages();
    throw error;
  }
}

export function forgetPages(): void {
  remembered = undefined;
}
