// The one typeface that labels are set in: Arimo Bold, shipped with the application and pinned, so
// that a label is as wide on every machine. The brackets that readers of the text meet around a
// label are blanks: the box itself is what the eye sees.
import { readFileSync } from "node:fs";
import { resource } from "../../../resources.ts";
import type { Face, Shape } from "../interpret/display-list.ts";
import { boundsOf, transformPath } from "../interpret/path-data.ts";
import { OutlineSource } from "./outline-source.ts";

const SUBSETS = ["latin", "latin-ext", "vietnamese", "greek", "cyrillic", "cyrillic-ext", "hebrew"];
/** Half of the room between the box's ends and the label, each bracket's width, in em. */
const BRACKET = 0.24;
const FALLBACK = "?";

const sources = new Map<string, OutlineSource>();
const shapes = new Map<string, Shape>();

export const LABEL_FACE: Face = {
  key: "label",
  unitsPerEm: 2048,
  ascent: 0.905,
  descent: -0.212,
  bold: true,
  italic: false,
  monospace: false,
  serif: false,
};

/** Opened where a letter is asked for that none before it has: unpacking takes long. */
function source(subset: string): OutlineSource {
  let known = sources.get(subset);
  if (!known) {
    const file = `arimo-${subset}-700-normal.woff2`;
    known = new OutlineSource(
      readFileSync(resource("node_modules", "@fontsource", "arimo", "files", file)),
    );
    sources.set(subset, known);
  }
  return known;
}

function letter(character: string): Shape {
  let shape = shapes.get(character);
  if (!shape) {
    const code = character.codePointAt(0)!;
    const subset = SUBSETS.find((name) => source(name).has(code));
    if (!subset) return letter(FALLBACK);
    const holder = source(subset);
    const em = 1 / holder.unitsPerEm;
    const outline = transformPath(holder.outline(code), [em, 0, 0, em, 0, 0]);
    shape = {
      outline,
      bounds: boundsOf(outline),
      advance: holder.advance(code) * em,
      unicode: character,
    };
    shapes.set(character, shape);
  }
  return shape;
}

/** A blank of a given width that reads as `unicode`. */
export function blank(unicode: string, advance: number): Shape {
  const key = `${unicode} ${advance}`;
  let shape = shapes.get(key);
  if (!shape) {
    shape = { outline: [], bounds: undefined, advance, unicode };
    shapes.set(key, shape);
  }
  return shape;
}

const labels = new Map<string, readonly Shape[]>();
/** A document has few, each measured many times. */
const MOST_LABELS = 500;

/** "[Child A]": bracket and letters of a label that is seen. */
export function labelShapes(label: string): readonly Shape[] {
  let known = labels.get(label);
  if (!known) {
    const letters = Array.from(label.normalize("NFC"), (c) => letter(c));
    known = [blank("[", BRACKET), ...letters, blank("]", BRACKET)];
    if (labels.size < MOST_LABELS) labels.set(label, known);
  }
  return known;
}

/** The text of a plain box: read by machines and screen readers, seen by nobody; `width` in em. */
export function plainShapes(text: string, width: number): readonly Shape[] {
  const letters = Array.from(text);
  const each = Math.round((width / letters.length) * 1000) / 1000;
  return letters.map((c) => blank(c, each));
}
