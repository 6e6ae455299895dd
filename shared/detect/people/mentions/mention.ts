// A mention: one place where a person seems to be named, taken apart into title, given names and surname.
// All words are lower case and without possessive; spans are into a page's clean text.

export interface Mention {
  /** Index of the page scan within the run. */
  readonly scan: number;
  readonly start: number;
  readonly end: number;
  readonly title: string | null;
  /** Given names in full, in order. */
  readonly given: readonly string[];
  /** Initials before the surname ("s" of "S. Jones"). */
  readonly initials: readonly string[];
  readonly surname: string | null;
  /** A single word that may be a given name or a surname. */
  readonly single: string | null;
  /** Of "Chloe B", where the surname is only a letter. */
  readonly letter?: string;
  /** "granny" of "Granny Pryce": a word for older kin right before it. */
  readonly kin?: string;
  /** What stands beside it tells somebody under sixteen. */
  readonly young?: boolean;
  /** Of two with one name, the elder or the younger. */
  readonly generation?: "snr" | "jnr";
  /** `single` stands in two to four capitals: initials as likely as a name. */
  readonly capitals?: boolean;
  /** How sure it is that this names a person, 0..1. */
  readonly score: number;
  readonly why: string;
}

export type Sex = "f" | "m" | null;

const FEMALE_TITLES = new Set([
  "mrs",
  "ms",
  "miss",
  "dame",
  "lady",
  "baroness",
  "mme",
  "madam",
  "sister",
  "wpc",
]);
const MALE_TITLES = new Set(["mr", "sir", "lord", "baron", "father", "fr", "master"]);

export function sexOfTitle(title: string | null): Sex {
  if (title === null) return null;
  if (FEMALE_TITLES.has(title)) return "f";
  return MALE_TITLES.has(title) ? "m" : null;
}
