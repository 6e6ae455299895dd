// The values of a PDF file as the verifier's own reader sees them. Plain data, nothing resolved:
// a reference stays a reference, so that reachability can be judged. Must never hold a function
// of the burner's library (V1).

export interface Name {
  readonly kind: "name";
  readonly value: string;
}

export interface Text {
  readonly kind: "string";
  readonly bytes: Uint8Array;
}

export interface Reference {
  readonly kind: "ref";
  readonly num: number;
  readonly gen: number;
}

export interface Dict {
  readonly kind: "dict";
  readonly entries: Map<string, Value>;
}

export interface List {
  readonly kind: "array";
  readonly items: readonly Value[];
}

export interface Stream {
  readonly kind: "stream";
  readonly dict: Dict;
  readonly raw: Uint8Array;
}

/** A bare word where an object was expected; content streams are full of them. */
export interface Word {
  readonly kind: "word";
  readonly value: string;
}

export type Value = null | boolean | number | Name | Text | Reference | Dict | List | Stream | Word;

export function isDict(value: Value | undefined): value is Dict {
  return typeof value === "object" && value !== null && value.kind === "dict";
}

export function isList(value: Value | undefined): value is List {
  return typeof value === "object" && value !== null && value.kind === "array";
}

export function isStream(value: Value | undefined): value is Stream {
  return typeof value === "object" && value !== null && value.kind === "stream";
}

export function isRef(value: Value | undefined): value is Reference {
  return typeof value === "object" && value !== null && value.kind === "ref";
}

export function isText(value: Value | undefined): value is Text {
  return typeof value === "object" && value !== null && value.kind === "string";
}

export function isName(value: Value | undefined): value is Name {
  return typeof value === "object" && value !== null && value.kind === "name";
}

export function isWord(value: Value | undefined, word?: string): value is Word {
  return (
    typeof value === "object" &&
    value !== null &&
    value.kind === "word" &&
    (word === undefined || value.value === word)
  );
}

export function nameOf(value: Value | undefined): string | undefined {
  return isName(value) ? value.value : undefined;
}

export function numberOf(value: Value | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}
