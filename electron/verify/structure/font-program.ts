// Counts the glyphs of an embedded font program: CFF (bare or in an OpenType wrapper) and
// TrueType. It reads just enough to name the glyphs that hold an outline, their widths, and the
// strings that the program carries, and sees to it that every byte belongs to one of its tables.
// Broken programs throw `BrokenFont`.
import { cffGlyphDraws, cffGlyphWidth, readDict } from "./cff-numbers.ts";

export class BrokenFont extends Error {}

export interface FontProgram {
  /** Identifiers of the glyphs, without .notdef: CIDs of a CFF font, glyph numbers of a TrueType. */
  readonly glyphs: ReadonlySet<number>;
  /** Names inside the program. */
  readonly names: readonly string[];
  /** Advance of each glyph in thousandths of the font's size. */
  readonly widths: ReadonlyMap<number, number>;
  /** Those of the glyphs that draw something. */
  readonly inked: ReadonlySet<number>;
}

export function readFontProgram(bytes: Uint8Array): FontProgram {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const tag = view.getUint32(0);
    if (tag === 0x4f54544f) return readCff(table(view, "CFF "));
    if (tag === 0x00010000 || tag === 0x74727565) return readTrueType(view);
    return readCff(view);
  } catch (error) {
    if (error instanceof RangeError) throw new BrokenFont("ends too early");
    throw error;
  }
}

function table(view: DataView, wanted: string): DataView {
  const count = view.getUint16(4);
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16;
    let tag = "";
    for (let k = 0; k < 4; k++) tag += String.fromCharCode(view.getUint8(at + k));
    if (tag !== wanted) continue;
    return new DataView(
      view.buffer,
      view.byteOffset + view.getUint32(at + 8),
      view.getUint32(at + 12),
    );
  }
  throw new BrokenFont(`has no ${wanted.trim()} table`);
}

/** What draws glyphs: names, notices, hints and signatures have no place in an export. */
const TABLES: ReadonlySet<string> = new Set(["glyf", "head", "hhea", "hmtx", "loca", "maxp"]);

function readTrueType(view: DataView): FontProgram {
  const spans: [number, number][] = [[0, 12 + view.getUint16(4) * 16]];
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(at + k)));
    if (!TABLES.has(tag)) throw new BrokenFont("holds a table that draws nothing");
    spans.push([view.getUint32(at + 8), view.getUint32(at + 8) + view.getUint32(at + 12)]);
  }
  checkCovered(view, spans, 3);
  const head = table(view, "head");
  const glyphCount = table(view, "maxp").getUint16(4);
  const long = head.getInt16(50) === 1;
  const loca = table(view, "loca");
  const glyphs = new Set<number>();
  const offset = (i: number): number => (long ? loca.getUint32(i * 4) : loca.getUint16(i * 2) * 2);
  for (let i = 1; i < glyphCount; i++) if (offset(i + 1) > offset(i)) glyphs.add(i);
  const metrics = table(view, "hhea").getUint16(34);
  const hmtx = table(view, "hmtx");
  const widths = new Map<number, number>();
  for (let i = 0; i < glyphCount; i++) {
    const advance = hmtx.getUint16(4 * Math.min(i, metrics - 1));
    widths.set(i, (advance * 1000) / head.getUint16(18));
  }
  return { glyphs, names: [], widths, inked: glyphs };
}

/** Every byte of a program belongs to exactly one part of it, but for a few zeros between them. */
function checkCovered(view: DataView, spans: [number, number][], padding: number): void {
  let end = 0;
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (from < end || from - end > padding) throw new BrokenFont("holds bytes of no use");
    for (let i = end; i < from; i++)
      if (view.getUint8(i) !== 0) throw new BrokenFont("holds bytes of no use");
    end = to;
  }
  if (view.byteLength < end || view.byteLength - end > padding)
    throw new BrokenFont("holds bytes of no use");
}

interface Index {
  readonly count: number;
  readonly end: number;
  item(i: number): [number, number];
}

function readIndex(view: DataView, at: number): Index {
  const count = view.getUint16(at);
  if (count === 0) return { count, end: at + 2, item: () => [0, 0] };
  const size = view.getUint8(at + 2);
  if (size < 1 || size > 4) throw new BrokenFont("has a broken index");
  const offset = (i: number): number => {
    let value = 0;
    for (let k = 0; k < size; k++) value = value * 256 + view.getUint8(at + 3 + i * size + k);
    return value;
  };
  const base = at + 2 + (count + 1) * size;
  return {
    count,
    end: base + offset(count),
    item: (i) => [base + offset(i), base + offset(i + 1)],
  };
}

function readCff(view: DataView): FontProgram {
  const names = readIndex(view, view.getUint8(2));
  const tops = readIndex(view, names.end);
  const strings = readIndex(view, tops.end);
  const routines = readIndex(view, strings.end);
  if (tops.count !== 1) throw new BrokenFont("holds more than one font");
  const top = readDict(view, ...tops.item(0));
  const charStringsAt = top.get(17)?.[0] ?? -1;
  const charStrings = readIndex(view, charStringsAt);
  const texts: string[] = [];
  for (const index of [names, strings])
    for (let i = 0; i < Math.min(index.count, 10_000); i++) {
      const [from, to] = index.item(i);
      let text = "";
      for (let k = from; k < Math.min(to, from + 512); k++)
        text += String.fromCharCode(view.getUint8(k));
      texts.push(text);
    }
  if (!top.has(1230) || routines.count > 0) throw new BrokenFont("is not of the kind of exports");
  const characters = charset(view, top.get(15)?.[0] ?? 0, charStrings.count);
  const fonts = readIndex(view, top.get(1236)?.[0] ?? -1);
  if (fonts.count !== 1) throw new BrokenFont("is not of the kind of exports");
  const [size, own] = readDict(view, ...fonts.item(0)).get(18) ?? [0, 0];
  const select = top.get(1237)?.[0] ?? -1;
  checkCovered(
    view,
    [
      [0, routines.end],
      [top.get(15)![0]!, characters.end],
      // One range over all glyphs.
      [select, select + 8],
      [charStringsAt, charStrings.end],
      [top.get(1236)![0]!, fonts.end],
      [own!, own! + size!],
    ],
    0,
  );
  const glyphs = new Set(characters.ids);
  if (glyphs.size !== Math.max(0, charStrings.count - 1))
    throw new BrokenFont("holds glyphs without a code");
  const scale = 1000 * (top.get(1207)?.[0] ?? 0.001);
  const widths = new Map<number, number>();
  const inked = new Set<number>();
  for (const [i, id] of characters.ids.entries()) {
    const width = cffGlyphWidth(view, ...charStrings.item(i + 1));
    if (width !== undefined) widths.set(id, width * scale);
    if (cffGlyphDraws(view, ...charStrings.item(i + 1))) inked.add(id);
  }
  return { glyphs, names: texts, widths, inked };
}

/** Character identifiers of the glyphs after .notdef. */
function charset(view: DataView, at: number, count: number): { ids: number[]; end: number } {
  const ids: number[] = [];
  if (at <= 2) throw new BrokenFont("has no character set of its own");
  const format = view.getUint8(at);
  let pos = at + 1;
  for (let glyph = 1; glyph < count;) {
    const first = view.getUint16(pos);
    const more = format === 0 ? 0 : format === 1 ? view.getUint8(pos + 2) : view.getUint16(pos + 2);
    pos += format === 0 ? 2 : format === 1 ? 3 : 4;
    for (let i = 0; i <= more && glyph < count; i++, glyph++) ids.push(first + i);
  }
  return { ids, end: pos };
}
