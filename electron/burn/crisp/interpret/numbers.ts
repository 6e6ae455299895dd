// Numbers as operators bring them; a broken one breaks the page.
import type { Matrix } from "../../../pdfium/display.ts";
import { NotAccountable } from "./display-list.ts";

/** @throws NotAccountable */
export function numberOf(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new NotAccountable("The page holds a broken number");
  }
  return value;
}

/** @throws NotAccountable */
export function matrixOf(m: ArrayLike<unknown>): Matrix {
  return Array.from({ length: 6 }, (_, i) => numberOf(m[i])) as unknown as Matrix;
}
