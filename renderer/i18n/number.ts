// Numbers as people read them: "1,059". Every number of the window goes through here, those within
// sentences by way of the formatter.
const grouped = new Intl.NumberFormat("en-GB");

export const numberOf = (value: number): string => grouped.format(value);

/** Counts within words of the verifier, which writes some of them without a comma. */
export const groupedIn = (words: string): string =>
  words.replaceAll(/(?<![\d.,])\d{4,}(?![\d.,])/g, (digits) => numberOf(Number(digits)));

/** What i18next asks about each value that it puts into a sentence. */
export const numbersInSentences = {
  type: "formatter" as const,
  init: (): void => undefined,
  add: (): void => undefined,
  addCached: (): void => undefined,
  format: (value: unknown): string => (typeof value === "number" ? numberOf(value) : String(value)),
};
