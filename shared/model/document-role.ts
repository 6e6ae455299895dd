// What a document is within its case.
export const DOCUMENT_ROLES = [
  "overview-report",
  "executive-summary",
  "action-plan",
  "earlier-version",
  "other",
] as const;
export type DocumentRole = (typeof DOCUMENT_ROLES)[number];
