// Gives the rules one plain spelling of a page and the way back to its offsets. Invisible characters
// and end-of-line hyphens vanish, ligatures and wide digits open up, look-alike letters from other
// alphabets become Latin, apostrophes and dashes become one kind. It must never lose the original offset.

export interface CleanText {
  /** What the rules read. */
  readonly text: string;
  /** The same length, apostrophes, quotes and dashes as they were: what the tagger reads. */
  readonly plain: string;
  /** Offset in the original of a UTF-16 unit of `text`; identity where null. */
  readonly map: Int32Array | null;
  readonly original: string;
}

const LOOKALIKE: Readonly<Record<string, string>> = Object.fromEntries(
  [..."АаΑВΒСсϹЕеΕНΗІіΙЈјКΚММΜΝОоΟοРрΡΤТЅѕУуΥХхΧԁԛԝһⅼƖɑɡıŁł"].map((c, i) => [
    c,
    [..."AaABBCcCEeEHHIiIJjKKMMMNOoOoPpPTTSsYyYXxXdqwhlIagiŁł"][i]!,
  ]),
);
const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: "ff",
  ﬁ: "fi",
  ﬂ: "fl",
  ﬃ: "ffi",
  ﬄ: "ffl",
  ﬅ: "st",
  ﬆ: "st",
  "…": "...",
};

const range = (from: number, to = from): string =>
  from === to ? escaped(from) : `${escaped(from)}-${escaped(to)}`;
const escaped = (code: number): string => `\\u${code.toString(16).padStart(4, "0")}`;
const either = (...ranges: string[]): RegExp => new RegExp(`[${ranges.join("")}]`);

const CONTROLS = [range(0, 8), range(0x0b, 0x0c), range(0x0e, 0x1f)];
/** Characters that take up no room in what a reader sees. */
const INVISIBLES = [
  range(0xad),
  range(0x34f),
  range(0x180e),
  range(0x200b, 0x200f),
  range(0x202a, 0x202e),
  range(0x2060, 0x2069),
  range(0xfeff),
];
const COMBINING = either(range(0x300, 0x36f));
/** Letters of other alphabets that pass for Latin ones. */
const FOREIGN = either(
  range(0x370, 0x52f),
  range(0x131),
  range(0x196),
  range(0x251),
  range(0x261),
  range(0x2c7e),
);
const INVISIBLE = either(...INVISIBLES);
const LATIN = either("A-Za-z", range(0xc0, 0x24f));
/** Anything that needs work; most pages have none of it beyond quotes and dashes. */
const SPECIAL = new RegExp(
  [
    either(...CONTROLS, ...INVISIBLES, range(0xa0), range(0x60), range(0xb4), range(0x2bc)),
    either(range(0x2000, 0x2029), range(0x202f, 0x205f), range(0x2212), range(0x3000)),
    either(range(0xa78b), range(0xfb00, 0xfb06), range(0xff01, 0xff5e)),
    COMBINING,
    FOREIGN,
  ]
    .map((part) => part.source)
    .join("|"),
);

/** One character for one: what the rules read in place of it. */
function plainer(char: string): string {
  switch (char) {
    case "\u2018":
    case "\u2019":
    case "\u201B":
    case "\u02BC":
    case "\u2032":
    case "\uA78B":
    case "`":
    case "´":
      return "'";
    case "\u201C":
    case "\u201D":
    case "\u201F":
    case "\u2033":
      return '"';
    case "\u2010":
    case "\u2011":
    case "\u2012":
    case "\u2013":
    case "\u2014":
    case "\u2015":
    case "\u2212":
      return "-";
  }
  const code = char.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000)
    return " ";
  if (code < 32 && char !== "\n" && char !== "\t" && char !== "\r") return " ";
  return char;
}

/** Look-alikes are read as Latin only inside a word that has Latin letters: real Greek stays Greek. */
function latinised(word: string): string {
  if (!FOREIGN.test(word) || !LATIN.test(word)) return word;
  return [...word].map((c) => LOOKALIKE[c] ?? c).join("");
}

export function normalise(original: string): CleanText {
  if (!SPECIAL.test(original)) return { text: original, plain: original, map: null, original };
  const map: number[] = [];
  const text: string[] = [];
  const plain: string[] = [];
  const put = (clean: string, raw: string, at: number) => {
    text.push(clean);
    plain.push(raw);
    for (let k = 0; k < clean.length; k++) map.push(at);
  };
  for (let i = 0; i < original.length; i++) {
    const char = original[i]!;
    if (INVISIBLE.test(char)) {
      // A hyphen that only broke a word over two lines goes with its line break.
      if (char === "\u00AD" && original[i + 1] === "\n") i++;
      continue;
    }
    const opened = LIGATURES[char];
    if (opened !== undefined) {
      put(opened, opened, i);
    } else if (COMBINING.test(char)) {
      // A combining accent joins the letter before it, where one letter for both exists.
      const joined = ((text.pop() ?? "") + char).normalize("NFC");
      if (joined.length === 1) {
        text.push(joined);
        plain[plain.length - 1] = joined;
      } else text.push(joined.slice(0, 1) || char);
      if (map.length === 0) map.push(i);
      if (plain.length < text.length) plain.push(char);
    } else if (FOREIGN.test(char)) {
      put(char, char, i);
    } else {
      const one = plainer(char);
      const wide = char >= "\uFF01" && char <= "\uFF5E";
      put(one, wide || one === " " ? one : char, i);
    }
  }
  let joined = text.join("");
  let kept = plain.join("");
  if (FOREIGN.test(joined)) {
    joined = joined.replace(/[\p{L}]+/gu, latinised);
    kept = kept.replace(/[\p{L}]+/gu, latinised);
  }
  if (joined.length !== map.length || kept.length !== map.length)
    return { text: original, plain: original, map: null, original };
  return { text: joined, plain: kept, map: Int32Array.from(map), original };
}

/** [start, end) in the original of [start, end) in the clean text, a last letter's accents included. */
export function originalSpan(clean: CleanText, start: number, end: number): [number, number] {
  if (clean.map === null) return [start, end];
  const length = clean.original.length;
  const from = clean.map[start] ?? length;
  let to = Math.min(length, (clean.map[end - 1] ?? length - 1) + 1);
  while (to < length && COMBINING.test(clean.original[to]!)) to++;
  return [from, to];
}
