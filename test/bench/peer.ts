// Another engine that removes what stands under boxes, to be measured beside ours. It is licensed under
// the AGPL and no part of the product.
import { execFileSync } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { BenchDocument } from "./burn-document.ts";

const PEER = "mupdf@1.28.0";

export interface Peer {
  readonly Document: {
    openDocument(
      bytes: Uint8Array,
      type: string,
    ): {
      countPages(): number;
      loadPage(index: number): PeerPage;
      saveToBuffer(options: string): { asUint8Array(): Uint8Array };
    };
  };
}
interface PeerPage {
  createAnnotation(type: "Redact"): { setRect(rect: readonly number[]): void; update(): void };
  applyRedactions(): void;
  getBounds(): readonly number[];
}

/** Fetches it from the registry into a folder. @returns that folder */
export function fetchedPeer(into: string): string {
  execFileSync("npm", ["install", "--prefix", into, "--ignore-scripts", "--no-audit", PEER]);
  return into;
}

export async function loadPeer(folder: string): Promise<Peer | undefined> {
  const file = path.join(folder, "node_modules", "mupdf", "dist", "mupdf.js");
  return (await import(pathToFileURL(file).href)) as Peer;
}

/** The peer removes what stands under the same boxes, and saves. */
export function removed({ Document }: Peer, { bytes, marks }: BenchDocument): number {
  const document = Document.openDocument(bytes, "application/pdf");
  for (let index = 0; index < document.countPages(); index++) {
    const page = document.loadPage(index);
    const height = page.getBounds()[3]!;
    for (const { rect } of marks.filter((mark) => mark.page === index + 1)) {
      const annotation = page.createAnnotation("Redact");
      annotation.setRect([rect[0], height - rect[3], rect[2], height - rect[1]]);
    }
    page.applyRedactions();
  }
  return document.saveToBuffer("garbage=2,compress").asUint8Array().length;
}
