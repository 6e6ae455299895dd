// Bullets and numbers of list items whose tags do not set them apart: what leads an item on the
// page, parted from its words by room, is its label.
import { LABEL_FACE } from "../crisp/fonts/label-face.ts";
import type { GlyphItem } from "../crisp/interpret/display-list.ts";
import type { Block, Step } from "./model.ts";

const BULLET =
  "[\\u2022\\u2023\\u25a0-\\u25ff\\u2013\\u2014\\u00b7\\u2043\\uf0b7\\uf0a7\\uf0d8*o-]";
const COUNT = "\\(?(?:\\d{1,3}|[a-z]|[A-Z]|[ivx]{1,5}|\\d{1,2}(?:\\.\\d{1,2})+)[.)]";
const LABEL = new RegExp(`^(?:${BULLET}|${COUNT})$`, "u");
const LONGEST = 8;
/** Room after a label, in em. */
const ROOM = 0.13;

export interface LeadingLabel {
  readonly text: string;
  /** How many glyphs of the line are the label's. */
  readonly glyphs: number;
}

/** The label that a line begins with; the whole line where nothing follows. */
export function leadingLabel(line: readonly GlyphItem[]): LeadingLabel | undefined {
  let text = "";
  let end: readonly [number, number] | undefined;
  for (const [i, glyph] of line.entries()) {
    const [a, b, c, d, e, f] = glyph.matrix;
    const size = Math.hypot(c, d);
    const apart = end && Math.hypot(e - end[0], f - end[1]) > ROOM * size;
    const blank = glyph.shape.outline.length === 0;
    if (text !== "" && (apart || blank)) return labelled(text, i);
    if (glyph.face === LABEL_FACE || text.length > LONGEST) return undefined;
    if (!blank) text += glyph.shape.unicode;
    end = [e + a * glyph.shape.advance, f + b * glyph.shape.advance];
  }
  return labelled(text, line.length);
}

function labelled(text: string, glyphs: number): LeadingLabel | undefined {
  return LABEL.test(text) ? { text, glyphs } : undefined;
}

/** Whether a glyph says anything; the brackets of a label do so without ink. */
export function isText({ shape }: GlyphItem): boolean {
  return shape.outline.length > 0 || /\S/u.test(shape.unicode);
}

/** Whether a label is a number or letter that counts on; bullets do not. */
export function counts(label: string): boolean {
  return /[\p{L}\p{N}][.)]$/u.test(label);
}

export class ItemLabels {
  readonly #own = new Set<Step>();
  readonly #made = new Map<Step, Step>();

  /** @param blocks all that the page's tags hold */
  constructor(blocks: Iterable<Block>) {
    for (const { path } of blocks) {
      path.forEach((step, i) => {
        if (step.role === "Lbl") this.#own.add(path[i - 1]!);
      });
    }
  }

  /** The list item that a block is text of, where its label is not set apart. */
  itemOf({ path }: Block): Step | undefined {
    const at = path.findLastIndex((step) => step.role === "LI");
    const rest = path.slice(at + 1).map((step) => step.role);
    const text = rest.every((role) => role === "LBody" || role === "P");
    return at >= 0 && text && !this.#own.has(path[at]!) ? path[at] : undefined;
  }

  labelOf(item: Step, { path, order }: Block): Block {
    let label = this.#made.get(item);
    if (!label) this.#made.set(item, (label = { role: "Lbl" }));
    return { path: [...path.slice(0, path.indexOf(item) + 1), label], order };
  }
}
