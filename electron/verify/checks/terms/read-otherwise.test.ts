// A word under a mark that only the second engine spells right is known; all else is left to the first.
import { describe, expect, it } from "vitest";
import { shownRect, pageFrame } from "../../place.ts";
import type { PlacedMark } from "../../reading/coverage.ts";
import { readOtherwise } from "./read-otherwise.ts";

const frame = pageFrame([0, 0, 600, 800], 0, 1);
const marked = (x0: number, x1: number, group: string): PlacedMark =>
  ({ rect: shownRect(frame, [x0, 98, x1, 112]), group }) as PlacedMark;
const run = (text: string, x0: number, x1: number) => ({
  text,
  box: [x0, 100, x1, 110] as const,
});

describe("what the second engine reads under marks", () => {
  const runs = [run("Дзiця ", 40, 100), run("Марыя жыве", 100, 200), run("тут", 300, 330)];

  it("V3 is known where the first engine reads it as something else", () => {
    const found = readOtherwise({
      frame,
      marks: [marked(100, 150, "a")],
      known: "Дзiцs Мσχωs жωвτ тωт",
      runs,
    });
    expect(found).toEqual(["Марыя"]);
  });

  it("V3 is put together from pieces, one text a group", () => {
    const pieces = [run("Ма", 100, 120), run("ры", 120, 140), run("я", 140, 150), ...runs.slice(2)];
    const marks = [marked(100, 150, "a"), marked(300, 330, "b")];
    const found = readOtherwise({ frame, marks, known: "Мσχωs", runs: pieces });
    expect(found).toEqual(["Марыя", "тут"]);
  });

  it("V3 adds nothing to what the first engine reads itself, or where no mark lies", () => {
    const known = "Дзiця Марыя жыве тут";
    expect(readOtherwise({ frame, marks: [marked(100, 150, "a")], known, runs })).toEqual([]);
    expect(readOtherwise({ frame, marks: [marked(400, 450, "a")], known: "", runs })).toEqual([]);
  });
});
