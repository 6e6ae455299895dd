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
const LATIN = either("A-Za-z", range(0xc0, 0x24f));
/** One character for one: quotes, dashes, spaces, wide forms, controls. */
const SPACES = [
  range(0xa0),
  range(0x2000, 0x200a),
  range(0x2028, 0x2029),
  range(0x202f),
  range(0x205f),
  range(0x3000),
];
const ODD = new RegExp(either(...CONTROLS, ...SPACES, range(0xff01, 0xff5e)).source, "g");
const QUOTES_AND_DASHES = new RegExp(
  either(
    range(0x60),
    range(0xb4),
    range(0x2bc),
    range(0x2010, 0x201f),
    range(0x2032, 0x2033),
    range(0x2212),
    range(0xa78b),
  ).source,
  "g",
);
/** "Whit-" at a line's end and "lock" on the next: a name broken by hand, its hyphen and line end. */
const BROKEN = "(?<=[A-ZÀ-Þ][a-zß-ÿ]{1,20})[-\u2010](?=\r?\n[a-zß-ÿ])";
/** What makes the text longer or shorter. */
const RESIZING = new RegExp(
  [
    either(...INVISIBLES),
    COMBINING,
    either(range(0x2026), range(0xfb00, 0xfb06)),
    new RegExp(BROKEN),
  ]
    .map((part) => part.source)
    .join("|"),
  "g",
);

/** One character for one: what the rules read in place of it. */
function plainer(char: string, at = 0, text = ""): string {
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
  // A letter that a font gives no code for ("Speci?cally"): the word stays one, without it.
  if (code < 32 && code !== 0x0b && code !== 0x0c && LETTER.test(text[at - 1] ?? "") && LETTER.test(text[at + 1] ?? ""))
    return SOFT_HYPHEN; // prettier-ignore
  if (code < 32 && char !== "\n" && char !== "\t" && char !== "\r") return " ";
  return char;
}

/** Every look-alike as the Latin letter it passes for, also in words that are wholly foreign. */
export const latinLetters = (text: string): string =>
  [...text].map((c) => LOOKALIKE[c] ?? c).join("");

/** Look-alikes are read as Latin only inside a word that has Latin letters: real Greek stays Greek. */
function latinised(text: string): string {
  const parts: string[] = [];
  let done = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x131 || !FOREIGN.test(text[i]!)) continue;
    let from = i;
    while (from > done && LETTER.test(text[from - 1]!)) from--;
    let to = i + 1;
    while (to < text.length && LETTER.test(text[to]!)) to++;
    const word = text.slice(from, to);
    if (LATIN.test(word)) {
      parts.push(text.slice(done, from), [...word].map((c) => LOOKALIKE[c] ?? c).join(""));
      done = to;
    }
    i = to - 1;
  }
  return done === 0 ? text : parts.join("") + text.slice(done);
}
const LETTER = /\p{L}/u;

export function normalise(original: string): CleanText {
  let plain = original.replace(ODD, plainer);
  if (FOREIGN.test(plain)) plain = latinised(plain);
  RESIZING.lastIndex = 0;
  let map: Int32Array | null = null;
  if (RESIZING.test(plain)) [plain, map] = resized(plain);
  return { text: plain.replace(QUOTES_AND_DASHES, plainer), plain, map, original };
}

/** Drops what is invisible, opens ligatures, composes accents; the map leads back, unit by unit. */
function resized(text: string): [string, Int32Array] {
  const parts: string[] = [];
  const map: number[] = [];
  const copy = (from: number, to: number) => {
    if (to <= from) return;
    parts.push(text.slice(from, to));
    for (let i = from; i < to; i++) map.push(i);
  };
  let from = 0;
  RESIZING.lastIndex = 0;
  for (let match = RESIZING.exec(text); match !== null; match = RESIZING.exec(text)) {
    const at = match.index;
    const char = match[0];
    if (COMBINING.test(char)) {
      // A combining accent joins the letter before it, where one letter for both exists.
      const base = at > from ? text[at - 1]! : "";
      const joined = (base + char).normalize("NFC");
      copy(from, base === "" || joined.length !== 1 ? at : at - 1);
      if (base !== "" && joined.length === 1) {
        parts.push(joined);
        map.push(at - 1);
      }
      from = at + 1;
      continue;
    }
    if (HYPHENS.has(char) && COMPOUND.test(text.slice(Math.max(0, at - 8), at))) continue;
    copy(from, at);
    from = at + 1;
    const opened = LIGATURES[char];
    if (opened !== undefined) {
      parts.push(opened);
      for (let k = 0; k < opened.length; k++) map.push(at);
    } else if (
      (char === SOFT_HYPHEN || HYPHENS.has(char)) &&
      /^\r?\n/.test(text.slice(at + 1, at + 3))
    ) {
      // A hyphen that only broke a word goes with its line break.
      from = text[at + 1] === "\r" ? at + 3 : at + 2;
      RESIZING.lastIndex = from;
    }
  }
  copy(from, text.length);
  return [parts.join(""), Int32Array.from(map)];
}

const HYPHENS = new Set(["-", String.fromCharCode(0x2010)]);
/** Before these a hyphen at a line's end is the word's own: "Twenty-five", "Non-accidental". */
const COMPOUND =
  /(?:^|\P{L})(?:Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety|Mid|Non|Co|Ex|Pre|Post|Half|Step|Great|Self|Well|Semi|Multi|Inter|Under|Over|Anti|Long|Short|Part|Full|High|Low|Two|Three|Four)$/u;
const SOFT_HYPHEN = String.fromCharCode(0xad);

/** [start, end) in the original of [start, end) in the clean text, a last letter's accents included. */
export function originalSpan(clean: CleanText, start: number, end: number): [number, number] {
  if (clean.map === null) return [start, end];
  const length = clean.original.length;
  const from = clean.map[start] ?? length;
  let to = Math.min(length, (clean.map[end - 1] ?? length - 1) + 1);
  while (to < length && COMBINING.test(clean.original[to]!)) to++;
  return [from, to];
}
