// Rebuilds the page labels from the labels as shown ("iii", "4", "A-2"), already swept. Runs that
// count on are written as one range; a label of any other kind is written as it reads.
import type { PDFDict, PDFDocument, PDFObject } from "pdf-lib";
import { PDFName, PDFNumber } from "pdf-lib";
import { text } from "./text-string.ts";

interface Numbered {
  readonly prefix: string;
  readonly style: "D" | "r" | "R" | null;
  readonly value: number;
}

export function pageLabels(doc: PDFDocument, labels: readonly string[]): PDFDict {
  const { context } = doc;
  const nums: PDFObject[] = [];
  let previous: Numbered | undefined;
  labels.forEach((label, index) => {
    const options = readings(label);
    const goesOn = previous && options.find((o) => continues(previous!, o));
    const chosen = goesOn ?? options[0]!;
    if (!goesOn) {
      const range = context.obj({});
      if (chosen.style) range.set(PDFName.of("S"), PDFName.of(chosen.style));
      if (chosen.prefix !== "") range.set(PDFName.of("P"), text(chosen.prefix));
      if (chosen.style && chosen.value !== 1)
        range.set(PDFName.of("St"), PDFNumber.of(chosen.value));
      nums.push(PDFNumber.of(index), range);
    }
    previous = chosen;
  });
  const array = context.obj([]);
  for (const item of nums) array.push(item);
  return context.obj({ Nums: array });
}

function continues(previous: Numbered, next: Numbered): boolean {
  return (
    next.style !== null &&
    next.style === previous.style &&
    next.prefix === previous.prefix &&
    next.value === previous.value + 1
  );
}

/** The ways a label can be read, the likeliest first; its own text as it stands comes last. */
function readings(label: string): readonly Numbered[] {
  const list: Numbered[] = [];
  const decimal = /^(.*?)([1-9]\d{0,8})$/s.exec(label);
  if (decimal) list.push({ prefix: decimal[1]!, style: "D", value: Number(decimal[2]) });
  const value = roman(label.toLowerCase());
  if (value > 0 && label === label.toLowerCase()) list.push({ prefix: "", style: "r", value });
  if (value > 0 && label === label.toUpperCase()) list.push({ prefix: "", style: "R", value });
  list.push({ prefix: label, style: null, value: 0 });
  return list;
}

const ROMAN: readonly (readonly [string, number])[] = [
  ["m", 1000],
  ["cm", 900],
  ["d", 500],
  ["cd", 400],
  ["c", 100],
  ["xc", 90],
  ["l", 50],
  ["xl", 40],
  ["x", 10],
  ["ix", 9],
  ["v", 5],
  ["iv", 4],
  ["i", 1],
];

/** 0 unless the text is a roman number written in the one regular way. */
function roman(label: string): number {
  let rest = label;
  let value = 0;
  for (const [letters, worth] of ROMAN) {
    while (rest.startsWith(letters)) {
      value += worth;
      rest = rest.slice(letters.length);
    }
  }
  if (rest !== "" || value === 0) return 0;
  let canonical = "";
  let left = value;
  for (const [letters, worth] of ROMAN) {
    while (left >= worth) {
      canonical += letters;
      left -= worth;
    }
  }
  return canonical === label ? value : 0;
}
