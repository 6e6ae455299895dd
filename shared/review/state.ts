// What a document's review looks like after all its events: values only. Filled by project.ts;
// read by the list, the page, the burner's plan and the sign-off policy alike.
import type { Suggestion } from "../detect/model.ts";
import type { Rect } from "../geometry/rect.ts";
import type { ReasonCode } from "../policy/reasons.ts";
import type { Span } from "../model/page.ts";

export type Standing = "undecided" | "accepted" | "refused";

/** How one suggestion stands, and the event that made it so. */
export interface Verdict {
  readonly state: Standing;
  /** Seq of the deciding event; 0 while undecided from the start. */
  readonly seq: number;
  /** Who decided; null while undecided. */
  readonly by: string | null;
  readonly note: string | null;
}

/** What will be burnt: an accepted suggestion or a drawn box. */
export interface Mark {
  /** The suggestion's id, or the drawn mark's own. */
  readonly id: string;
  readonly origin: "suggestion" | "drawn";
  readonly page: number;
  readonly rects: readonly Rect[];
  readonly span: Span | null;
  readonly label: string | null;
  readonly reason: ReasonCode;
  /** True once its box was moved by hand: it no longer follows its span. */
  readonly adjusted: boolean;
  readonly seq: number;
  /** Everyone whose standing decisions shaped it: took it, moved it, labelled it. */
  readonly by: readonly string[];
}

export interface Left {
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly by: string;
  readonly note: string;
}

export interface Counts {
  readonly total: number;
  readonly undecided: number;
  readonly accepted: number;
  readonly refused: number;
  readonly drawn: number;
  /** Undecided ones of tier "suggested" and of tier "check". */
  readonly undecidedSuggested: number;
  readonly undecidedCheck: number;
}

export interface ReviewState {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** By page, then from top to bottom. */
  readonly marks: readonly Mark[];
  /** Places outside suggestions that a person looked at and left readable, with their reason. */
  readonly left: readonly Left[];
  readonly sealedPages: ReadonlySet<number>;
  readonly pictures: ReadonlyMap<string, { readonly kept: boolean; readonly by: string }>;
  readonly counts: Counts;
  /** Everyone with a decision that stands (R1). */
  readonly deciders: ReadonlySet<string>;
  /** Last seq that touched a suggestion, drawn mark or picture by id: what is new since a look. */
  readonly touched: ReadonlyMap<string, number>;
  /** Last seq that changed what a page burns. */
  readonly pageTouched: ReadonlyMap<number, number>;
  readonly undo: readonly number[];
  readonly redo: readonly number[];
}

export type { Suggestion };
