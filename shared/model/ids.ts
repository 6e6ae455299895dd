// Branded identifiers and units, so that a page index never passes for a page
// number nor a CSS pixel for a PDF point. Pure types; no behaviour beyond casts.

declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Random UUID of a case; also the name of its folder. */
export type CaseId = Brand<string, "CaseId">;
/** Random UUID of a document within its case (never derived from its content). */
export type DocumentId = Brand<string, "DocumentId">;
/** Random UUID of a mark (drawn, or an accepted suggestion's). */
export type MarkId = Brand<string, "MarkId">;
/** Stable within a document: the same span by the same detector keeps its id on a re-run. */
export type SuggestionId = Brand<string, "SuggestionId">;
/** Random UUID of a named user of a case (analyst, reviewer, publisher). */
export type UserId = Brand<string, "UserId">;
/** Random UUID of an entry in the people register of a case. */
export type PersonId = Brand<string, "PersonId">;
/** Random UUID of an export. */
export type ExportId = Brand<string, "ExportId">;

/** Page counted from 1, as people and MARKS.json count. */
export type PageNumber = number;
/** UTC, ISO 8601 with milliseconds and Z. */
export type Instant = string;
