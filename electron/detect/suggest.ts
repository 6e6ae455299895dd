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
  return (text) => tag(text, model);
}

/** Findings by document id. Options cross from the calling side, so they hold values only. */
export async function suggest(
  documents: readonly DetectDocument[],
  options: DetectOptions,
): Promise<readonly (readonly [string, readonly Finding[]])[]> {
  const found = detect(documents, { ...options, tagger: await (tagger ??= loadTagger()) });
  return [...found];
}
