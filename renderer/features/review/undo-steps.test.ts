import { describe, expect, it } from "vitest";
import type { ReviewEvent, StoredEvent } from "../../../shared/review/events.ts";
import { redoStep, undoStep } from "./undo-steps.ts";

const accepted: ReviewEvent = {
  type: "accepted",
  suggestions: ["a"],
  label: null,
  reason: "other",
};
const stored = (seq: number, at: string, event: ReviewEvent = accepted): StoredEvent => ({
  seq,
  at,
  by: "amira",
  event,
});

describe("one step of undo", () => {
  it("takes back everything of one act, newest first", () => {
    const acts = new Map([
      [2, 7],
      [3, 7],
    ]);
    const events = [stored(1, "t1"), stored(2, "t2"), stored(3, "t3")];
    expect(undoStep(events, acts)).toEqual([3, 2]);
  });
  it("knows acts of an earlier session by their instant", () => {
    expect(undoStep([stored(1, "t1"), stored(2, "t2"), stored(3, "t2")], new Map())).toEqual([
      3, 2,
    ]);
  });
  it("does not reach over an act of this session into an earlier one", () => {
    const events = [stored(1, "t1"), stored(2, "t1")];
    expect(undoStep(events, new Map([[2, 1]]))).toEqual([2]);
  });
  it("is redone as a whole, in the order of the stack", () => {
    const events = [
      stored(1, "t1"),
      stored(2, "t1"),
      stored(3, "t2", { type: "undone", of: 2 }),
      stored(4, "t2", { type: "undone", of: 1 }),
    ];
    expect(redoStep(events, new Map())).toEqual([1, 2]);
    expect(undoStep(events, new Map())).toEqual([]);
  });
  it("is empty where nothing was decided", () => {
    expect(undoStep([], new Map())).toEqual([]);
    expect(redoStep([], new Map())).toEqual([]);
  });
});
