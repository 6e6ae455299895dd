// Where two threads part a document: by nothing but how many pages it has.

/** The pages of the second thread, from the first to the last of them. */
export function laterHalf(pages: number): [number, number] {
  return [Math.ceil(pages / 2) + 1, pages];
}
