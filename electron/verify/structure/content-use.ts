// Reads the contents of an export's pages: which fonts show which codes, which pieces are tagged,
// which texts hide in property lists, and the text that the codes stand for. It draws nothing and
// takes nothing on trust; odd contents are told as problems.
import { readContent } from "../raw/content.ts";
import type { Operation } from "../raw/content.ts";
import { decodeStream, Undecodable } from "../raw/filters.ts";
import { isDict, isList, isName, isStream, isText, nameOf } from "../raw/values.ts";
import type { Dict, Value } from "../raw/values.ts";
import { readText } from "../raw/text-string.ts";
import { idleOperators } from "./idle-operators.ts";
import { PLAIN_OPERATORS } from "./operators.ts";
import { ShownCodes } from "./shown-codes.ts";

export type Resolve = (value: Value | undefined) => Value | undefined;

export interface PageUse {
  readonly problems: readonly string[];
  /** A graphics state is listed that exports do not have. */
  readonly strangeStates: boolean;
  /** Texts within property lists of marked content. */
  readonly properties: readonly Uint8Array[];
  readonly mcids: readonly number[];
  /** Tagged pieces by their numbers. */
  readonly pieces: ReadonlyMap<number, TaggedPiece>;
  /** Something is drawn that is neither tagged nor called decoration. */
  readonly untagged: boolean;
  /** What the shown codes stand for, text object by text object. */
  readonly text: string;
  /** Decoded bytes of the page's own contents. */
  readonly bytes: Uint8Array;
}

export interface TaggedPiece {
  /** As the content calls it. */
  readonly name: string;
  readonly text: string;
}

const MAX_DEPTH = 8;
const MAX_TEXT = 4_000_000;

export class ContentReader {
  readonly codes: ShownCodes;
  private readonly resolve: Resolve;

  constructor(resolve: Resolve) {
    this.resolve = resolve;
    this.codes = new ShownCodes(resolve);
  }

  page(page: Dict): PageUse {
    const run = new Run(this.codes, this.resolve);
    const contents = this.resolve(page.entries.get("Contents"));
    const parts = isList(contents) ? contents.items.map(this.resolve) : [contents];
    const bytes = run.decode(parts);
    const resources = this.resolve(page.entries.get("Resources"));
    run.content(bytes, isDict(resources) ? resources : undefined, 0);
    const strangeStates = isDict(resources) && run.strangeStates(resources);
    run.leftOver(isDict(resources) ? resources : undefined);
    const { problems, properties, mcids, pieces, untagged } = run;
    const told = new Map<number, TaggedPiece>();
    for (const [mcid, { name, parts }] of run.tagged)
      told.set(mcid, { name, text: parts.join("") });
    const text = pieces.join("");
    return { problems, strangeStates, properties, mcids, pieces: told, untagged, text, bytes };
  }
}

class Run {
  readonly problems: string[] = [];
  readonly properties: Uint8Array[] = [];
  readonly mcids: number[] = [];
  readonly pieces: string[] = [];
  readonly tagged = new Map<number, { readonly name: string; readonly parts: string[] }>();
  untagged = false;
  /** Numbers of the marked stretches that are open; -1 for one without. */
  private readonly open: number[] = [];
  private length = 0;
  private readonly shownCodes: ShownCodes;
  private readonly resolve: Resolve;
  private readonly drawn = new Set<Value>();
  private readonly states = new Set<string>();
  private readonly shown = new Set<Value>();

  constructor(codes: ShownCodes, resolve: Resolve) {
    this.shownCodes = codes;
    this.resolve = resolve;
  }

  decode(parts: readonly (Value | undefined)[]): Uint8Array {
    const chunks: Uint8Array[] = [];
    for (const part of parts) {
      if (!isStream(part)) continue;
      try {
        chunks.push(decodeStream(part, this.resolve).bytes, NEWLINE);
      } catch (error) {
        if (!(error instanceof Undecodable)) throw error;
        this.problem("cannot be decoded");
      }
    }
    return Buffer.concat(chunks);
  }

  private problem(what: string): void {
    if (this.problems.length < 40 && !this.problems.includes(what)) this.problems.push(what);
  }

  content(bytes: Uint8Array, resources: Dict | undefined, depth: number): void {
    const { operations, faults } = readContent(bytes);
    for (const fault of [...faults, ...idleOperators(operations)]) this.problem(fault);
    let font: Dict | undefined;
    const fonts: (Dict | undefined)[] = [];
    let before = "";
    for (let i = 0; i < operations.length; i++) {
      const operation = operations[i]!;
      const { operator, operands } = operation;
      // A page without any drawing begins with an empty piece for drawings.
      if (i > 1 && IDLE.has(`${before} ${operator}`)) this.problem("opens what it closes at once");
      before = operator;
      if (this.open.length === 0 && DRAWS.has(operator)) this.untagged = true;
      if (!PLAIN_OPERATORS.has(operator)) this.problem("uses an operator that is not allowed");
      switch (operator) {
        case "q":
          if (fonts.length < 1000) fonts.push(font);
          break;
        case "Q":
          font = fonts.pop();
          break;
        case "Tf":
          font = this.lookup(resources, "Font", nameOf(operands[0]));
          if (!font) this.problem("names a font that it does not have");
          break;
        case "gs":
          this.state(resources, nameOf(operands[0]));
          break;
        case "BT":
          this.piece("\n");
          break;
        case "BMC":
          this.open.push(-1);
          break;
        case "EMC":
          this.open.pop();
          break;
        case "Tr":
          if (![0, 1, 2, 3].includes(operands[0] as number))
            this.problem("uses text as a clip, which is not allowed");
          break;
        case "Tj":
        case "TJ":
        case "'":
        case '"':
          this.show(operation, font);
          break;
        case "BDC":
          this.marked(nameOf(operands[0]) ?? "", operands[1]);
          break;
        case "Do":
          this.draw(resources, nameOf(operands[0]), depth);
          break;
      }
    }
  }

