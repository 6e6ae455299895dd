// Loads pdf.js for reading alone: its half that draws would bring a canvas along, the largest library
// of all, which no check asks for.
import { createRequire } from "node:module";
import { resource } from "../../resources.ts";
import type * as PdfjsModule from "pdfjs-dist";

type Pdfjs = typeof PdfjsModule;

const CANVAS = "@napi-rs/canvas";

let loading: Promise<Pdfjs> | undefined;

export function library(): Promise<Pdfjs> {
  return (loading ??= withoutCanvas());
}

async function withoutCanvas(): Promise<Pdfjs> {
  const { cache, resolve } = requirePackages();
  const place = resolve(CANVAS);
  const there = cache[place];
  // Whoever has loaded it keeps it.
  if (!there) cache[place] = { exports: placeholders(), loaded: true } as unknown as NodeJS.Module;
  try {
    return (await import("pdfjs-dist/legacy/build/pdf.mjs")) as unknown as Pdfjs;
  } finally {
    if (!there) delete cache[place];
  }
}

function requirePackages(): NodeJS.Require {
  return createRequire(resource("node_modules", "pdfjs-dist", "legacy", "build", "pdf.mjs"));
}

/** Numbers are still reckoned with its matrices; a path to be drawn is a defect of ours. */
function placeholders(): object {
  const { DOMMatrix } = requirePackages()(`${CANVAS}/geometry.js`) as { DOMMatrix: unknown };
  const Path2D = function Path2D(): never {
    throw new Error("pdf.js is not to draw");
  };
  return { DOMMatrix, Path2D };
}
