// Every font of an export against its use: no glyph, no width and no text entry for a code that
// no page shows (leak channels 45, 46). Also hands out the names inside font programs.
import { counted } from "../counted.ts";
import { decodeStream, Undecodable } from "../raw/filters.ts";
import { isDict, isList, isStream, nameOf, numberOf } from "../raw/values.ts";
import type { Dict, List, Value } from "../raw/values.ts";
import type { ContentReader } from "./content-use.ts";
import type { Resolve } from "./resources.ts";
import { BrokenFont, readFontProgram } from "./font-program.ts";
import type { FontProgram } from "./font-program.ts";
import type { Walk } from "./walk.ts";
import type { Findings } from "../findings.ts";

export function checkFonts(
  walk: Walk,
  pages: readonly Dict[],
  reader: ContentReader,
  resolve: Resolve,
  findings: Findings,
): string[] {
  const names: string[] = [];
  let count = 0;
  let codes = 0;
  for (const rule of ["type0", "type1", "truetype"]) {
    for (const { num, dict } of walk.byRule.get(rule) ?? []) {
      count++;
      const used = reader.codes.fonts.get(dict) ?? new Set<number>();
      codes += used.size;
      const say = (what: string): void =>
        findings.add("fonts-lean", `The font in object ${num} ${what}.`);
      if (used.size === 0) say("is not used by any page");
      const map = reader.codes.textMap(dict);
      if (map) {
        if (!map.plain) say("has a text map that is written in another way");
        if (map.faults.length) say("has a broken text map");
        const spare = [...map.texts.keys()].filter((code) => !used.has(code)).length;
        if (spare) say(`has ${spare} text entries for glyphs that are not shown`);
      }
      if (rule !== "type0") continue;
      const program = wide(dict, used, resolve, say, names);
      const drawn = [...(map?.texts ?? [])].filter(
        ([code, text]) => BLANK.test(text) && program?.inked.has(code),
      );
      // It may be the original's own mistake: the pages that show it are another way's to burn.
      if (drawn.length > 0)
        for (const page of pagesWith(dict, pages, resolve))
          findings.add("fonts-lean", "A font draws something for a blank.", page);
    }
  }
  findings.open("fonts-lean", `${counted(count, "font")}, ${counted(codes, "code")}`);
  return names;
}

const BLANK = /^\p{Z}+$/u;

/** Numbers of the pages that have the font, from 1. */
function pagesWith(font: Dict, pages: readonly Dict[], resolve: Resolve): number[] {
  return pages.flatMap((page, i) => {
    const resources = resolve(page.entries.get("Resources"));
    const fonts = isDict(resources) ? resolve(resources.entries.get("Font")) : undefined;
    const own = isDict(fonts) ? [...fonts.entries.values()].map(resolve) : [];
    return own.includes(font) ? [i + 1] : [];
  });
}

/** @returns its program, where it has one as exports write them */
function wide(
  font: Dict,
  used: ReadonlySet<number>,
  resolve: Resolve,
  say: (what: string) => void,
  names: string[],
): FontProgram | undefined {
  const descendants = resolve(font.entries.get("DescendantFonts"));
  const cid = isList(descendants) ? resolve(descendants.items[0]) : undefined;
  const none = (what: string): undefined => void say(what);
  if (!isDict(cid)) return none("has no glyphs of its own");
  const widths = resolve(cid.entries.get("W"));
  if (isList(widths)) {
    const spare = widthCodes(widths, resolve).filter((code) => !used.has(code)).length;
    if (spare) say(`has ${spare} widths for glyphs that are not shown`);
  }
  const descriptor = resolve(cid.entries.get("FontDescriptor"));
  if (!isDict(descriptor)) return none("is not embedded");
  const bare = resolve(descriptor.entries.get("FontFile3"));
  const file = bare ?? resolve(descriptor.entries.get("FontFile2"));
  if (!isStream(file)) return none("is not embedded");
  try {
    const program = readFontProgram(decodeStream(file, resolve).bytes);
    names.push(...program.names);
    const shown = bare ? new Set(used) : glyphsOf(cid, used, resolve);
    const spare = [...program.glyphs].filter((glyph) => !shown.has(glyph)).length;
    if (spare) say(`holds ${spare} glyphs that are not shown`);
    const name = nameOf(font.entries.get("BaseFont")) ?? "";
    const known = [
      name,
      nameOf(cid.entries.get("BaseFont")),
      nameOf(descriptor.entries.get("FontName")),
    ];
    if (!NEUTRAL.test(name) || known.some((other) => other !== name)) say("has a name of its own");
    if (program.names.some((text) => text !== name && !REGISTRY.has(text)))
      say("holds other names");
    if (bare && Math.max(0, ...used) !== used.size) say("leaves out codes");
    if (isList(widths) && widthsDiffer(widths, program, cid, resolve))
      say("has widths that are not its glyphs' own");
    return bare ? program : undefined;
  } catch (error) {
    if (error instanceof BrokenFont) say(error.message);
    else if (!(error instanceof Undecodable)) throw error;
    return undefined;
  }
}

/** Fonts of an export are numbered; the invisible one is called after what it is for. */
const NEUTRAL = /^(?:[A-Z]{6}\+F\d{1,4}|CandourVisibleText)$/;
const REGISTRY: ReadonlySet<string> = new Set(["Adobe", "Identity"]);

/** True where the list of widths says something else than the glyphs do. */
function widthsDiffer(widths: List, program: FontProgram, cid: Dict, resolve: Resolve): boolean {
  const map = resolve(cid.entries.get("CIDToGIDMap"));
  if (isStream(map)) return false;
  const items: (Value | undefined)[] = widths.items.map(resolve);
  for (let i = 0; i + 1 < items.length; i += 2) {
    const first = numberOf(items[i]);
    const list = items[i + 1];
    if (first === undefined || !isList(list)) return true;
    for (const [k, item] of list.items.entries()) {
      const own = program.widths.get(first + k);
      if (own !== undefined && Math.abs(own - (numberOf(resolve(item)) ?? 0)) > 0.51) return true;
    }
  }
  return false;
}

function glyphsOf(cid: Dict, used: ReadonlySet<number>, resolve: Resolve): Set<number> {
  const map = resolve(cid.entries.get("CIDToGIDMap"));
  if (!isStream(map) || nameOf(map) !== undefined) return new Set(used);
  const table = decodeStream(map, resolve).bytes;
  const glyphs = new Set<number>();
  for (const code of used) glyphs.add(((table[code * 2] ?? 0) << 8) | (table[code * 2 + 1] ?? 0));
  return glyphs;
}

/** Codes that a width array speaks of. */
function widthCodes(widths: List, resolve: Resolve): number[] {
  const codes: number[] = [];
  const items: (Value | undefined)[] = widths.items.map(resolve);
  for (let i = 0; i < items.length && codes.length < 100_000;) {
    const first = numberOf(items[i]) ?? 0;
    const next = items[i + 1];
    if (isList(next)) {
      for (let k = 0; k < next.items.length; k++) codes.push(first + k);
      i += 2;
    } else {
      const last = Math.min(numberOf(next) ?? first, first + 70_000);
      for (let code = first; code <= last; code++) codes.push(code);
      i += 3;
    }
  }
  return codes;
}
