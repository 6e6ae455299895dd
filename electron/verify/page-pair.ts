// What one pass over a page is given, and what it leaves behind.
import type { BurnedPage } from "../../shared/model/burning.ts";
import type { InkReader } from "./checks/ink/reading-again.ts";
import type { PageTermText } from "./checks/terms/page-terms.ts";
import type { TextsOfPage } from "./engines/pdfjs.ts";
import type { ShownPage } from "./engines/shown-page.ts";
import type { Source } from "./pages/source.ts";
import type { PixelStore } from "./pixels/store.ts";
import type { PlacedMark } from "./reading/coverage.ts";
import type { BurntText } from "./reading/terms.ts";
import type { Runs } from "./together/runs.ts";

export interface PassResult {
  readonly terms: PageTermText;
  readonly burnt: readonly BurntText[];
  readonly words: number;
  readonly lost: number;
  readonly boxes: number;
}

export interface PassInput {
  /** Of pages seen as one, the first. */
  readonly number: number;
  readonly claim: BurnedPage | undefined;
  /** A note says that a comment or field of this page is left out; undefined without a claim. */
  readonly leftOut: boolean | undefined;
  /** Words that no mark covers; filled page by page. */
  readonly unmarked: Set<string>;
  /** All pages of the document that are seen as one. */
  readonly runs: Runs;
  readonly reading: InkReader;
  readonly store: PixelStore;
  /** What the verifier's own reader reads on the export's page; undefined where the file's form is doubted. */
  readonly retraced: string | undefined;
}

/** A page of original and export, or several of each seen as one. */
export interface Pair {
  /** How many pages they are. */
  readonly pages: number;
  readonly source: Source;
  readonly candidate: ShownPage;
  readonly candidateSecond: TextsOfPage;
  readonly marks: readonly PlacedMark[];
}
