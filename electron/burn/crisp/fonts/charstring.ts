// Writes one outline as a Type 2 charstring: moves, lines and curves in whole font units, no hints
// and no subroutines, so that equal outlines give equal bytes whatever font they came from.
import { CLOSE, CUBIC, LINE, MOVE, QUADRATIC } from "../interpret/path-data.ts";
import type { PathData, Shape } from "../interpret/display-list.ts";

const RLINETO = 5;
const RRCURVETO = 8;
const ENDCHAR = 14;
const RMOVETO = 21;
/** Type 2 interpreters have 48 places on their stack. */
const MAX_OPERANDS = 48;
const LIMIT = 32_000;

class Writer {
  readonly bytes: number[] = [];
  #pending: number[] = [];
  #operator = 0;
  #x = 0;
  #y = 0;

  constructor(width: number) {
    this.#pending.push(width);
  }

  move(x: number, y: number): void {
    this.#flushUnless(0, 0);
    this.#pending.push(...this.#step(x, y));
    this.#end(RMOVETO);
  }

  line(x: number, y: number): void {
    this.#flushUnless(RLINETO, 2);
    this.#pending.push(...this.#step(x, y));
  }

  curve(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.#flushUnless(RRCURVETO, 6);
    this.#pending.push(...this.#step(x1, y1), ...this.#step(x2, y2), ...this.#step(x, y));
  }

  finish(): Uint8Array {
    this.#flushUnless(0, 0);
    this.#end(ENDCHAR);
    return Uint8Array.from(this.bytes);
  }

  #step(x: number, y: number): [number, number] {
    const by: [number, number] = [x - this.#x, y - this.#y];
    this.#x = x;
    this.#y = y;
    return by;
  }

  /** Keeps collecting operands of one operator while they fit. */
  #flushUnless(operator: number, room: number): void {
    if (this.#operator !== 0) {
      if (this.#operator === operator && this.#pending.length + room <= MAX_OPERANDS) return;
      this.#end(this.#operator);
    }
    this.#operator = operator;
  }

  #end(operator: number): void {
    for (const n of this.#pending) writeNumber(this.bytes, n);
    this.bytes.push(operator);
    this.#pending = [];
    this.#operator = 0;
  }
}

/** A control point of the cubic that is the same curve as a quadratic. */
function third(from: number, control: number): number {
  return from + ((control - from) * 2) / 3;
}

/** Numbers as in Type 2 charstrings (also valid in a CFF DICT for these ranges, but for 28). */
function writeNumber(out: number[], n: number): void {
  if (n >= -107 && n <= 107) out.push(n + 139);
  else if (n >= 108 && n <= 1131) out.push(247 + ((n - 108) >> 8), (n - 108) & 255);
  else if (n >= -1131 && n <= -108) out.push(251 + ((-n - 108) >> 8), (-n - 108) & 255);
  else out.push(28, (n >> 8) & 255, n & 255);
}

const programs = new WeakMap<Shape, Map<number, Uint8Array>>();

/** The charstring of a shape; written once. */
export function programOf(shape: Shape, unitsPerEm: number): Uint8Array {
  let known = programs.get(shape);
  if (!known) programs.set(shape, (known = new Map()));
  let program = known.get(unitsPerEm);
  if (!program) {
    program = charstring(shape.outline, shape.advance, unitsPerEm);
    known.set(unitsPerEm, program);
  }
  return program;
}

/**
 * @param outline em units
 * @throws where the outline does not fit into a font
 */
export function charstring(outline: PathData, advance: number, unitsPerEm: number): Uint8Array {
  const unit = (n: number): number => {
    const rounded = Math.round(n * unitsPerEm);
    if (!(Math.abs(rounded) < LIMIT / 2)) throw new Error("outline is too large");
    return rounded;
  };
  const writer = new Writer(unit(advance));
  let px = 0;
  let py = 0;
  let open = false;
  for (let i = 0; i < outline.length;) {
    const op = outline[i++]!;
    const at = (k: number) => outline[i + k]!;
    // A contour must begin with a move; a line first would be lost by the reader.
    if (op !== MOVE && op !== CLOSE && !open) throw new Error("contour without a start");
    if (op === CLOSE) {
      open = false;
    } else if (op === MOVE) {
      writer.move(unit(at(0)), unit(at(1)));
      [px, py] = [at(0), at(1)];
      open = true;
      i += 2;
    } else if (op === LINE) {
      writer.line(unit(at(0)), unit(at(1)));
      [px, py] = [at(0), at(1)];
      i += 2;
    } else if (op === QUADRATIC) {
      const [cx, cy, x, y] = [at(0), at(1), at(2), at(3)];
      writer.curve(
        unit(third(px, cx)),
        unit(third(py, cy)),
        unit(third(x, cx)),
        unit(third(y, cy)),
        unit(x),
        unit(y),
      );
      [px, py] = [x, y];
      i += 4;
    } else if (op === CUBIC) {
      const points = [at(0), at(1), at(2), at(3), at(4), at(5)].map(unit);
      writer.curve(...(points as [number, number, number, number, number, number]));
      [px, py] = [at(4), at(5)];
      i += 6;
    }
  }
  return writer.finish();
}
