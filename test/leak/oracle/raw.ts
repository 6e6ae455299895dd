// Everything a determined reader could pull out of a file without an engine: every object whether
// reachable or not, every stream decoded, every string in every spelling. It is tolerant on purpose
// and shares nothing with the burner or the verifier.
import { unzlibSync } from "fflate";

export interface RawPiece {
  readonly where: string;
  readonly text: string;
}

/** Bytes as one char each; TextDecoder's latin1 is windows-1252, which would move some. */
function chars(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) {
    text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  }
  return text;
}

function unpredict(data: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(data.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const kind = data[row * (columns + 1)]!;
    for (let i = 0; i < columns; i++) {
      const raw = data[row * (columns + 1) + 1 + i]!;
      const up = row > 0 && kind === 2 ? out[(row - 1) * columns + i]! : 0;
      out[row * columns + i] = raw + up;
    }
  }
  return out;
}

function decoded(dictionary: string, data: Uint8Array): Uint8Array | null {
  if (/\/(DCTDecode|JPXDecode|CCITTFaxDecode|JBIG2Decode)/.test(dictionary)) return null;
  if (!/\/(FlateDecode|Fl)\b/.test(dictionary)) return data;
  try {
    const plain = unzlibSync(data);
    const columns = /\/Predictor\s+1\d.*?\/Columns\s+(\d+)|\/Columns\s+(\d+)/s.exec(dictionary);
    return columns === null ? plain : unpredict(plain, Number(columns[1] ?? columns[2]));
  } catch {
    return data;
  }
}

function unescapeLiteral(text: string): string {
  return text.replaceAll(
    /\\(?:([0-7]{1,3})|([nrtbf])|(\r\n|[\r\n])|(.))/gs,
    (_, octal: string | undefined, letter: string | undefined, end: string | undefined, other) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
      if (letter !== undefined) return { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" }[letter]!;
      return end === undefined ? other : "";
    },
  );
}

/** Bytes of a string read as every text encoding that a PDF string may have. */
function readings(bytes: string): string[] {
  const raw = Uint8Array.from(bytes, (c) => c.charCodeAt(0) & 255);
  const all = [bytes, new TextDecoder("utf-8").decode(raw)];
  for (const label of ["utf-16be", "utf-16le"] as const) {
    if (raw.length >= 4) all.push(new TextDecoder(label).decode(raw));
  }
  return all;
}

/** Strings and names of an object or a content stream, and all its strings joined. */
function stringsOf(text: string): string[] {
  const found: string[] = [];
  let joined = "";
  const pattern =
    /<<|>>|<([0-9A-Fa-f\s]+)>|\(((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*)\)|\/([^\s()<>[\]{}/%]+)/gs;
  for (const match of text.matchAll(pattern)) {
    const [, hex, literal, name] = match;
    if (hex !== undefined) {
      const bytes = Buffer.from(hex.replaceAll(/\s/g, ""), "hex").toString("latin1");
      found.push(...readings(bytes));
      joined += bytes;
    } else if (literal !== undefined) {
      const bytes = unescapeLiteral(literal);
      found.push(...readings(bytes));
      joined += bytes;
    } else if (name !== undefined) {
      found.push(
        name.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
          String.fromCharCode(Number.parseInt(code, 16)),
        ),
      );
    }
  }
  return [...found, ...readings(joined)];
}

/** Every text of the file with the place it was found in. */
export function rawPieces(bytes: Uint8Array): RawPiece[] {
  const file = chars(bytes);
  const pieces: RawPiece[] = [{ where: "file", text: file }];
  const pattern = /(\d+)\s+(\d+)\s+obj\b(.*?)(?=endobj|\d+\s+\d+\s+obj\b)/gs;
  for (const match of file.matchAll(pattern)) {
    const where = `object ${match[1]}`;
    const body = match[3]!;
    const start = /stream\r?\n/.exec(body);
    const dictionary = start === null ? body : body.slice(0, start.index);
    pieces.push(...stringsOf(dictionary).map((text) => ({ where, text })));
    if (start === null) continue;
    const from = match.index + match[0].length - body.length + start.index + start[0].length;
    const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN);
    const end = Number.isNaN(length) ? file.indexOf("endstream", from) : from + length;
    const data = decoded(dictionary, bytes.subarray(from, end));
    if (data === null) {
      pieces.push({ where: `${where} (image bytes)`, text: chars(bytes.subarray(from, end)) });
      continue;
    }
    const isImage = /\/Subtype\s*\/Image/.test(dictionary);
    const text = isImage ? "" : chars(data);
    pieces.push({ where: `${where} (stream)`, text });
    if (!isImage) pieces.push(...stringsOf(text).map((one) => ({ where, text: one })));
  }
  return pieces;
}
