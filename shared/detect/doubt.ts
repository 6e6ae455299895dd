// A suggestion's words "why" are reasons joined by "; ". One of them says that somebody else could be
// meant: such a place is a name for certain, but whose is a person's to decide. Pure.
const COULD_ALSO_MEAN = "could also mean ";

export const couldAlsoMean = (names: readonly string[]): string =>
  `${COULD_ALSO_MEAN}${names.join(" or ")}: look who is meant`;

export interface Reasons {
  /** "could also mean Tegan Marsh: look who is meant" */
  readonly doubt: string | null;
  readonly reasons: readonly string[];
}

export function reasonsOf(why: string): Reasons {
  const parts = why.split("; ");
  const doubt = parts.find((part) => part.startsWith(COULD_ALSO_MEAN)) ?? null;
  return { doubt, reasons: parts.filter((part) => part !== doubt) };
}
