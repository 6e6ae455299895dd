import { z } from "zod";
import { read, write } from "./call.ts";
import type { DocumentCard } from "./cases.ts";
import type { PageGeometry, Picture } from "../model/page.ts";

const document = z.uuid();
const page = z.int().min(1).max(10_000);

/** A file that waits for its password: three tries, then it is dropped. */
export interface ImportAnswer {
  readonly imported: readonly DocumentCard[];
  /** Files that could not be taken, each with one plain sentence. */
  readonly refused: readonly { readonly name: string; readonly message: string }[];
  readonly needPassword: readonly {
    readonly token: string;
    readonly name: string;
    readonly triesLeft: number;
  }[];
}

export interface PageTextAnswer {
  readonly geometry: PageGeometry;
  readonly text: string;
  /** 8 numbers a UTF-16 unit, PDF points; see shared/model/page.ts. */
  readonly quads: Float32Array;
  readonly source: "text" | "ocr";
}

/** What leaves the case along with a document, before anybody is asked whether it shall. */
export interface RemovalPreview {
  /** Why it cannot be removed now, in one sentence with the way on; null where it can. */
  readonly obstacle: string | null;
  readonly decisions: number;
  readonly comments: number;
  readonly exports: number;
  /** Copies of those exports that were saved outside the case. */
  readonly copied: number;
  /** Names of people of the register who stand in no other document. */
  readonly people: readonly string[];
  /** Texts of the lists that stand in no other document. */
  readonly texts: number;
}

export interface OutlineItem {
  readonly title: string;
  readonly page: number;
  readonly level: number;
}

// Page pictures come over app://: app://candour/page/<document>/<page>?w=<pixels wide, 16..4096>

export const documentsCalls = {
  /** Opens the system's file dialog on the main side; the window never learns a path. */
  "documents.import": write<ImportAnswer>()(z.object({})),
  /** Takes in the files named on the command line, once. */
  "documents.importWaiting": write<ImportAnswer>()(z.object({})),
  /** A dropped file comes as bytes: begin, then chunks of up to 8 MiB in order, then end. */
  "documents.dropBegin": write<{ readonly token: string }>()(
    z.object({ name: z.string().min(1).max(255), size: z.int().min(0) }),
  ),
  "documents.dropChunk": write<null>()(
    z.object({
      token: z.uuid(),
      bytes: z.instanceof(Uint8Array).refine((b) => b.length <= 8 << 20),
    }),
  ),
  "documents.dropEnd": write<ImportAnswer>()(z.object({ token: z.uuid() })),
  "documents.password": write<ImportAnswer>()(
    z.object({ token: z.uuid(), password: z.string().max(400) }),
  ),
  /** Reads a document again that could not be read to its end; progress comes as for an import. */
  "documents.readAgain": write<null>()(z.object({ document })),
  "documents.geometry": read<readonly PageGeometry[]>()(z.object({ document })),
  "documents.pageText": read<PageTextAnswer>()(z.object({ document, page })),
  "documents.pictures": read<readonly (Picture & { readonly id: string })[]>()(
    z.object({ document }),
  ),
  "documents.outline": read<readonly OutlineItem[]>()(z.object({ document })),
  /** Search in all documents of the case; plain text, case and apostrophe blind. */
  "documents.find": read<
    readonly {
      readonly document: string;
      readonly page: number;
      readonly start: number;
      readonly end: number;
      readonly context: string;
    }[]
  >()(z.object({ text: z.string().min(1).max(200) })),
};
