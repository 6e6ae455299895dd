// What a statistical tagger tells about a stretch of text. Values only: who trains the tagger,
// how it is stored and how it is weighed against the rules is decided elsewhere.
// Offsets are UTF-16 into the text the tagger was given, [start, end).

export const TAG_TYPES = [
  "PERSON",
  "LOC",
  "ORG",
  "DEM",
  "DATETIME",
  "QUANTITY",
  "CODE",
  "MISC",
] as const;

export type TagType = (typeof TAG_TYPES)[number];

export interface TaggedSpan {
  readonly start: number;
  readonly end: number;
  readonly type: TagType;
  /** 0..1; the tagger's own probability that the span leads to a person. */
  readonly score: number;
}

/** A tagger as the detectors see it: a pure function of one text, spans in order of start. */
export type Tagger = (text: string) => readonly TaggedSpan[];
