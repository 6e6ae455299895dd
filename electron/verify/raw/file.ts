// Reads a finished PDF file strictly, byte by byte: one header, one cross-reference section, one
// trailer, every object where the table says it is, and nothing in between. It never repairs:
// whatever does not add up becomes a fault, because a place that one reader skips and another
// reads is a place to hide (leak channels 40 to 44, 58). It throws nothing.
import { Lexer, Malformed, isSpace } from "./lexer.ts";
import { decodeStream, Undecodable } from "./filters.ts";
import { isDict, isList, isRef, isStream, isWord, nameOf, numberOf } from "./values.ts";
import type { Dict, Stream, Value } from "./values.ts";

export interface StoredObject {
  readonly num: number;
  readonly gen: number;
  readonly value: Value;
  /** Object stream it was packed in. */
  readonly container?: number;
}

export interface Fault {
  readonly check: "one-revision" | "nothing-hidden" | "streams-exact";
  readonly message: string;
}

export interface RawFile {
  readonly objects: ReadonlyMap<number, StoredObject>;
  readonly trailer: Dict | undefined;
  readonly version: string;
  readonly faults: readonly Fault[];
  /** Numbers of cross-reference and object streams: reachable by being the file's own plumbing. */
  readonly plumbing: ReadonlySet<number>;
}

/** More objects than this is not an export of ours. */
const MAX_OBJECTS = 1_000_000;

type XrefEntry =
  | { readonly kind: "at"; readonly offset: number; readonly gen: number }
  | { readonly kind: "in"; readonly container: number; readonly index: number };

interface Taken {
  readonly start: number;
  readonly end: number;
}

export function readRawFile(bytes: Uint8Array): RawFile {
  const reader = new FileReader(bytes);
  reader.read();
  return reader;
}

class FileReader implements RawFile {
  readonly objects = new Map<number, StoredObject>();
  readonly faults: Fault[] = [];
  readonly plumbing = new Set<number>();
  trailer: Dict | undefined;
  version = "";
  private readonly bytes: Uint8Array;
  private readonly xref = new Map<number, XrefEntry>();
  private readonly taken: Taken[] = [];

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  read(): void {
    try {
      this.header();
      const start = this.tail();
      if (start === undefined) return;
      this.crossReference(start);
      this.storedObjects();
      this.packedObjects();
      this.betweenObjects();
    } catch (error) {
      if (!(error instanceof Malformed) && !(error instanceof Undecodable)) throw error;
      this.fault("nothing-hidden", `The file ${error.message} and cannot be read strictly.`);
    }
  }

  private fault(check: Fault["check"], message: string): void {
    if (this.faults.length < 200) this.faults.push({ check, message });
  }

