// What is said of how far a document's reading has come, by its stage.
import type { Reading } from "./session.ts";

export const READING_WORDS = {
  text: "desk.readingText",
  ocr: "desk.readingOcr",
  suggestions: "desk.readingSuggestions",
} as const satisfies Record<Reading["stage"], string>;
