// How a list counts, from the labels that its items show.
import type { Numbering } from "./model.ts";

const KINDS: readonly (readonly [Numbering, RegExp])[] = [
  ["Decimal", /^[(]?\d{1,3}(?:\.\d{1,3})*[.):]?$/],
  ["LowerRoman", /^[(]?[ivx]+[.)]$/],
  ["UpperRoman", /^[(]?[IVX]+[.)]$/],
  ["LowerAlpha", /^[(]?[a-z][.)]$/],
  ["UpperAlpha", /^[(]?[A-Z][.)]$/],
  ["Disc", /^[^\p{L}\p{N}]$|^o$/u],
];

/** Undefined where no label is seen or they do not count in one way. */
export function numberingOf(labels: readonly string[]): Numbering | undefined {
  const seen = labels.map((label) => label.trim()).filter((label) => label !== "");
  if (seen.length === 0) return undefined;
  return KINDS.find(([, form]) => seen.every((label) => form.test(label)))?.[0];
}
