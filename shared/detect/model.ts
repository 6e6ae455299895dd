// The final interface between detectors and everything downstream.
// A detector is a pure function of text; it never reads a clock, a disk or the screen.
import type { DocumentId, PageNumber, PersonId, SuggestionId } from "../model/ids.ts";
import type { Rect } from "../geometry/rect.ts";
import type { Tagger } from "./tagged-span.ts";

/** What is found. The class decides default reason, label family and colour-free icon. */
export type Category =
  | "person"
  | "organisation"
  | "school"
  | "health-provider"
  | "place"
  | "address"
  | "postcode"
  | "date"
  | "age"
  | "phone"
  | "email"
  | "url"
  | "ip"
  | "handle"
  | "nhs-number"
  | "uln"
  | "upn"
  | "nino"
  | "vehicle"
  | "driving-licence"
  | "passport"
  | "bank"
  | "tax"
  | "court-number"
  | "crime-reference"
  | "collar-number"
  | "hospital-number"
  | "reference"
  | "code"
  | "demographic"
  | "quantity"
  | "misc"
  | "explicit"
  | "deny-list"
  | "unexplained";

/** "suggested" is taken by "accept all suggested"; "check" waits for a person to look. */
export type Tier = "suggested" | "check";

/** A detector's finding on one page (or in a plain text, where page is 1). Offsets are UTF-16, [start, end). */
export interface Finding {
  readonly page: PageNumber;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly category: Category;
  readonly identifier: "direct" | "quasi";
  /** 0..1: how sure the detector is that a reader could be led to a person. */
  readonly score: number;
  readonly tier: Tier;
  /** e.g. "identifier/nhs-number", "people/alias", "tagger/linear" */
  readonly detector: string;
  /** Version of that detector, bumped whenever its answers may change. */
  readonly version: string;
  /** Plain English for the analyst: "NHS number; its check digit holds". */
  readonly why: string;
  /** Findings with one group are decided together: a person, or the same text. Stable within a run. */
  readonly group: string;
  /** Heading of that group, e.g. the person's fullest mention. */
  readonly groupName: string;
  /** Proposed label or generalisation ("Mother", "early March"); absent where none is safe. */
  readonly label?: string;
}

export interface Suggestion extends Finding {
  readonly id: SuggestionId;
  readonly documentId: DocumentId;
  /** One rectangle per line the span touches, PDF points; empty for a plain text. */
  readonly rects: readonly Rect[];
}

/** Text of one document as a detector sees it. */
export interface DetectDocument {
  readonly id: string;
  /** File name without folder; it counts as text. */
  readonly name: string;
  readonly pages: readonly { readonly page: PageNumber; readonly text: string }[];
  /** Bookmarks, title, metadata: searched for aliases, never a source of page spans. */
  readonly hidden?: readonly string[];
}

/** A person already known to the case, and what they are called in it. */
export interface KnownPerson {
  readonly id: PersonId;
  readonly names: readonly string[];
  readonly label: string | null;
}

export interface DetectOptions {
  readonly known?: readonly KnownPerson[];
  /** Exact texts that are never suggested (panel, authors, the authority by decision). */
  readonly allow?: readonly string[];
  /** Texts always suggested; `fuzzy` allows one edit; `pattern` is an RE2 expression. */
  readonly deny?: readonly {
    readonly text: string;
    readonly fuzzy?: boolean;
    readonly pattern?: boolean;
  }[];
  /** The statistical tagger, its model already loaded; without it the rules stand alone. */
  readonly tagger?: Tagger;
}

/** Answer of a whole run: findings by document id in the order given, sorted by page, then start. */
export type DetectResult = ReadonlyMap<string, readonly Finding[]>;

/** The one entry point: shared/detect/detect.ts exports `detect: Detect`. */
export type Detect = (
  documents: readonly DetectDocument[],
  options?: DetectOptions,
) => DetectResult;
