// A line of letters as the heights of a page are told by it.

/** A line of letters of one size. */
export interface Row {
  readonly at: number;
  readonly size: number;
  /** A twin may not have it. */
  readonly unsure?: boolean;
}
