import { describe, expect, it } from "vitest";
import type { ReviewState } from "../../../../shared/review/state.ts";
import { nextPicture } from "./pictures.ts";
import type { NamedPicture } from "../store.ts";

const PICTURES = ["a", "b", "c", "d"].map((id, i) => ({
  id,
  page: i + 1,
  rect: [0, 0, 10, 10],
})) as unknown as readonly NamedPicture[];

const kept = (...ids: string[]) =>
  ({
    marks: [],
    pictures: new Map(ids.map((id) => [id, { kept: true }])),
  }) as unknown as ReviewState;

const next = (from: string | null, direction: 1 | -1, ...done: string[]) =>
  nextPicture(PICTURES, kept(...done), from, direction)?.id;

describe("the next picture", () => {
  it("is the first or the last where none is chosen yet", () => {
    expect([next(null, 1), next(null, -1)]).toEqual(["a", "d"]);
  });
  it("is the next that waits, round the end", () => {
    expect(next("a", 1, "b")).toBe("c");
    expect(next("d", 1, "a")).toBe("b");
    expect(next("a", -1, "d")).toBe("c");
  });
  it("is simply the next once all are decided", () => {
    expect(next("b", 1, "a", "b", "c", "d")).toBe("c");
  });
  it("is nothing where there are no pictures", () => {
    expect(nextPicture([], kept(), null, 1)).toBeNull();
  });
});