  private state(resources: Dict | undefined, name = ""): void {
    this.states.add(name);
    if (!this.lookup(resources, "ExtGState", name))
      this.problem("sets a state that it does not have");
  }

  /**
   * A state's name tells how see-through it is ("A" for filling, "S" for stroking, of 255), and its
   * entries say the same and nothing else; one that nothing sets could carry a bit.
   */
  strangeStates(resources: Dict): boolean {
    const listed = this.resolve(resources.entries.get("ExtGState"));
    if (!isDict(listed)) return false;
    return [...listed.entries].some(([name, item]) => {
      const state = this.resolve(item);
      const [, kind, digits] = /^([AS])(0|[1-9]\d{0,2})$/.exec(name) ?? [];
      const opacity = Math.round((Number(digits) * 1000) / 255) / 1000;
      const told = isDict(state) && state.entries.get(kind === "A" ? "ca" : "CA") === opacity;
      return !told || opacity > 1 || state.entries.size !== 2 || !this.states.has(name);
    });
  }

  private lookup(resources: Dict | undefined, kind: string, name?: string): Dict | undefined {
    const found = this.object(resources, kind, name);
    return isDict(found) ? found : undefined;
  }

  private object(resources: Dict | undefined, kind: string, name?: string): Value | undefined {
    const group = this.resolve(resources?.entries.get(kind));
    return isDict(group) && name !== undefined ? this.resolve(group.entries.get(name)) : undefined;
  }

  private draw(resources: Dict | undefined, name: string | undefined, depth: number): void {
    const object = this.object(resources, "XObject", name);
    if (object) this.shown.add(object);
    if (!isStream(object)) return this.problem("draws something that it does not have");
    if (nameOf(object.dict.entries.get("Subtype")) !== "Form") return;
    if (depth >= MAX_DEPTH) return this.problem("nests drawings too deeply");
    if (this.drawn.has(object)) return;
    this.drawn.add(object);
    const own = this.resolve(object.dict.entries.get("Resources"));
    this.content(this.decode([object]), isDict(own) ? own : resources, depth + 1);
  }

  /** A picture that a page has and does not draw. */
  leftOver(resources: Dict | undefined): void {
    const pictures = this.resolve(resources?.entries.get("XObject"));
    if (!isDict(pictures)) return;
    for (const item of pictures.entries.values()) {
      const object = this.resolve(item);
      if (object !== undefined && !this.shown.has(object))
        this.problem("has a picture that it does not draw");
    }
  }

  private marked(name: string, value: Value | undefined): void {
    this.open.push(-1);
    if (isName(value)) return this.problem("refers to a property list");
    if (!isDict(value)) return;
    for (const [key, item] of value.entries) {
      if (key === "MCID" && typeof item === "number") {
        this.mcids.push(item);
        this.tagged.set(item, { name, parts: [] });
        this.open[this.open.length - 1] = item;
      } else if (isText(item)) this.properties.push(item.bytes);
      else if (!MARKED_KEYS.has(key)) this.problem("marks content with private properties");
    }
  }

  private show({ operands }: Operation, font: Dict | undefined): void {
    const last = operands[operands.length - 1];
    const items = isList(last) ? last.items : [last];
    for (const item of items) if (isText(item)) this.codes(item.bytes, font);
  }

  private codes(bytes: Uint8Array, font: Dict | undefined): void {
    if (!font) return this.piece(readText(bytes));
    const wide = nameOf(font.entries.get("Subtype")) === "Type0";
    const map = this.shownCodes.textMap(font);
    const step = wide ? 2 : 1;
    if (bytes.length % step) this.problem("shows half a code");
    let text = "";
    for (let i = 0; i + step <= bytes.length; i += step) {
      const code = wide ? (bytes[i]! << 8) | bytes[i + 1]! : bytes[i]!;
      if (!this.shownCodes.used(font, code) && wide && this.shownCodes.counted(font))
        this.problem("shows codes that are not counted in order");
      text += map?.texts.get(code) ?? (wide ? "\uFFFD" : String.fromCharCode(code));
    }
    this.piece(text);
  }

  private piece(text: string): void {
    this.length += text.length;
    if (this.length >= MAX_TEXT) return;
    this.pieces.push(text);
    this.tagged.get(this.open[this.open.length - 1] ?? -1)?.parts.push(text);
  }
}

/** Pairs that do nothing, but could be counted. */
const IDLE: ReadonlySet<string> = new Set(["q Q", "BT ET", "BMC EMC", "BDC EMC", "re n", "l n"]);

/** Operators that leave a trace on the page. */
const DRAWS: ReadonlySet<string> = new Set("S s f f* B B* b b* Tj TJ ' \" Do".split(" "));

const NEWLINE = Uint8Array.of(10);
const MARKED_KEYS: ReadonlySet<string> = new Set(["MCID", "Type", "BBox", "Attached", "Subtype"]);
