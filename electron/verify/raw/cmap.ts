// Reads a ToUnicode map: which text each glyph code stands for. Ranges are spread out up to a cap.
// It serves two checks: an export's map may speak of used codes only, and a source's maps tell
// how a burnt term would look in the source's own glyph codes.
import { Lexer, Malformed } from "./lexer.ts";
import { isList, isText, isWord } from "./values.ts";
import type { Value } from "./values.ts";

export interface TextMap {
  /** Text of each code. */
  readonly texts: ReadonlyMap<number, string>;
  /** Bytes of a code. */
  readonly width: number;
  readonly faults: readonly string[];
  /** Written as exports write it. */
  readonly plain: boolean;
}

const MAX_CODES = 70_000;

/** What a map says besides its entries, line by line. */
const FRAME: ReadonlySet<string> = new Set(
  `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
<0000> <ffff>
endcodespacerange
endbfchar
endcmap
CMapName currentdict /CMap defineresource pop
end`.split("\n"),
);
const ENTRY = /^<([0-9A-Fa-f]{4})> <(?:[0-9A-Fa-f]{4})+>$/;

/** True where a map is written as exports write it: its frame, and one entry a line in order. */
function isPlainTextMap(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  let last = -1;
  let wanted = 0;
  for (const line of text.replace(/\n$/, "").split("\n")) {
    const entry = ENTRY.exec(line);
    const block = /^(\d{1,3}) beginbfchar$/.exec(line);
    if (block) wanted += Number(block[1]);
    else if (!FRAME.has(line)) {
      const code = entry ? Number.parseInt(entry[1]!, 16) : -1;
      if (code <= last) return false;
      last = code;
      wanted--;
    }
  }
  return wanted === 0 && !(/[A-F]/.test(codesOf(text)) && /[a-f]/.test(codesOf(text)));
}

function codesOf(text: string): string {
  return [...text.matchAll(/^<.*>$/gm)].join("");
}

export function readTextMap(bytes: Uint8Array): TextMap {
  const lexer = new Lexer(bytes);
  const texts = new Map<number, string>();
  const faults: string[] = [];
  let width = 1;
  let run: Value[] = [];
  try {
    while (!lexer.atEnd()) {
      const value = lexer.read(false);
      if (!isWord(value)) {
        run.push(value);
        if (run.length > 4 * MAX_CODES) throw new Malformed("is endless", lexer.pos);
        continue;
      }
      if (value.value === "endcodespacerange")
        for (const item of run) if (isText(item)) width = Math.max(width, item.bytes.length);
      if (value.value === "endbfchar") singles(run, texts);
      if (value.value === "endbfrange") ranges(run, texts);
      run = [];
    }
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    faults.push(error.message);
  }
  return { texts, width: Math.min(width, 4), faults, plain: isPlainTextMap(bytes) };
}

function singles(run: readonly Value[], texts: Map<number, string>): void {
  for (let i = 0; i + 1 < run.length && texts.size < MAX_CODES; i += 2) {
    const [from, to] = [run[i], run[i + 1]];
    if (isText(from) && isText(to)) texts.set(codeOf(from.bytes), utf16(to.bytes));
  }
}

function ranges(run: readonly Value[], texts: Map<number, string>): void {
  for (let i = 0; i + 2 < run.length; i += 3) {
    const [low, high, to] = [run[i], run[i + 1], run[i + 2]];
    if (!isText(low) || !isText(high)) continue;
    const first = codeOf(low.bytes);
    const last = codeOf(high.bytes);
    for (let code = first; code <= last && texts.size < MAX_CODES; code++) {
      if (isList(to)) {
        const item = to.items[code - first];
        if (isText(item)) texts.set(code, utf16(item.bytes));
      } else if (isText(to)) {
        const text = utf16(to.bytes);
        const end = text.charCodeAt(text.length - 1) + code - first;
        texts.set(code, text.slice(0, -1) + String.fromCharCode(end & 0xffff));
      }
    }
  }
}

function codeOf(bytes: Uint8Array): number {
  let code = 0;
  for (const byte of bytes) code = code * 256 + byte;
  return code;
}

export function utf16(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i + 1 < bytes.length; i += 2)
    text += String.fromCharCode((bytes[i]! << 8) | bytes[i + 1]!);
  return text;
}
