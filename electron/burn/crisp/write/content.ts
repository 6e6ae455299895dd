// Writes the content stream of a page: numbers with at most three decimals (matrices of turned
// text six), colours and pens only where they change, one clip at a time. It knows display-list
// values only; an operator of the source never reaches it. Equal calls give equal bytes.
import type { Clip, Colour, PathData, PathPaint, PathStroke } from "../interpret/display-list.ts";
import type { Matrix } from "../../../pdfium/display.ts";
import { invert } from "../../../pdfium/display.ts";
import { opacityOf, plainOf } from "../interpret/colour.ts";
import {
  CLOSE,
  CUBIC,
  LINE,
  MOVE,
  asRectangle,
  rectanglePath,
  transformPath,
} from "../interpret/path-data.ts";

export function num(n: number, decimals = 3): string {
  const by = 10 ** decimals;
  const rounded = Math.round(n * by) / by;
  if (Number.isInteger(rounded)) return Object.is(rounded, -0) ? "0" : String(rounded);
  return rounded
    .toFixed(decimals)
    .replace(/0+$/, "")
    .replace(/^(-?)0\./, "$1.");
}

interface Pen {
  fill: Colour;
  stroke: Colour;
  /** Of 255. */
  fillOpacity: number;
  strokeOpacity: number;
  width: string;
  cap: number;
  join: number;
  mitre: string;
  dash: string;
}

const INITIAL: Pen = {
  fill: "#000000",
  stroke: "#000000",
  fillOpacity: 255,
  strokeOpacity: 255,
  width: "1",
  cap: 0,
  join: 0,
  mitre: "10",
  dash: "[] 0",
};

export class ContentWriter {
  readonly #out: string[] = [];
  readonly #opacities = new Set<string>();
  #pen: Pen = { ...INITIAL };
  #clip: { readonly key: string; readonly outer: Pen } | undefined;

  raw(line: string): void {
    this.#out.push(line);
  }

