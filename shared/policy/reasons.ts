// Why something is burnt: the codes of MARKS.json, the redaction schedule and the reader's key.
// One table; labels here are the defaults that are burnt when a mark has none of its own.

export interface Reason {
  readonly code: string;
  /** Plain words for the analyst and the redaction schedule. */
  readonly name: string;
  /** Burnt where a mark carries no label; null gives a plain box of constant width. */
  readonly label: string | null;
}

export const REASONS = [
  { code: "child-name", name: "Name of a child", label: "Child" },
  { code: "family-name", name: "Name of a parent or relative", label: "Family member" },
  { code: "professional-name", name: "Name of a professional", label: "Professional" },
  { code: "other-name", name: "Name of another person", label: "Person" },
  { code: "date", name: "Exact date", label: "date removed" },
  { code: "age", name: "Exact age", label: "age removed" },
  { code: "address", name: "Address or postcode", label: "address removed" },
  { code: "place", name: "Place", label: "place removed" },
  {
    code: "organisation",
    name: "School, surgery or other organisation",
    label: "organisation removed",
  },
  { code: "contact", name: "Phone, email or account", label: "contact removed" },
  { code: "number", name: "Reference number", label: "number removed" },
  {
    code: "demographic",
    name: "Ethnicity, religion, occupation or kinship",
    label: "detail removed",
  },
  { code: "health", name: "Health or other sensitive detail", label: "detail removed" },
  { code: "explicit", name: "Explicit description", label: "abridged" },
  { code: "picture", name: "Picture, drawing or handwriting", label: "picture removed" },
  { code: "other", name: "Other identifying detail", label: null },
] as const satisfies readonly Reason[];

export type ReasonCode = (typeof REASONS)[number]["code"];

export const REASON_CODES = REASONS.map((r) => r.code) as [ReasonCode, ...ReasonCode[]];

/** The row of a code; unknown codes (a foreign MARKS.json) get the plain "other". */
export function reasonOf(code: string | undefined): Reason {
  return REASONS.find((r) => r.code === code) ?? REASONS[REASONS.length - 1]!;
}
