// Addresses of page pictures. They are served by app:// from the side with power; the
// development page has no such scheme and puts its own source here before anything is drawn.

export interface PictureSource {
  page(document: string, page: number, width: number): string;
  /** The page as it would be burnt; another revision asks for it anew. */
  draft(document: string, page: number, width: number, revision: number): string;
  exported(id: string, page: number, width: number): string;
}

let source: PictureSource = {
  page: (document, page, width) => `app://candour/page/${document}/${page}?w=${width}`,
  draft: (document, page, width, revision) =>
    `app://candour/draft/${document}/${page}?w=${width}&v=${revision}`,
  exported: (id, page, width) => `app://candour/export/${id}/${page}?w=${width}`,
};

export function setPictureSource(next: PictureSource): void {
  source = next;
}

/** Widths are rounded up to steps, so that small zooms do not ask for the page again. */
export function pictureWidth(cssWidth: number, pixelRatio: number): number {
  const wanted = Math.ceil((cssWidth * pixelRatio) / 200) * 200;
  return Math.max(200, Math.min(4096, wanted));
}

export const pagePicture = (document: string, page: number, width: number): string =>
  source.page(document, page, width);

export const exportedPicture = (id: string, page: number, width: number): string =>
  source.exported(id, page, width);

export const draftPicture = (
  document: string,
  page: number,
  width: number,
  revision: number,
): string => source.draft(document, page, width, revision);
