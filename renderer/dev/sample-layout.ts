// Sets the invented report on A4 pages in the browser: measures every character, so that the
// picture (an SVG) and the quads agree. Development page only.
import { pageOf } from "./sample-text.ts";

const WIDTH = 595;
const HEIGHT = 842;
const MARGIN = 62;
const BODY = 11.5;
const LEADING = 19;
const FAMILY = "'Liberation Serif', serif";

interface Glyphs {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly y: number;
  readonly xs: readonly number[];
  readonly right: number;
}

export interface SampleLayout {
  readonly text: string;
  readonly quads: Float32Array;
  readonly svg: string;
}

const measure = document.createElement("canvas").getContext("2d")!;
const advances = new Map<string, number>();

function advance(character: string, size: number, bold: boolean): number {
  const key = `${bold ? "b" : ""}${character}`;
  let wide = advances.get(key);
  if (wide === undefined) {
    measure.font = `${bold ? "bold " : ""}100px ${FAMILY}`;
    wide = measure.measureText(character).width / 100;
    advances.set(key, wide);
  }
  return wide * size;
}

function setLine(text: string, x: number, y: number, size: number, bold: boolean): Glyphs {
  const xs: number[] = [];
  let at = x;
  for (const character of text) {
    xs.push(at);
    at += advance(character, size, bold);
  }
  return { text, size, bold, y, xs, right: at };
}

function broken(paragraph: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(" ")) {
    const next = line ? `${line} ${word}` : word;
    const wide = [...next].reduce((sum, c) => sum + advance(c, BODY, false), 0);
    if (wide > WIDTH - 2 * MARGIN && line) {
      lines.push(line);
      line = word;
    } else line = next;
  }
  if (line) lines.push(line);
  return lines;
}

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

const cache = new Map<string, SampleLayout>();

export function layoutPage(page: number, pages: number, title: string): SampleLayout {
  const key = `${title}:${page}`;
  const kept = cache.get(key);
  if (kept) return kept;
  const content = pageOf(page);
  const lines: Glyphs[] = [];
  lines.push(setLine(`${title} · Sarah Jones and others`, MARGIN, HEIGHT - 50, 9, false));
  lines.push(setLine(`${page} of ${pages}`, WIDTH - MARGIN - 40, HEIGHT - 50, 9, false));
  let y = HEIGHT - 100;
  lines.push(setLine(content.heading, MARGIN, y, 16, true));
  y -= 34;
  for (const paragraph of content.paragraphs) {
    const rows = broken(paragraph);
    if (y - rows.length * LEADING < 60) break;
    for (const row of rows) {
      lines.push(setLine(row, MARGIN, y, BODY, false));
      y -= LEADING;
    }
    y -= 9;
  }
  const made = { ...quadsOf(lines), svg: svgOf(lines) };
  cache.set(key, made);
  return made;
}

function quadsOf(lines: readonly Glyphs[]): { text: string; quads: Float32Array } {
  const text = lines.map((l) => l.text).join("\n");
  const quads = new Float32Array(text.length * 8).fill(Number.NaN);
  let unit = 0;
  for (const line of lines) {
    line.xs.forEach((x, i) => {
      const right = line.xs[i + 1] ?? line.right;
      const low = line.y - line.size * 0.22;
      const high = line.y + line.size * 0.72;
      if (line.text[i] !== " ") quads.set([x, low, right, low, right, high, x, high], unit * 8);
      unit++;
    });
    unit++;
  }
  return { text, quads };
}

function svgOf(lines: readonly Glyphs[]): string {
  const texts = lines
    .map((l) => {
      const xs = l.xs.map((x) => x.toFixed(2)).join(" ");
      const weight = l.bold ? ' font-weight="bold"' : "";
      return `<text x="${xs}" y="${HEIGHT - l.y}" font-size="${l.size}"${weight}>${escaped(l.text)}</text>`;
    })
    .join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH * 2}" height="${HEIGHT * 2}"><rect width="100%" height="100%" fill="#fff"/><g xml:space="preserve" style="white-space:pre" font-family="${FAMILY}" fill="#1c2430">${texts}</g></svg>`;
}
