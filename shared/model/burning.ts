// What the burner takes and gives. `electron/burn/burn.ts` exports `burn: Burn`.
// The burner is a pure function of its input: no clock, no disk, no randomness (B1).
// It runs inside a killable worker; the caller owns the clock and the memory limit.
import type { BurnMode, PlanMark } from "./plan.ts";
import type { Rect } from "../geometry/rect.ts";

export interface BurnInput {
  readonly original: Uint8Array;
  /** User password, where the original needs one to open. */
  readonly password?: string;
  readonly marks: readonly PlanMark[];
  readonly mode: BurnMode;
  /** Pages that must be sealed whatever the mode (counted from 1). */
  readonly sealedPages?: readonly number[];
  /**
   * Sealed pages on which no line is set anew: boxes stand where the marks lie, and only lines that
   * none of them touches are given as text.
   */
  readonly boxedPages?: readonly number[];
  /**
   * Sealed pages that are given as a picture alone: their own text cannot be trusted, so that no
   * line is re-set and no text written but the labels.
   */
  readonly picturePages?: readonly number[];
  /**
   * Words of sealed pages that could not be proved alone, by where they stand (points of the page as
   * shown): they are left out of the page's text wherever no mark is on their line.
   */
  readonly unproven?: readonly UnprovenWords[];
  /** Pages that are not laid out together with others, though their text may run over their ends. */
  readonly alonePages?: readonly number[];
  /** BCP 47; written to the catalog. */
  readonly language: string;
  /** Title of the export; it is swept for burnt terms. Default: the original's title, swept. */
  readonly title?: string;
  /** Seconds since 1970 for dates in the file; absent = no dates at all. */
  readonly epoch?: number;
}

export interface UnprovenWords {
  readonly page: number;
  readonly words: readonly Rect[];
}

export interface BurnedPage {
  readonly page: number;
  readonly kind: "crisp" | "sealed";
  /** Why the page could not be crisp, or why the analyst sealed it; absent on crisp pages. */
  readonly reason?: string;
  /** Where the boxes stand in the EXPORT, PDF points of the export's page, one per visible box. */
  readonly boxes: readonly {
    readonly rect: Rect;
    readonly label: string | null;
    readonly reason: string;
    readonly bits: number;
  }[];
  /** First and last of the pages that it was laid out with: their text runs over their ends. */
  readonly run?: readonly [number, number];
  /** Regions of the export's page (PDF points) whose pixels may differ from the original: re-set lines. */
  readonly touched: readonly Rect[];
  /** The same regions in the original's un-rotated user space. */
  readonly touchedOriginal: readonly Rect[];
}

export interface BurnReport {
  readonly pages: readonly BurnedPage[];
  /** Texts off the pages that lost a burnt term: bookmarks, title, alt texts... (count by kind; never the text). */
  readonly swept: Readonly<Record<string, number>>;
  /** Plain sentences for the analyst: overflow, fallbacks, widths that could not be made constant. No secret. */
  readonly notes: readonly string[];
  readonly engines: Readonly<Record<string, string>>;
}

export interface BurnOutput {
  readonly bytes: Uint8Array;
  readonly report: BurnReport;
}

/**
 * Told after every page, so that the window can show progress page by page. Without a page: so many
 * pages have been read; how they are burnt is not known yet.
 */
export type BurnProgress = (done: number, total: number, page?: BurnedPage) => void;

/** @throws Refusal where the input cannot be accounted for (B4, B5); never a partial result. */
export type Burn = (input: BurnInput, progress?: BurnProgress) => Promise<BurnOutput>;
