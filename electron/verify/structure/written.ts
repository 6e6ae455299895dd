// There is one way to write an export, down to the last byte: objects in the order of their
// numbers, one spacing, one form of every number and name. Whatever could be written in two ways
// could carry a bit of what was burnt. Walks through the file beside its own objects and tells
// where the two part; what the objects say is for others to judge.
import type { RawFile } from "../raw/file.ts";
import { isDict, isList, isName, isRef, isStream, isText } from "../raw/values.ts";
import type { Dict, Value } from "../raw/values.ts";

/** Numbers that the writing library takes for drafts of its own and drops again. */
const MOST_UNUSED = 4;
const MOST_DECIMALS = 6;

class Parted extends Error {}

export function writtenProblems(bytes: Uint8Array, file: RawFile): string[] {
  // What cannot be read at all is told elsewhere.
  if (!file.trailer || file.objects.size === 0) return [];
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const trace = new Trace(text);
  let where = "its head";
  try {
    trace.take(`%PDF-${file.version}\n%\u0081\u0081\u0081\u0081\n\n`);
    const offsets = new Map<number, number>();
    const numbers = [...file.objects.keys()].sort((a, b) => a - b);
    for (const num of numbers) {
      where = `object ${num}`;
      offsets.set(num, trace.at);
      trace.take(`${num} 0 obj\n`);
      trace.value(file.objects.get(num)!.value);
      trace.take("\nendobj\n\n");
    }
    where = "its table of objects";
    const start = trace.at;
    trace.take(table(offsets));
    trace.take("trailer\n");
    trace.value(file.trailer);
    trace.take(`\n\nstartxref\n${start}\n%%EOF`);
    if (trace.at !== text.length) throw new Parted();
    const highest = numbers[numbers.length - 1]!;
    if (highest - numbers.length > MOST_UNUSED) return ["The file leaves out numbers of objects."];
    return [];
  } catch (error) {
    if (!(error instanceof Parted)) throw error;
    return [`The file is not written in the one way of exports at ${where}.`];
  }
}

/** The cross-reference table, with a section for every run of numbers. */
function table(offsets: ReadonlyMap<number, number>): string {
  const numbers = [0, ...offsets.keys()];
  let text = "xref\n";
  for (let from = 0; from < numbers.length;) {
    let to = from + 1;
    while (to < numbers.length && numbers[to] === numbers[to - 1]! + 1) to++;
    text += `${numbers[from]} ${to - from}\n`;
    for (const num of numbers.slice(from, to))
      text +=
        num === 0
          ? "0000000000 65535 f \n"
          : `${String(offsets.get(num)).padStart(10, "0")} 00000 n \n`;
    from = to;
  }
  return `${text}\n`;
}

class Trace {
  at = 0;
  private readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  take(text: string): void {
    const end = this.at + text.length;
    if (this.bytes.toString("latin1", this.at, end) !== text) throw new Parted();
    this.at = end;
  }

  value(value: Value | undefined): void {
    if (value === undefined) throw new Parted();
    if (value === null || typeof value === "boolean") this.take(String(value));
    else if (typeof value === "number") this.take(numberForm(value));
    else if (isName(value)) this.take(nameForm(value.value));
    else if (isRef(value)) this.take(`${value.num} ${value.gen} R`);
    else if (isText(value)) this.text(value.bytes);
    else if (isList(value)) {
      this.take("[");
      for (const item of value.items) {
        this.take(" ");
        this.value(item);
      }
      this.take(" ]");
    } else if (isDict(value)) this.dict(value);
    else if (isStream(value)) {
      this.dict(value.dict);
      this.take("\nstream\n");
      // The data is what the reader took from this very place; its own form is judged elsewhere.
      this.at += value.raw.length;
      this.take("\nendstream");
    } else throw new Parted();
  }

  private dict({ entries }: Dict): void {
    this.take("<<\n");
    for (const [key, item] of entries) {
      this.take(`${nameForm(key)} `);
      this.value(item);
      this.take("\n");
    }
    this.take(">>");
  }

  /** Plain texts stand in brackets, all others in hexadecimal digits of one case. */
  private text(bytes: Uint8Array): void {
    const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
    if (this.bytes[this.at] !== 0x3c) {
      if (bytes.some((byte) => byte < 32 || byte > 126)) throw new Parted();
      return this.take(
        `(${Buffer.from(bytes)
          .toString("latin1")
          .replace(/[\\()]/g, "\\$&")})`,
      );
    }
    const upper = /^[^a-f]*$/.test(
      this.bytes.toString("latin1", this.at, this.at + hex.length + 2),
    );
    this.take(`<${upper ? hex.toUpperCase() : hex}>`);
  }
}

function numberForm(value: number): string {
  const text = String(value);
  const decimals = text.split(".")[1]?.length ?? 0;
  if (text.includes("e") || decimals > MOST_DECIMALS) throw new Parted();
  return text;
}

function nameForm(name: string): string {
  return `/${name.replace(/[^!-~]|[#%()<>[\]{}/]/g, (char) => `#${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`)}`;
}
