// What a page says of its text that could go over to the next page, or had no room to: whoever burns asks
// for it, also where nothing is laid out.

export const OTHER_HEIGHT =
  "How many lines a paragraph with a box had before can show beside it: nothing could move for it.";
/** Said once, of the page on which such words stand. */
export const RUNS_OVER =
  "Where the next page begins can show whether words that were burnt here took more or fewer lines.";
