// What a page is read for, and what was read of it.
import type { CrispPage } from "./crisp/draft.ts";
import type { PageTexts } from "./sweep/marked-text.ts";
import type { PageMark } from "./page-output.ts";

export interface ReadOrder {
  readonly page: number;
  readonly marks: readonly PageMark[];
  /** The texts are asked for: something is burnt somewhere in the document. */
  readonly texts: boolean;
  /** The page is to be written anew, if it can be. */
  readonly crisp: boolean;
  /** It is not laid out together with others. */
  readonly alone?: boolean;
}

export interface ReadPage {
  readonly page: number;
  readonly texts: PageTexts | undefined;
  readonly crisp: CrispPage | undefined;
  /** Kinds of comments and fields that the file holds without a drawing. */
  readonly undrawn: readonly string[];
}
