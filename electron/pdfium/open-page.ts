// A page that PDFium holds open, and a part of its picture.
import type { PageGeometry } from "../../shared/model/page.ts";
import type { Size } from "./display.ts";

export interface OpenPage {
  readonly page: number;
  /** FPDF_PAGE; annotations and form values are part of its content. */
  readonly handle: number;
  readonly geometry: PageGeometry;
}

/** Part of a page's rendering, in pixels of the whole. */
export interface Window extends Size {
  readonly x: number;
  readonly y: number;
}
