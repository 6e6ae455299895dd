// Cuts a text into the tokens that the tagger judges: runs of letters and digits, and single
// marks of punctuation. Knows nothing of labels. Zero-width characters inside a word belong to
// it, so that hiding them there hides nothing. It must stay linear whatever the text is: a run
// without end is cut into pieces of a fixed length.

/** Longest token; a longer run (base64, text without spaces) becomes several. */
const LONGEST = 48;

export const SPACE = 0;
export const WORD = 1;
export const MARK = 2;
export const NEWLINE = 3;
const HIDDEN = 4;
const HIGH_SURROGATE = 5;

export interface Tokens {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Line breaks between the previous token and this one (0, 1, or 2 for more). */
  readonly breaks: Uint8Array;
  /** 1 when blank space stands before the token. */
  readonly spaced: Uint8Array;
}

const kinds = new Uint8Array(65_536).fill(255);

function kindOf(code: number): number {
  if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029 || code === 12)
    return NEWLINE;
  if ((code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e)) return HIDDEN;
  if ((code >= 0x2060 && code <= 0x2064) || code === 0xfeff || code === 0xad) return HIDDEN;
  if (code >= 0xd800 && code <= 0xdbff) return HIGH_SURROGATE;
  const text = String.fromCharCode(code);
  if (/[\p{L}\p{M}\p{N}]/u.test(text)) return WORD;
  return /[\s\p{Z}\p{Cc}]/u.test(text) ? SPACE : MARK;
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  let kind = kinds[code] ?? MARK;
  if (kind === 255) {
    kind = kindOf(code);
    kinds[code] = kind;
  }
  if (kind !== HIGH_SURROGATE) return kind;
  const whole = text.codePointAt(at) ?? code;
  return whole > 0xffff && /[\p{L}\p{N}]/u.test(String.fromCodePoint(whole)) ? WORD : MARK;
}

const width = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

export function tokenise(text: string): Tokens {
  let room = Math.max(16, text.length >> 2);
  let start = new Int32Array(room);
  let end = new Int32Array(room);
  let count = 0;
  const flags: { breaks: Uint8Array; spaced: Uint8Array } = {
    breaks: new Uint8Array(room),
    spaced: new Uint8Array(room),
  };
  let breaks = 2;
  let spaced = 1;
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === SPACE || kind === HIDDEN) {
      if (kind === SPACE) spaced = 1;
      at += 1;
      continue;
    }
    if (kind === NEWLINE) {
      if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at += 1;
      breaks = Math.min(2, breaks + 1);
      spaced = 1;
      at += 1;
      continue;
    }
    const from = at;
    at += width(text, at);
    if (kind === WORD) {
      let last = at;
      while (at < text.length && at - from < LONGEST) {
        const next = kindAt(text, at);
        if (next === WORD) {
          at += width(text, at);
          last = at;
        } else if (next === HIDDEN) at += 1;
        else break;
      }
      at = last;
    }
    if (count === room) {
      room *= 2;
      start = grown(start, room);
      end = grown(end, room);
      flags.breaks = grownBytes(flags.breaks, room);
      flags.spaced = grownBytes(flags.spaced, room);
    }
    start[count] = from;
    end[count] = at;
    flags.breaks[count] = breaks;
    flags.spaced[count] = spaced;
    count += 1;
    breaks = 0;
    spaced = 0;
  }
  return { count, start, end, breaks: flags.breaks, spaced: flags.spaced };
}

function grown(old: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const fresh = new Int32Array(room);
  fresh.set(old);
  return fresh;
}

function grownBytes(old: Uint8Array, room: number): Uint8Array<ArrayBuffer> {
  const fresh = new Uint8Array(room);
  fresh.set(old);
  return fresh;
}
