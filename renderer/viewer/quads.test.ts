import { describe, expect, it } from "vitest";
import { caretAt, nearestUnit, onText, rectsOfRange, trimmedRange, wordAt } from "./quads.ts";

/** Ten points a character, 12 high, lines 20 apart, first baseline at y = 100. */
function upright(text: string): Float32Array {
  const quads = new Float32Array(text.length * 8).fill(Number.NaN);
  let x = 0;
  let y = 100;
  for (let unit = 0; unit < text.length; unit++) {
    if (text[unit] === "\n") {
      x = 0;
      y -= 20;
      continue;
    }
    quads.set([x, y, x + 10, y, x + 10, y + 12, x, y + 12], unit * 8);
    x += 10;
  }
  return quads;
}

/** The same text turned a quarter: the line runs upwards. */
function turned(text: string): Float32Array {
  const flat = upright(text);
  const quads = new Float32Array(flat.length);
  for (let i = 0; i < flat.length; i += 2) {
    quads[i] = -flat[i + 1]!;
    quads[i + 1] = flat[i]!;
  }
  return quads;
}

describe("hit testing of quads", () => {
  const text = "Sarah\nJones";
  const quads = upright(text);

  it("takes the character under the point", () => {
    expect(nearestUnit(quads, 25, 105)).toBe(2);
    expect(nearestUnit(quads, 5, 85)).toBe(6);
  });
  it("takes the end of the line beside it, not a nearer line above", () => {
    expect(caretAt(quads, 300, 88)).toBe(text.length);
  });
  it("puts the caret before or after by the middle of the character", () => {
    expect(caretAt(quads, 22, 105)).toBe(2);
    expect(caretAt(quads, 28, 105)).toBe(3);
  });
  it("follows the baseline of turned text", () => {
    const up = turned(text);
    expect(nearestUnit(up, -105, 25)).toBe(2);
    expect(caretAt(up, -105, 28)).toBe(3);
  });
  it("answers -1 on a page without text", () => {
    expect(nearestUnit(new Float32Array(0), 1, 1)).toBe(-1);
    expect(onText(new Float32Array(0), 1, 1, 4)).toBe(false);
  });
  it("tells text from margin", () => {
    expect(onText(quads, 25, 105, 4)).toBe(true);
    expect(onText(quads, 25, 300, 4)).toBe(false);
  });
});

describe("rectangles of a stretch of text", () => {
  it("gives one rectangle a line", () => {
    expect(rectsOfRange(upright("Sarah\nJones"), { start: 2, end: 9 })).toEqual([
      [20, 100, 50, 112],
      [0, 80, 30, 92],
    ]);
  });
  it("keeps a turned line in one piece", () => {
    expect(rectsOfRange(turned("Sarah"), { start: 0, end: 5 })).toEqual([[-112, 0, -100, 50]]);
  });
  it("gives nothing for units without ink", () => {
    expect(rectsOfRange(upright("\n\n"), { start: 0, end: 2 })).toEqual([]);
  });
});

describe("words and trimming", () => {
  it("takes a word with its apostrophe and hyphen", () => {
    const text = "met O’Sullivan-Reed, then";
    expect(text.slice(wordAt(text, 6).start, wordAt(text, 6).end)).toBe("O’Sullivan-Reed");
  });
  it("takes blanks off both ends, in either direction of dragging", () => {
    expect(trimmedRange("a Sarah b", 8, 1)).toEqual({ start: 2, end: 7 });
    expect(trimmedRange("a   b", 1, 4)).toBeNull();
  });
});
