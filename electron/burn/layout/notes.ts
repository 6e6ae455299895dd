// What a page says of its text that could go over to the next page, or had no room to: whoever burns asks
// for it, also where nothing is laid out.

export const OTHER_HEIGHT =
  "A paragraph with a box keeps its room on the page, so readers may guess how many lines it had before; if that says too much, mark more of the paragraph.";
/** Said once, of the page on which such words stand. */
export const RUNS_OVER =
  "Text with a box runs on to the next page, and where that page begins may show whether the burnt words took more or fewer lines; if that says too much, mark more words around them.";
