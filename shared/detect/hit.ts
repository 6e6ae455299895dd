// What the rules hand to each other inside a run: a stretch of one clean page and what it seems to be.
// A hit becomes a Finding only in findings.ts, where overlaps are settled and offsets led back.
import type { PageNumber } from "../model/ids.ts";
import type { Category, Tier } from "./model.ts";
import type { CleanText } from "./text/normalise.ts";
import type { Tokens } from "./text/tokens.ts";

/** One page ready to be read: every rule works on the clean text and its tokens. */
export interface PageScan {
  /** Index of the document within the run. */
  readonly document: number;
  readonly page: PageNumber;
  readonly clean: CleanText;
  readonly tokens: Tokens;
  /** Where the page holds digits; patterns that need one are tried there only. */
  readonly zones: readonly (readonly [number, number])[];
  /** One byte a letter, 1 where a number stands in every review; null where there is none. */
  readonly publicNumbers: Uint8Array | null;
  /** Capitals that the page writes before a name as somebody's post (people/posts.ts). */
  readonly posts: ReadonlySet<string>;
  /** The page is written like a judgment of a court, where more is told of people and less of practice. */
  readonly judgment: boolean;
}

export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly category: Category;
  readonly identifier: "direct" | "quasi";
  readonly score: number;
  readonly tier: Tier;
  readonly detector: string;
  readonly version: string;
  readonly why: string;
  readonly label?: string;
  /** Absent: grouped by category and text. */
  readonly group?: string;
  readonly groupName?: string;
  /** Somebody whose given name and surname the case knows: no single place is doubted for its sentence. */
  readonly named?: boolean;
}

/** A family of rules: its name and version go into every finding. */
export interface Detector {
  readonly name: string;
  readonly version: string;
  /** One plain sentence for the analyst and the handbook. */
  readonly about: string;
  find(page: PageScan): Hit[];
}
