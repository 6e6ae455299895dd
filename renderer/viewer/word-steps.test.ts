import { describe, expect, it } from "vitest";
import { firstWordBelow, stretched, wordBeside, wordOnLine } from "./word-steps.ts";

const TEXT = "Dear Ann,\nTansy O’Hare slept\nat home.";

/** Five points a letter, lines of fourteen points from the top of a page. */
function quadsOf(text: string): Float32Array {
  const quads = new Float32Array(text.length * 8);
  let [x, y] = [0, 800];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "\n") {
      [x, y] = [0, y - 14];
      quads.fill(Number.NaN, i * 8, i * 8 + 8);
      continue;
    }
    quads.set([x, y, x + 5, y, x + 5, y + 10, x, y + 10], i * 8);
    x += 5;
  }
  return quads;
}
const QUADS = quadsOf(TEXT);
const range = (word: string) => ({
  start: TEXT.indexOf(word),
  end: TEXT.indexOf(word) + word.length,
});
const said = (r: { start: number; end: number } | null) => r && TEXT.slice(r.start, r.end);

describe("words by keys", () => {
  it("go on over blanks, commas and line ends, and stop at the ends of the page", () => {
    expect(said(wordBeside(TEXT, range("Ann"), 1))).toBe("Tansy");
    expect(said(wordBeside(TEXT, range("Tansy"), 1))).toBe("O’Hare");
    expect(said(wordBeside(TEXT, range("Tansy"), -1))).toBe("Ann");
    expect(said(wordBeside(TEXT, range("Dear"), -1))).toBe("Dear");
    expect(said(wordBeside(TEXT, range("home"), 1))).toBe("home");
  });
  it("are added to a stretch and taken from it, never the last one", () => {
    expect(said(stretched(TEXT, range("Tansy"), 1))).toBe("Tansy O’Hare");
    expect(said(stretched(TEXT, range("Tansy O’Hare"), -1))).toBe("Tansy");
    expect(said(stretched(TEXT, range("Tansy"), -1))).toBe("Tansy");
  });
  it("follow the lines up and down", () => {
    expect(said(wordOnLine(TEXT, QUADS, range("Ann"), 1))).toBe("O’Hare");
    expect(said(wordOnLine(TEXT, QUADS, range("O’Hare"), -1))).toBe("Ann");
    expect(said(wordOnLine(TEXT, QUADS, range("home"), 1))).toBe("home");
  });
  it("begin with the first word in sight", () => {
    expect(said(firstWordBelow(TEXT, QUADS, 900))).toBe("Dear");
    expect(said(firstWordBelow(TEXT, QUADS, 800))).toBe("Tansy");
    expect(firstWordBelow(TEXT, QUADS, 0)).toBeNull();
  });
});
