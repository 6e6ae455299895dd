// Page objects through the verifier's PDFium: texts that hang on them unseen (ActualText, Alt),
// and pictures of a page with its boxes lifted off. It reports; it judges nothing.
import { meets, union } from "../../../shared/geometry/rect.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import { shownRect } from "../place.ts";
import type { Raster } from "../pixels/raster.ts";
import type { PixelStore } from "../pixels/store.ts";
import type { OpenedPage, ShownPage, HangingText, PageObject } from "./shown-page.ts";

export const TEXT = 1;
export const PATH = 2;
export const IMAGE = 3;
/** How text is drawn that is there to be searched only. */
export const INVISIBLE = 3;
const BOX_SEGMENTS = 12;
/** Sealed pages have one image for each of a few colours. */
const MAX_IMAGES = 12;
const MAX_OBJECTS = 20_000;

/** In painting order; forms stand for what they hold. */
export function objectsOf(page: OpenedPage): PageObject[] {
  const { engine } = page.document;
  const { bare: api, scratch } = engine;
  const count = Math.min(api.FPDFPage_CountObjects(page.handle), MAX_OBJECTS);
  const objects: PageObject[] = [];
  const at = scratch >> 2;
  for (let i = 0; i < count; i++) {
    const handle = api.FPDFPage_GetObject(page.handle, i);
    if (!api.FPDFPageObj_GetBounds(handle, scratch, scratch + 4, scratch + 8, scratch + 12))
      continue;
    const { HEAPF32: f } = engine.memory;
    const box: Rect = [f[at]!, f[at + 1]!, f[at + 2]!, f[at + 3]!];
    objects.push({
      handle,
      kind: api.FPDFPageObj_GetType(handle),
      box: shownRect(page.frame, box),
    });
  }
  return objects;
}

/** Texts of marked content and of tags, with the place of what they describe. */
export function hangingTexts(page: OpenedPage): HangingText[] {
  const { engine } = page.document;
  return engine.run(() => {
    const { api, bare } = engine;
    const found: HangingText[] = [];
    const boxes = new Map<number, Rect>();
    for (const { handle, box } of objectsOf(page)) {
      const mcid = bare.FPDFPageObj_GetMarkedContentID(handle);
      const known = boxes.get(mcid);
      if (mcid >= 0) boxes.set(mcid, known ? union(known, box) : box);
      const marks = Math.min(bare.FPDFPageObj_CountMarks(handle), 32);
      for (let m = 0; m < marks; m++)
        for (const text of markTexts(page, bare.FPDFPageObj_GetMark(handle, m), mcid >= 0))
          found.push({ text, box });
    }
    const tree = api.FPDF_StructTree_GetForPage(page.handle);
    if (tree) {
      try {
        const children = Math.min(bare.FPDF_StructTree_CountChildren(tree), 5000);
        const budget = { left: 20_000 };
        for (let i = 0; i < children; i++)
          element(page, bare.FPDF_StructTree_GetChildAtIndex(tree, i), boxes, found, budget, 0);
      } finally {
        api.FPDF_StructTree_Close(tree);
      }
    }
    return found;
  });
}

const NONE: readonly string[] = [];

function markTexts(page: OpenedPage, mark: number, numbered: boolean): readonly string[] {
  const { engine } = page.document;
  const { api, bare, scratch } = engine;
  // One parameter is the piece's number and no text.
  if (!mark || bare.FPDFPageObjMark_CountParams(mark) < (numbered ? 2 : 1)) return NONE;
  const texts: string[] = [];
  for (const key of ["ActualText", "Alt", "E"]) {
    const text = engine.utf16((buffer, bytes) => {
      const fine = api.FPDFPageObjMark_GetParamStringValue(mark, key, buffer, bytes, scratch);
      return fine ? engine.memory.HEAPU32[scratch >> 2]! : 0;
    });
    if (text) texts.push(text);
  }
  return texts;
}

