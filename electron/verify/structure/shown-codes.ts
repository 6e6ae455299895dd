// Which codes an export's pages show with each of its fonts, in which order, and what they stand for.
// It keeps account only; whether a font fits its use is judged elsewhere.
import { readTextMap } from "../raw/cmap.ts";
import type { TextMap } from "../raw/cmap.ts";
import { decodeStream, Undecodable } from "../raw/filters.ts";
import { isDict, isList, isStream } from "../raw/values.ts";
import type { Dict } from "../raw/values.ts";
import type { Resolve } from "./resources.ts";

export class ShownCodes {
  readonly fonts = new Map<Dict, Set<number>>();
  private readonly resolve: Resolve;
  private readonly maps = new Map<Dict, TextMap | undefined>();

  constructor(resolve: Resolve) {
    this.resolve = resolve;
  }

  /** @returns false where a new code does not follow the last one: codes are counted as they are shown */
  used(font: Dict, code: number): boolean {
    let codes = this.fonts.get(font);
    if (!codes) this.fonts.set(font, (codes = new Set()));
    const counted = codes.has(code) || code === codes.size + 1;
    codes.add(code);
    return counted;
  }

  /** True for fonts of the export's own, whose codes have no meaning but their order. */
  counted(font: Dict): boolean {
    const list = this.resolve(font.entries.get("DescendantFonts"));
    const cid = isList(list) ? this.resolve(list.items[0]) : undefined;
    const described = isDict(cid) ? this.resolve(cid.entries.get("FontDescriptor")) : undefined;
    return isDict(described) && described.entries.has("FontFile3");
  }

  textMap(font: Dict): TextMap | undefined {
    if (this.maps.has(font)) return this.maps.get(font);
    let map: TextMap | undefined;
    const stream = this.resolve(font.entries.get("ToUnicode"));
    if (isStream(stream)) {
      try {
        map = readTextMap(decodeStream(stream, this.resolve, 8_000_000).bytes);
      } catch (error) {
        if (!(error instanceof Undecodable)) throw error;
      }
    }
    this.maps.set(font, map);
    return map;
  }
}
