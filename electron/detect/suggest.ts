// The detectors with what they need from the disk: the tagger's model is read here, once a process.
import { readFile } from "node:fs/promises";
import { detect } from "../../shared/detect/detect.ts";
import type { DetectDocument, DetectOptions, Finding } from "../../shared/detect/model.ts";
import { loadModel, tag } from "../../shared/detect/tagger/tagger.ts";
import type { TaggedSpan } from "../../shared/detect/tagged-span.ts";
import { resource } from "../resources.ts";

let tagger: Promise<(text: string) => readonly TaggedSpan[]> | undefined;

async function loadTagger(): Promise<(text: string) => readonly TaggedSpan[]> {
  const bytes = await readFile(resource("shared", "detect", "tagger", "candour-tagger.model.bin"));
  const model = loadModel(bytes);
  return (text) => tag(text, model).flatMap((span) => withinCells(text, span));
}

/** A tab parts the cells of a table row (electron/text): no span runs over one. */
function withinCells(text: string, span: TaggedSpan): TaggedSpan[] {
  const pieces: TaggedSpan[] = [];
  let start = span.start;
  for (const piece of text.slice(span.start, span.end).split("\t")) {
    const end = start + piece.length;
    // The piece that the span begins with carries its meaning; what a next cell starts with may not.
    if (/[\p{L}\p{N}]{2}/u.test(piece) && pieces.length === 0) pieces.push({ ...span, start, end });
    start = end + 1;
  }
  return pieces;
}

/** Findings by document id. Options cross from the calling side, so they hold values only. */
export async function suggest(
  documents: readonly DetectDocument[],
  options: DetectOptions,
): Promise<readonly (readonly [string, readonly Finding[]])[]> {
  const found = detect(documents, { ...options, tagger: await (tagger ??= loadTagger()) });
  return [...found];
}
