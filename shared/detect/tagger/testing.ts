// For tests beside the tagger.
import { Lexicon } from "./lexicon.ts";

/** A lexicon that knows no word. */
export const EMPTY = new Lexicon({
  keys: new Uint32Array(0),
  masks: new Int32Array(0),
  families: new Uint16Array(0),
  vectors: new Int32Array(0),
});
