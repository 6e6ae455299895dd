import { describe, expect, it } from "vitest";
import type { ReviewEvent, StoredEvent } from "../../../../shared/review/events.ts";
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
    expect(undoStep(events, acts, "amira")).toEqual([3, 2]);
  });
  it("knows acts of an earlier session by their instant", () => {
    expect(
      undoStep([stored(1, "t1"), stored(2, "t2"), stored(3, "t2")], new Map(), "amira"),
    ).toEqual([3, 2]);
  });
  it("does not reach over an act of this session into an earlier one", () => {
    const events = [stored(1, "t1"), stored(2, "t1")];
    expect(undoStep(events, new Map([[2, 1]]), "amira")).toEqual([2]);
  });
  it("is redone as a whole, in the order of the stack", () => {
    const events = [
      stored(1, "t1"),
      stored(2, "t1"),
      stored(3, "t2", { type: "undone", of: 2 }),
      stored(4, "t2", { type: "undone", of: 1 }),
    ];
    expect(redoStep(events, new Map(), "amira")).toEqual([1, 2]);
    expect(undoStep(events, new Map(), "amira")).toEqual([]);
  });
  it("never reaches another person's decisions, and passes over them", () => {
    const other = { ...stored(2, "t2"), by: "rory" };
    const events = [stored(1, "t1"), other];
    expect(undoStep(events, new Map(), "amira")).toEqual([1]);
    expect(undoStep(events, new Map(), "rory")).toEqual([2]);
    expect(undoStep(events, new Map(), "pat")).toEqual([]);
  });
  it("is empty where nothing was decided", () => {
    expect(undoStep([], new Map(), "amira")).toEqual([]);
    expect(redoStep([], new Map(), "amira")).toEqual([]);
  });
});
