// The pieces of a page's content that are marked, the texts within their property lists, and the text
// that is shown, piece by piece.
import { isDict, isName, isText } from "../raw/values.ts";
import type { Value } from "../raw/values.ts";

export interface TaggedPiece {
  /** As the content calls it. */
  readonly name: string;
  readonly text: string;
}

const MAX_TEXT = 4_000_000;
const MARKED_KEYS: ReadonlySet<string> = new Set(["MCID", "Type", "BBox", "Attached", "Subtype"]);

export class MarkedPieces {
  readonly properties: Uint8Array[] = [];
  readonly mcids: number[] = [];
  private readonly pieces: string[] = [];
  private readonly tagged = new Map<number, { readonly name: string; readonly parts: string[] }>();
  /** Numbers of the marked stretches that are open; -1 for one without. */
  private readonly opened: number[] = [];
  private length = 0;

  /** False outside every marked stretch. */
  get within(): boolean {
    return this.opened.length > 0;
  }

  /** All that is shown. */
  get text(): string {
    return this.pieces.join("");
  }

  /** Tagged pieces by their numbers. */
  told(): ReadonlyMap<number, TaggedPiece> {
    const told = new Map<number, TaggedPiece>();
    for (const [mcid, { name, parts }] of this.tagged)
      told.set(mcid, { name, text: parts.join("") });
    return told;
  }

  open(): void {
    this.opened.push(-1);
  }

  close(): void {
    this.opened.pop();
  }

  /** Opens a stretch with a property list. @returns what is odd about it */
  mark(name: string, value: Value | undefined): readonly string[] {
    this.open();
    if (isName(value)) return ["refers to a property list"];
    if (!isDict(value)) return [];
    const odd: string[] = [];
    for (const [key, item] of value.entries) {
      if (key === "MCID" && typeof item === "number") {
        this.mcids.push(item);
        this.tagged.set(item, { name, parts: [] });
        this.opened[this.opened.length - 1] = item;
      } else if (isText(item)) this.properties.push(item.bytes);
      else if (!MARKED_KEYS.has(key)) odd.push("marks content with private properties");
    }
    return odd;
  }

  show(text: string): void {
    this.length += text.length;
    if (this.length >= MAX_TEXT) return;
    this.pieces.push(text);
    this.tagged.get(this.opened[this.opened.length - 1] ?? -1)?.parts.push(text);
  }
}