function element(
  page: OpenedPage,
  handle: number,
  boxes: ReadonlyMap<number, Rect>,
  found: HangingText[],
  budget: { left: number },
  depth: number,
): Rect | undefined {
  if (!handle || depth > 40 || budget.left-- <= 0) return;
  const { engine } = page.document;
  // Asked for every element of a page's tree: only the bare functions are quick enough.
  const api = engine.bare;
  let box: Rect | undefined;
  const ids = Math.min(api.FPDF_StructElement_GetMarkedContentIdCount(handle), 5000);
  for (let i = 0; i < ids; i++)
    box = joined(box, boxes.get(api.FPDF_StructElement_GetMarkedContentIdAtIndex(handle, i)));
  const children = Math.min(api.FPDF_StructElement_CountChildren(handle), 5000);
  for (let i = 0; i < children; i++) {
    const child = api.FPDF_StructElement_GetChildAtIndex(handle, i);
    box = joined(box, element(page, child, boxes, found, budget, depth + 1));
  }
  if (!box) return;
  for (const name of TEXTS) {
    const text = engine.utf16((buffer, bytes) => api[name](handle, buffer, bytes));
    if (text) found.push({ text, box });
  }
  return box;
}

const TEXTS = [
  "FPDF_StructElement_GetActualText",
  "FPDF_StructElement_GetAltText",
  "FPDF_StructElement_GetTitle",
] as const;

function joined(a: Rect | undefined, b: Rect | undefined): Rect | undefined {
  return a && b ? union(a, b) : (a ?? b);
}

/**
 * Pictures of the page with what could cover something lifted off the given areas: once without
 * texts and plain boxes, and, where several images meet the areas, once for each image alone.
 * Empty where there is nothing beneath.
 * @param seen the page as it shows itself, which it does as well where what is lifted has no ink
 */
export function liftedPictures(
  page: ShownPage,
  areas: readonly Rect[],
  scale: number,
  store: PixelStore,
  seen: Raster,
): Raster[] {
  const { engine } = page.document;
  const { api } = engine;
  const near = engine.run(() =>
    page.objects().filter(({ box }) => areas.some((area) => meets(box, area))),
  );
  const covers = near.filter((object) => object.kind === TEXT || plainBox(page, object));
  const images = near.filter(({ kind }) => kind === IMAGE);
  const pictures: Raster[] = [];
  const rows: [number, number] = [
    Math.min(...areas.map((area) => area[1])) - 2,
    Math.max(...areas.map((area) => area[3])) + 2,
  ];
  const without = (hidden: readonly PageObject[]): void => {
    if (page.annotations === 0 && hidden.every((object) => isInkless(page, object))) {
      pictures.push(seen);
      return;
    }
    for (const { handle } of hidden) engine.run(() => api.FPDFPageObj_SetIsActive(handle, false));
    pictures.push(page.render(scale, { annotations: false, rows: [rows], store }));
    for (const { handle } of hidden) engine.run(() => api.FPDFPageObj_SetIsActive(handle, true));
  };
  if (near.length > covers.length) without(covers);
  if (images.length > 1)
    for (const image of images.slice(0, MAX_IMAGES))
      without([...covers, ...images.filter((other) => other !== image)]);
  return pictures;
}

/** Whether nothing is seen on a page but pictures. */
export function showsPicturesAlone(page: ShownPage): boolean {
  if (page.annotations > 0) return false;
  return page.objects().every((object) => object.kind === IMAGE || isInkless(page, object));
}

export function isInkless(page: ShownPage, { handle, kind }: PageObject): boolean {
  const { engine } = page.document;
  return (
    kind === TEXT &&
    engine.run(() => engine.bare.FPDFTextObj_GetTextRenderMode(handle)) === INVISIBLE
  );
}

/** A filled shape of few sides; the outlines of letters have many. */
function plainBox(page: ShownPage, { handle, kind }: PageObject): boolean {
  if (kind !== PATH) return false;
  const { engine } = page.document;
  return engine.run(() => engine.api.FPDFPath_CountSegments(handle)) <= BOX_SEGMENTS;
}

/** Corners and ends of lines: the shortest bar code has more. */
const LINES_OF_A_CODE = 110;

/** Whether a page holds a picture, or so many lines that a QR or bar code may be among them. */
export function mayBearCodes(page: OpenedPage): boolean {
  const { bare: api } = page.document.engine;
  let segments = 0;
  for (const { handle, kind } of objectsOf(page)) {
    if (kind === IMAGE) return true;
    if (kind === PATH) segments += api.FPDFPath_CountSegments(handle);
    if (segments >= LINES_OF_A_CODE) return true;
  }
  return false;
}
