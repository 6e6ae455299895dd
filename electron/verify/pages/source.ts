// A page of the original as the checks ask for it.
import type { TextsOfPage } from "../engines/pdfjs.ts";
import type { ShownPage } from "../engines/shown-page.ts";
import type { Raster } from "../pixels/raster.ts";
import type { Text } from "../reading/lines.ts";

/** A page of the original, or several seen as one. */
export interface Source {
  readonly page: ShownPage;
  readonly second: TextsOfPage;
  /** Its letters, the lines of those that stand on the page, and whether it may be drawn in grey. */
  text(): Text & { readonly plain: boolean };
  /** The page in grey as it was drawn ahead, for the one who asks first. */
  takeGrey(): Raster | undefined;
}
