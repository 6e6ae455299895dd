// How the content of a QR or bar code stands in a page's text: between the marks that Unicode keeps
// for annotations, so that no rule takes it for prose. Written by electron/ocr, read by the detectors.

const BEGINS = "\uFFF9";
const SAYS = "\uFFFA";
const ENDS = "\uFFFB";

/** @param kind in small letters: "qr code" */
export function codeText(kind: string, content: string): string {
  // A content that holds a mark of its own must not end the annotation early.
  return `${BEGINS}${kind}${SAYS}${content.replace(/[\uFFF9-\uFFFB]/g, " ")}${ENDS}`;
}

export interface CodeSpan {
  readonly kind: string;
  /** Of the content, UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
}

export function codeSpans(text: string): readonly CodeSpan[] {
  const spans: CodeSpan[] = [];
  let begins = text.indexOf(BEGINS);
  while (begins >= 0) {
    const says = text.indexOf(SAYS, begins);
    const ends = text.indexOf(ENDS, says);
    if (says < 0 || ends < 0) break;
    spans.push({ kind: text.slice(begins + 1, says), start: says + 1, end: ends });
    begins = text.indexOf(BEGINS, ends);
  }
  return spans;
}