  /** Everything until the next call is cut to `clip`; undefined: to nothing. */
  clip(clip: Clip | undefined): void {
    const key = clip ? clipOperators(clip).join("\n") : "";
    if ((this.#clip?.key ?? "") === key) return;
    this.endClip();
    if (key === "") return;
    this.#clip = { key, outer: { ...this.#pen } };
    this.raw("q");
    this.raw(key);
  }

  endClip(): void {
    if (!this.#clip) return;
    this.raw("Q");
    this.#pen = this.#clip.outer;
    this.#clip = undefined;
  }

  fillColour(colour: Colour): void {
    const opacity = opacityOf(colour);
    if (this.#pen.fillOpacity !== opacity) this.#opacity("A", (this.#pen.fillOpacity = opacity));
    const plain = plainOf(colour);
    if (this.#pen.fill === plain) return;
    this.#pen.fill = plain;
    this.raw(colourOperator(plain, "g", "rg"));
  }

  strokeColour(colour: Colour): void {
    const opacity = opacityOf(colour);
    if (this.#pen.strokeOpacity !== opacity)
      this.#opacity("S", (this.#pen.strokeOpacity = opacity));
    const plain = plainOf(colour);
    if (this.#pen.stroke === plain) return;
    this.#pen.stroke = plain;
    this.raw(colourOperator(plain, "G", "RG"));
  }

  #opacity(kind: "A" | "S", opacity: number): void {
    const name = `${kind}${opacity}`;
    this.#opacities.add(name);
    this.raw(`/${name} gs`);
  }

  /** Names of the graphics states in use: "A" for filling, "S" for stroking, then the opacity of 255. */
  get opacities(): readonly string[] {
    const place = (name: string) => (name.startsWith("S") ? 1_000 : 0) + Number(name.slice(1));
    return [...this.#opacities].sort((a, b) => place(a) - place(b));
  }

  lineWidth(width: number): void {
    const text = num(width);
    if (this.#pen.width === text) return;
    this.#pen.width = text;
    this.raw(`${text} w`);
  }

  path(data: PathData, paint: PathPaint): void {
    const { fill, stroke, evenOdd } = paint;
    if (fill !== undefined) this.fillColour(fill);
    if (!stroke) {
      this.raw(`${pathOperators(data)} ${evenOdd ? "f*" : "f"}`);
      return;
    }
    this.strokeColour(stroke.colour);
    this.#stroke(stroke);
    const operator = fill === undefined ? "S" : evenOdd ? "B*" : "B";
    if (!stroke.pen) {
      this.raw(`${pathOperators(data)} ${operator}`);
      return;
    }
    const pen = matrixOperator(stroke.pen);
    const written = pen.split(" ").slice(0, 6).map(Number) as unknown as Matrix;
    const local = transformPath(data, invert(written));
    this.raw(`q ${pen} ${pathOperators(local)} ${operator} Q`);
  }

  #stroke(stroke: PathStroke): void {
    const pen = this.#pen;
    this.lineWidth(stroke.width);
    if (pen.cap !== stroke.cap) this.raw(`${(pen.cap = stroke.cap)} J`);
    if (pen.join !== stroke.join) this.raw(`${(pen.join = stroke.join)} j`);
    const mitre = num(stroke.mitre);
    if (pen.mitre !== mitre) this.raw(`${(pen.mitre = mitre)} M`);
    const dash = `[${stroke.dash.map((n) => num(n)).join(" ")}] ${num(stroke.phase)}`;
    if (pen.dash !== dash) this.raw(`${(pen.dash = dash)} d`);
  }

  /** @param fill paint of a stencil; undefined for pictures, which bring their own colours */
  image(name: string, matrix: Matrix, fill: Colour | undefined): void {
    this.fillColour(fill ?? this.#pen.fill);
    this.raw(`q ${matrixOperator(matrix)} /${name} Do Q`);
  }

  text(): string {
    this.endClip();
    return `${this.#out.join("\n")}\n`;
  }
}

function matrixOperator(m: Matrix): string {
  return `${m
    .slice(0, 4)
    .map((n) => num(n, 6))
    .join(" ")} ${num(m[4])} ${num(m[5])} cm`;
}

function colourOperator(colour: Colour, grey: string, rgb: string): string {
  const parts = [1, 3, 5].map((i) => num(parseInt(colour.slice(i, i + 2), 16) / 255));
  return parts[0] === parts[1] && parts[1] === parts[2]
    ? `${parts[0]} ${grey}`
    : `${parts.join(" ")} ${rgb}`;
}

function clipOperators(clip: Clip): string[] {
  const lines = [`${pathOperators(rectanglePath(clip.rect))} W n`];
  for (const path of clip.paths) {
    lines.push(`${pathOperators(path.data)} ${path.evenOdd ? "W*" : "W"} n`);
  }
  return lines;
}

export function pathOperators(data: PathData): string {
  const n = (value: number) => num(value);
  const rect = asRectangle(data);
  if (rect && data[data.length - 1] === CLOSE && rect[2] > rect[0] && rect[3] > rect[1]) {
    return `${n(rect[0])} ${n(rect[1])} ${n(rect[2] - rect[0])} ${n(rect[3] - rect[1])} re`;
  }
  const out: string[] = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i < data.length;) {
    const op = data[i++]!;
    const at = (k: number) => data[i + k]!;
    if (op === CLOSE) {
      out.push("h");
    } else if (op === MOVE || op === LINE) {
      [x, y] = [at(0), at(1)];
      out.push(`${n(x)} ${n(y)} ${op === MOVE ? "m" : "l"}`);
      i += 2;
    } else if (op === CUBIC) {
      out.push(`${[0, 1, 2, 3, 4, 5].map((k) => n(at(k))).join(" ")} c`);
      [x, y] = [at(4), at(5)];
      i += 6;
    } else {
      const [cx, cy, ex, ey] = [at(0), at(1), at(2), at(3)];
      const control = [
        x + ((cx - x) * 2) / 3,
        y + ((cy - y) * 2) / 3,
        ex + ((cx - ex) * 2) / 3,
        ey + ((cy - ey) * 2) / 3,
      ];
      out.push(`${[...control, ex, ey].map(n).join(" ")} c`);
      [x, y] = [ex, ey];
      i += 4;
    }
  }
  return out.join(" ");
}

/** The graphics states that a page names; each is told entirely by its name. */
export function opacityStates(
  names: readonly string[],
): Record<string, Record<string, string | number>> {
  return Object.fromEntries(
    names.map((name) => {
      const opacity = Math.round((Number(name.slice(1)) / 255) * 1000) / 1000;
      return [name, { Type: "ExtGState", [name.startsWith("A") ? "ca" : "CA"]: opacity }];
    }),
  );
}