  private ascii(from: number, to: number): string {
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + from, Math.max(0, to - from))
      .toString("latin1")
      .slice(0, to - from);
  }

  private header(): void {
    const head = this.ascii(0, Math.min(32, this.bytes.length));
    const match = /^%PDF-([12]\.\d)(\r\n|\r|\n)/.exec(head);
    if (!match) {
      this.fault("nothing-hidden", "The file does not begin with a PDF header.");
      return;
    }
    this.version = match[1]!;
    let end = match[0].length;
    // One comment of high bytes tells old mailers that the file is binary; nothing longer may hide there.
    const marker = /^%[\x80-\xff]{4,8}(\r\n|\r|\n)/.exec(head.slice(end));
    if (marker) end += marker[0].length;
    this.taken.push({ start: 0, end });
  }

  /** Finds the single startxref; returns the offset that it names. */
  private tail(): number | undefined {
    const whole = Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length);
    const from = Math.max(0, this.bytes.length - 64);
    const match = /startxref(?:\r\n|\r|\n)(\d{1,10})(?:\r\n|\r|\n)%%EOF(\r\n|\r|\n)?$/.exec(
      this.ascii(from, this.bytes.length),
    );
    if (!match) {
      this.fault("nothing-hidden", "The file does not end with its end-of-file mark.");
      return;
    }
    const start = this.bytes.length - match[0].length;
    this.taken.push({ start, end: this.bytes.length });
    if (whole.indexOf("startxref") !== start || whole.indexOf("%%EOF") < start)
      this.fault("one-revision", "The file holds more than one revision.");
    return Number(match[1]);
  }

  private crossReference(start: number): void {
    if (start >= this.bytes.length) throw new Malformed("points outside itself", start);
    if (this.ascii(start, start + 4) === "xref") this.table(start);
    else this.xrefStream(start);
    const trailer = this.trailer;
    if (!trailer) return;
    for (const key of ["Prev", "XRefStm"])
      if (trailer.entries.has(key))
        this.fault("one-revision", "The file refers back to an earlier revision of itself.");
    const size = numberOf(trailer.entries.get("Size"));
    const highest = Math.max(0, ...this.sample(this.xref.keys()));
    if (size !== highest + 1)
      this.fault("nothing-hidden", "The file's count of objects is not the true one.");
  }

  private sample(keys: Iterable<number>): number[] {
    let highest = 0;
    for (const key of keys) if (key > highest) highest = key;
    return [highest];
  }

  private table(start: number): void {
    const lexer = new Lexer(this.bytes, start + 4);
    for (;;) {
      lexer.skipSpace();
      const first = lexer.read(false);
      if (isWord(first, "trailer")) break;
      const count = lexer.read(false);
      if (typeof first !== "number" || typeof count !== "number" || count > MAX_OBJECTS)
        throw new Malformed("has a broken cross-reference table", lexer.pos);
      for (let i = 0; i < count; i++) this.tableEntry(lexer, first + i);
    }
    const trailer = lexer.read();
    if (!isDict(trailer)) throw new Malformed("has no trailer", lexer.pos);
    if (lexer.comments) this.fault("nothing-hidden", "The cross-reference table holds a comment.");
    this.trailer = trailer;
    this.taken.push({ start, end: lexer.pos });
  }

  private tableEntry(lexer: Lexer, num: number): void {
    const offset = lexer.read(false);
    const gen = lexer.read(false);
    const kind = lexer.read(false);
    if (typeof offset !== "number" || typeof gen !== "number" || !isWord(kind))
      throw new Malformed("has a broken cross-reference table", lexer.pos);
    if (kind.value === "n") this.enter(num, { kind: "at", offset, gen });
    else if (kind.value !== "f")
      throw new Malformed("has a broken cross-reference table", lexer.pos);
    else if (num !== 0)
      this.fault("one-revision", "The file keeps the place of an object that was removed.");
  }

  private enter(num: number, entry: XrefEntry): void {
    if (this.xref.size >= MAX_OBJECTS) throw new Malformed("holds too many objects", 0);
    if (this.xref.has(num)) this.fault("one-revision", "The file names one object twice.");
    this.xref.set(num, entry);
  }

  private xrefStream(start: number): void {
    const { value, num, end } = this.objectAt(start);
    if (!isStream(value) || nameOf(value.dict.entries.get("Type")) !== "XRef")
      throw new Malformed("has no cross-reference where it says", start);
    this.taken.push({ start, end });
    this.plumbing.add(num);
    this.objects.set(num, { num, gen: 0, value });
    this.trailer = value.dict;
    const widths = value.dict.entries.get("W");
    const w = isList(widths) ? widths.items.map((item) => numberOf(item) ?? -1) : [];
    if (w.length !== 3 || w.some((n) => n < 0 || n > 8 || !Number.isInteger(n)))
      throw new Malformed("has a broken cross-reference stream", start);
    const size = numberOf(value.dict.entries.get("Size")) ?? 0;
    const index = value.dict.entries.get("Index");
    const ranges = isList(index) ? index.items.map((item) => numberOf(item) ?? -1) : [0, size];
    const data = this.decoded(value, num);
    const [w0, w1, w2] = w as [number, number, number];
    let at = 0;
    const field = (width: number): number => {
      let n = 0;
      for (let i = 0; i < width; i++) n = n * 256 + (data[at++] ?? 0);
      return n;
    };
    for (let r = 0; r + 1 < ranges.length; r += 2) {
      for (let i = 0; i < ranges[r + 1]!; i++) {
        if (at + w0 + w1 + w2 > data.length)
          throw new Malformed("has a short cross-reference stream", start);
        const kind = w0 === 0 ? 1 : field(w0);
        const second = field(w1);
        const third = field(w2);
        const id = ranges[r]! + i;
        if (kind === 1) this.enter(id, { kind: "at", offset: second, gen: third });
        else if (kind === 2) this.enter(id, { kind: "in", container: second, index: third });
        else if (id !== 0)
          this.fault("one-revision", "The file keeps the place of an object that was removed.");
      }
    }
    if (at !== data.length)
      this.fault("streams-exact", "The cross-reference stream holds more than its entries.");
  }

  private decoded(stream: Stream, num: number): Uint8Array {
    const { bytes, slack, image } = decodeStream(stream, (v) => this.resolve(v));
    if (image) throw new Malformed("keeps its structure in an image", 0);
    if (slack) this.fault("streams-exact", `Object ${num} holds ${slack} bytes after its data.`);
    return bytes;
  }

  resolve(value: Value | undefined): Value | undefined {
    let depth = 0;
    while (isRef(value) && depth++ < 16) value = this.objects.get(value.num)?.value;
    return isRef(value) ? undefined : value;
  }

  private storedObjects(): void {
    for (const [num, entry] of this.xref) {
      if (entry.kind !== "at" || this.plumbing.has(num)) continue;
      const found = this.objectAt(entry.offset);
      if (found.num !== num || found.gen !== entry.gen)
        this.fault("nothing-hidden", `Object ${num} is not where the file says.`);
      this.taken.push({ start: entry.offset, end: found.end });
      this.objects.set(num, { num, gen: entry.gen, value: found.value });
    }
  }

  private objectAt(offset: number): { num: number; gen: number; value: Value; end: number } {
    const lexer = new Lexer(this.bytes, offset);
    if (isSpace(this.bytes[offset])) throw new Malformed("points beside an object", offset);
    const num = lexer.read(false);
    const gen = lexer.read(false);
    if (typeof num !== "number" || typeof gen !== "number" || !isWord(lexer.read(false), "obj"))
      throw new Malformed("points beside an object", offset);
    let value = lexer.read();
    lexer.skipSpace();
    if (isDict(value) && this.ascii(lexer.pos, lexer.pos + 6) === "stream")
      value = this.streamAt(value, lexer, num);
    if (!isWord(lexer.read(false), "endobj"))
      throw new Malformed("has an object without an end", offset);
    if (lexer.comments) this.fault("nothing-hidden", `Object ${num} holds a comment.`);
    return { num, gen, value, end: lexer.pos };
  }

  private streamAt(dict: Dict, lexer: Lexer, num: number): Stream {
    lexer.pos += 6;
    if (this.bytes[lexer.pos] === 13) lexer.pos++;
    if (this.bytes[lexer.pos] !== 10) throw new Malformed("has a stream without a line end", 0);
    lexer.pos++;
    const start = lexer.pos;
    const length = this.streamLength(dict.entries.get("Length"));
    if (length === undefined || start + length > this.bytes.length)
      throw new Malformed("has a stream of unknown length", start);
    lexer.pos = start + length;
    const rest = /^(\r\n|\r|\n)?endstream/.exec(this.ascii(lexer.pos, lexer.pos + 12));
    if (!rest) {
      this.fault("streams-exact", `The stream of object ${num} is not as long as it says.`);
      throw new Malformed("has a stream of a false length", start);
    }
    lexer.pos += rest[0].length;
    return { kind: "stream", dict, raw: this.bytes.subarray(start, start + length) };
  }

  private streamLength(value: Value | undefined): number | undefined {
    if (isRef(value)) {
      const entry = this.xref.get(value.num);
      if (entry?.kind !== "at") return;
      const found = this.objectAt(entry.offset);
      value = isStream(found.value) ? undefined : found.value;
    }
    const length = numberOf(value);
    return length !== undefined && Number.isInteger(length) && length >= 0 ? length : undefined;
  }

  private packedObjects(): void {
    const containers = new Map<number, Set<number>>();
    for (const [num, entry] of this.xref) {
      if (entry.kind !== "in") continue;
      const wanted = containers.get(entry.container) ?? new Set();
      containers.set(entry.container, wanted.add(num));
    }
    // Object streams that nothing points into are orphans with a load: open them as well.
    for (const [num, object] of this.objects) {
      const dict = isStream(object.value) ? object.value.dict : undefined;
      if (nameOf(dict?.entries.get("Type")) !== "ObjStm") continue;
      this.plumbing.add(num);
      if (!containers.has(num)) containers.set(num, new Set());
    }
    for (const [num, wanted] of containers) this.unpack(num, wanted);
  }

  private unpack(num: number, wanted: ReadonlySet<number>): void {
    const holder = this.objects.get(num)?.value;
    if (!isStream(holder)) throw new Malformed("packs objects in no object stream", 0);
    const count = numberOf(holder.dict.entries.get("N")) ?? -1;
    const first = numberOf(holder.dict.entries.get("First")) ?? -1;
    const data = this.decoded(holder, num);
    if (count < 0 || count > MAX_OBJECTS || first < 0 || first > data.length)
      throw new Malformed("has a broken object stream", 0);
    const head = new Lexer(data, 0, first);
    const places: { num: number; offset: number }[] = [];
    for (let i = 0; i < count; i++) {
      const id = head.read(false);
      const offset = head.read(false);
      if (typeof id !== "number" || typeof offset !== "number")
        throw new Malformed("has a broken object stream", 0);
      places.push({ num: id, offset: first + offset });
    }
    if (!head.atEnd() || head.comments) this.strayIn(num);
    places.sort((a, b) => a.offset - b.offset);
    for (const [i, place] of places.entries()) {
      const end = places[i + 1]?.offset ?? data.length;
      const lexer = new Lexer(data, place.offset, end);
      const value = lexer.read();
      if (!lexer.atEnd() || lexer.comments) this.strayIn(num);
      if (i === 0 && place.offset !== first) this.strayIn(num);
      if (!wanted.has(place.num)) {
        this.fault("nothing-hidden", `Object stream ${num} holds an object that no table names.`);
        continue;
      }
      this.objects.set(place.num, { num: place.num, gen: 0, value, container: num });
    }
  }

  private strayIn(num: number): void {
    this.fault("nothing-hidden", `Object stream ${num} holds bytes that are no object.`);
  }

  /** Every byte of the file belongs to something that was read, or is a line end. */
  private betweenObjects(): void {
    this.taken.sort((a, b) => a.start - b.start);
    let end = 0;
    for (const piece of this.taken) {
      if (piece.start < end) {
        this.fault("nothing-hidden", "Two objects share the same bytes.");
      } else if (!this.blank(end, piece.start)) {
        this.fault("nothing-hidden", "There are bytes between the objects.");
      }
      end = Math.max(end, piece.end);
    }
    if (!this.blank(end, this.bytes.length))
      this.fault("nothing-hidden", "There are bytes after the end of the file.");
  }

  private blank(from: number, to: number): boolean {
    // A few line ends; a run of white space could be a code.
    if (to - from > 4) return false;
    for (let i = from; i < to; i++) if (!isSpace(this.bytes[i])) return false;
    return true;
  }
}
