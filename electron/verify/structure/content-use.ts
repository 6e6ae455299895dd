// Reads the contents of an export's pages: which fonts show which codes, which pieces are tagged,
// which texts hide in property lists, and the text that the codes stand for. It draws nothing and
// takes nothing on trust; odd contents are told as problems.
import { readContent } from "../raw/content.ts";
import type { Operation } from "../raw/content.ts";
import { decodeStream, Undecodable } from "../raw/filters.ts";
import { isDict, isList, isStream, isText, nameOf } from "../raw/values.ts";
import type { Dict, Value } from "../raw/values.ts";
import { readText } from "../raw/text-string.ts";
import { GraphicsStates } from "./graphics-states.ts";
import { idleOperators } from "./idle-operators.ts";
import { MarkedPieces } from "./marked-pieces.ts";
import type { TaggedPiece } from "./marked-pieces.ts";
import { PLAIN_OPERATORS } from "./operators.ts";
import { resourceOf } from "./resources.ts";
import type { Resolve } from "./resources.ts";
import { ShownCodes } from "./shown-codes.ts";

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

const MAX_DEPTH = 8;

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
    const strangeStates = isDict(resources) && run.states.hasStrange(resources);
    run.leftOver(isDict(resources) ? resources : undefined);
    const { problems, untagged, marked } = run;
    const { properties, mcids, text } = marked;
    const pieces = marked.told();
    return { problems, strangeStates, properties, mcids, pieces, untagged, text, bytes };
  }
}

class Run {
  readonly problems: string[] = [];
  readonly marked = new MarkedPieces();
  readonly states: GraphicsStates;
  untagged = false;
  private readonly shownCodes: ShownCodes;
  private readonly resolve: Resolve;
  private readonly drawn = new Set<Value>();
  private readonly shown = new Set<Value>();

  constructor(codes: ShownCodes, resolve: Resolve) {
    this.shownCodes = codes;
    this.resolve = resolve;
    this.states = new GraphicsStates(resolve);
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
      if (!this.marked.within && DRAWS.has(operator)) this.untagged = true;
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
          this.marked.show("\n");
          break;
        case "BMC":
          this.marked.open();
          break;
        case "EMC":
          this.marked.close();
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
          for (const odd of this.marked.mark(nameOf(operands[0]) ?? "", operands[1]))
            this.problem(odd);
          break;
        case "Do":
          this.draw(resources, nameOf(operands[0]), depth);
          break;
      }
    }
  }

  private state(resources: Dict | undefined, name = ""): void {
    this.states.note(name);
    if (!this.lookup(resources, "ExtGState", name))
      this.problem("sets a state that it does not have");
  }

  private lookup(resources: Dict | undefined, kind: string, name?: string): Dict | undefined {
    const found = resourceOf(this.resolve, resources, kind, name);
    return isDict(found) ? found : undefined;
  }

  private draw(resources: Dict | undefined, name: string | undefined, depth: number): void {
    const object = resourceOf(this.resolve, resources, "XObject", name);
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

  private show({ operands }: Operation, font: Dict | undefined): void {
    const last = operands[operands.length - 1];
    const items = isList(last) ? last.items : [last];
    for (const item of items) if (isText(item)) this.codes(item.bytes, font);
  }

  private codes(bytes: Uint8Array, font: Dict | undefined): void {
    if (!font) return this.marked.show(readText(bytes));
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
    this.marked.show(text);
  }
}

/** Pairs that do nothing, but could be counted. */
const IDLE: ReadonlySet<string> = new Set(["q Q", "BT ET", "BMC EMC", "BDC EMC", "re n", "l n"]);

/** Operators that leave a trace on the page. */
const DRAWS: ReadonlySet<string> = new Set("S s f f* B B* b b* Tj TJ ' \" Do".split(" "));

const NEWLINE = Uint8Array.of(10);
