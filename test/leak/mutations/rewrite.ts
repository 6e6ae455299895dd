// Rewrites a finished file byte by byte, so that what a PDF library would never write can be put
// between its objects or behind a stream's data, with a cross-reference table that fits again.
import { inflateSync } from "node:zlib";
import type { PDFRawStream } from "pdf-lib";

export interface Rewrite {
  /** Latin-1 bytes put between two objects. */
  readonly gap?: string;
  /** Latin-1 bytes put behind the data of the first stream, outside its /Length. */
  readonly slack?: string;
}

export function rewrite(file: Buffer, { gap, slack }: Rewrite): Buffer {
  let text = file.toString("latin1");
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)![1]);
  const tail = text.slice(start);
  text = text.slice(0, start);
  if (slack) text = text.replace(/\nendstream/, `${slack}\nendstream`);
  if (gap) {
    const at = text.indexOf("endobj") + 7;
    text = `${text.slice(0, at)}${gap}${text.slice(at)}`;
  }
  const offsets = new Map<number, number>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj/g))
    offsets.set(Number(match[1]), match.index + (match[0].startsWith("\n") ? 1 : 0));
  const entries = tail.replace(/(\d{10}) 00000 n/g, "@");
  let num = 0;
  const numbered = entries.replace(/@/g, () => {
    do num++;
    while (!offsets.has(num) || num > 90);
    return `${String(offsets.get(num)).padStart(10, "0")} 00000 n`;
  });
  return Buffer.from(
    text + numbered.replace(/startxref\s+\d+/, `startxref\n${text.length}`),
    "latin1",
  );
}

/** Decoded text of a Flate stream. */
export function streamText(stream: PDFRawStream): string {
  return inflateSync(stream.contents).toString("latin1");
}
