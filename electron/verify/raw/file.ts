// Reads a finished PDF file strictly, byte by byte: one header, one cross-reference section, one
// trailer, every object where the table says it is, and nothing in between. It never repairs:
// whatever does not add up becomes a fault, because a place that one reader skips and another
// reads is a place to hide (leak channels 40 to 44, 58). It throws nothing.
import { Lexer, Malformed } from "./lexer.ts";
import { decodeStream, Undecodable } from "./filters.ts";
import { ascii, ObjectReader } from "./object-reader.ts";
import { packedIn } from "./object-stream.ts";
import { untaken } from "./taken.ts";
import type { Taken } from "./taken.ts";
import { readEntries, readTable } from "./xref.ts";
import type { XrefEntry } from "./xref.ts";
import { isDict, isRef, isStream, nameOf, numberOf } from "./values.ts";
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
  private readonly reader: ObjectReader;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    const offsetOf = (num: number): number | undefined => {
      const entry = this.xref.get(num);
      return entry?.kind === "at" ? entry.offset : undefined;
    };
    this.reader = new ObjectReader(bytes, offsetOf, ({ check, message }) =>
      this.fault(check, message),
    );
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
    return ascii(this.bytes, from, to);
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
    const removed = readTable(lexer, MAX_OBJECTS, (num, entry) => this.enter(num, entry));
    if (removed) this.keptPlace();
    const trailer = lexer.read();
    if (!isDict(trailer)) throw new Malformed("has no trailer", lexer.pos);
    if (lexer.comments) this.fault("nothing-hidden", "The cross-reference table holds a comment.");
    this.trailer = trailer;
    this.taken.push({ start, end: lexer.pos });
  }

  private keptPlace(): void {
    this.fault("one-revision", "The file keeps the place of an object that was removed.");
  }

  private enter(num: number, entry: XrefEntry): void {
    if (this.xref.size >= MAX_OBJECTS) throw new Malformed("holds too many objects", 0);
    if (this.xref.has(num)) this.fault("one-revision", "The file names one object twice.");
    this.xref.set(num, entry);
  }

  private xrefStream(start: number): void {
    const { value, num, end } = this.reader.at(start);
    if (!isStream(value) || nameOf(value.dict.entries.get("Type")) !== "XRef")
      throw new Malformed("has no cross-reference where it says", start);
    this.taken.push({ start, end });
    this.plumbing.add(num);
    this.objects.set(num, { num, gen: 0, value });
    this.trailer = value.dict;
    const data = this.decoded(value, num);
    const { removed, left } = readEntries(value.dict, data, (id, entry) => this.enter(id, entry));
    if (removed) this.keptPlace();
    if (left > 0)
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
      const found = this.reader.at(entry.offset);
      if (found.num !== num || found.gen !== entry.gen)
        this.fault("nothing-hidden", `Object ${num} is not where the file says.`);
      this.taken.push({ start: entry.offset, end: found.end });
      this.objects.set(num, { num, gen: entry.gen, value: found.value });
    }
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
    const { packed, stray } = packedIn(holder.dict, this.decoded(holder, num), MAX_OBJECTS);
    if (stray) this.fault("nothing-hidden", `Object stream ${num} holds bytes that are no object.`);
    for (const { num: own, value } of packed) {
      if (wanted.has(own)) this.objects.set(own, { num: own, gen: 0, value, container: num });
      else
        this.fault("nothing-hidden", `Object stream ${num} holds an object that no table names.`);
    }
  }

  private betweenObjects(): void {
    for (const message of untaken(this.bytes, this.taken)) this.fault("nothing-hidden", message);
  }
}
