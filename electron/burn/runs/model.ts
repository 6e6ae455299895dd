// Pages that hang together by running text, read and not yet laid out. Values only.
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { DisplayList } from "../crisp/interpret/display-list.ts";
import type { PageSource } from "../crisp/page-source.ts";
import type { Found } from "../layout/paragraphs/find.ts";
import type { LaidOut } from "../layout/lay-out.ts";
import type { PageMark } from "../page-output.ts";

export interface RunPage {
  /** Counted from 1. */
  readonly page: number;
  readonly list: DisplayList;
  readonly marks: readonly PageMark[];
  /** The marks on the displayed page. */
  readonly rects: readonly Rect[];
  readonly found: Found;
  readonly source: PageSource;
  /** Laid out by itself: where its head and its foot stand. */
  readonly alone: LaidOut;
}

/** Heights between which a page's running text stands; its head is above them, its foot below. */
export interface Body {
  readonly head: number;
  readonly foot: number;
}

/** Capitals and tails of letters, in em over and under their baseline. */
export const CAPITAL = 0.72;
export const TAIL = 0.22;
