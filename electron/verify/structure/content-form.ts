// Contents and streams have one form as well: numbers without idle digits, one blank between two
// words, hexadecimal codes of one case, data deflated by one known method. A trailing zero, a second
// blank or an odd block of compressed data could each carry a bit that nobody sees.
import { zlibSync } from "fflate";

/** Whole, or with up to so many decimals of which the last is not 0. */
const NUMBER = /^-?(?:0|[1-9]\d*|(?:0|[1-9]\d*)?\.\d{0,5}[1-9])$/;
/** Only what turns and stretches is finer than a thousandth of a point. */
const FINE = /\.\d{4,}$/;
const TURNING: ReadonlySet<string> = new Set(["Tm", "cm"]);
const WORD = /^[A-Za-z][A-Za-z0-9]*\*?$|^['"]$/;
const CODES = /^<(?:[0-9A-F]{2})*>$|^<(?:[0-9a-f]{2})*>$/;
const TOKEN =
  /<<|>>|\[|\]|<[^<>]*>|\((?:\\[^]|[^\\()])*\)|\/[^\s<>[\]()/%]*|[^\s<>[\]()/%]+|%|[()]/g;
/** Beyond this a stream is a picture, whose pixels are judged elsewhere. */
const MOST_BYTES = 2_000_000;

export function contentForm(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const problems = new Set<string>();
  const styles = { bare: false, led: false, upper: false, lower: false };
  let at = 0;
  let operands = 0;
  /** Place among an operator's numbers of the last one with more than three decimals. */
  let finest = 0;
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0];
    spacing(text.slice(at, match.index), problems);
    at = match.index + token.length;
    const first = token[0]!;
    if (/[-+.\d]/.test(first)) {
      if (!NUMBER.test(token)) problems.add("writes a number with idle digits");
      operands++;
      if (FINE.test(token)) finest = operands;
      if (/^-?\./.test(token)) styles.bare = true;
      if (/^-?0\./.test(token)) styles.led = true;
    } else if (first === "<" && token !== "<<") {
      if (!CODES.test(token)) problems.add("writes codes in more than one way");
      if (/[A-F]/.test(token)) styles.upper = true;
      if (/[a-f]/.test(token)) styles.lower = true;
    } else if (/[A-Za-z'"]/.test(first)) {
      if (!WORD.test(token)) problems.add("holds an odd word");
      if (finest > (TURNING.has(token) ? 4 : 0)) problems.add("places something too finely");
      operands = 0;
      finest = 0;
    }
  }
  spacing(text.slice(at).replace(/\n{1,2}$/, ""), problems);
  if (styles.bare && styles.led) problems.add("writes decimals in two ways");
  if (styles.upper && styles.lower) problems.add("writes codes in more than one way");
  return [...problems];
}

function spacing(gap: string, problems: Set<string>): void {
  if (gap !== "" && gap !== " " && gap !== "\n") problems.add("has more blanks than it needs");
}

/** True where compressed data are what the one method makes of their content. */
export function deflatedOneWay(raw: Uint8Array, plain: Uint8Array): boolean {
  if (plain.length > MOST_BYTES) return true;
  return Buffer.compare(zlibSync(plain, { level: 6 }), raw) === 0;
}
