import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Suggestion } from "../detect/model.ts";
import type { ReviewEvent, StoredEvent } from "./events.ts";
import { planHashInput, planOf } from "./plan.ts";
import { project } from "./project.ts";
import { stacksOf } from "./undo.ts";

const undoTarget = (events: readonly StoredEvent[]) => stacksOf(events).undo.at(-1);
const redoTarget = (events: readonly StoredEvent[]) => stacksOf(events).redo.at(-1);

function suggestion(i: number, over: Partial<Suggestion> = {}): Suggestion {
  const page = 1 + Math.floor(i / 20);
  const start = (i % 20) * 30;
  return {
    id: `s${i}` as Suggestion["id"],
    documentId: "d" as Suggestion["documentId"],
    page,
    start,
    end: start + 10,
    text: `text ${i}`,
    category: "person",
    identifier: "direct",
    score: 0.9,
    tier: i % 3 === 0 ? "check" : "suggested",
    detector: "x",
    version: "1",
    why: "",
    group: `g${i}`,
    groupName: "",
    rects: [[start, 700 - (i % 20), start + 50, 712 - (i % 20)]],
    ...over,
  };
}

const SUGGESTIONS = Array.from({ length: 30 }, (_, i) => suggestion(i));

function store(events: readonly ReviewEvent[], by = "ada"): StoredEvent[] {
  return events.map((event, i) => ({ seq: i + 1, at: "2026-03-02T09:00:00.000Z", by, event }));
}

const anId = fc.integer({ min: 0, max: 32 }).map((i) => `s${i}`);
const ids = fc.uniqueArray(anId, { minLength: 1, maxLength: 5 });
const label = fc.constantFrom(null, "Child A", "Mother");
const reason = fc.constantFrom("child-name" as const, "date" as const);
const mark = fc.integer({ min: 0, max: 5 }).map((i) => `m${i}`);
const BOX: [number, number, number, number][] = [[10, 10, 20, 20]];
const rects = fc.constant(BOX).map((boxes) => [...boxes]);
const page = fc.integer({ min: 1, max: 3 });

const act = fc.oneof(
  fc.record({ type: fc.constant("accepted" as const), suggestions: ids, label, reason }),
  fc.record({
    type: fc.constant("accepted-together" as const),
    parts: fc.array(fc.record({ suggestions: ids, label, reason }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ type: fc.constant("refused" as const), suggestions: ids }),
  fc.record({
    type: fc.constant("overruled" as const),
    suggestions: ids,
    decision: fc.constantFrom("accepted" as const, "refused" as const),
    label,
    reason,
    note: fc.constant("so decided"),
  }),
  fc.record({ type: fc.constant("drawn" as const), mark, page, rects, label, reason }),
  fc.record({ type: fc.constant("adjusted" as const), target: fc.oneof(anId, mark), page, rects }),
  fc.record({
    type: fc.constant("labelled" as const),
    targets: fc.array(fc.oneof(anId, mark), { minLength: 1, maxLength: 3 }),
    label,
  }),
  fc.record({ type: fc.constant("removed" as const), mark }),
  fc.record({
    type: fc.constant("picture-cleared" as const),
    picture: fc.constantFrom("p1", "p2"),
    kept: fc.boolean(),
  }),
  fc.record({ type: fc.constant("page-sealed" as const), page, sealed: fc.boolean() }),
  fc.record({
    type: fc.constant("left" as const),
    places: fc.array(fc.record({ page, start: fc.nat(40), end: fc.nat(40) }), {
      minLength: 1,
      maxLength: 3,
    }),
    note: fc.constant("another of the name"),
  }),
);

/** Acts, with an undo or a redo wherever one is possible and rolled. */
const history = fc
  .array(fc.tuple(act, fc.integer({ min: 0, max: 9 })), { maxLength: 60 })
  .map((steps) => {
    const events: StoredEvent[] = [];
    for (const [event, roll] of steps) {
      const of = roll < 2 ? undoTarget(events) : roll < 4 ? redoTarget(events) : undefined;
      const next: ReviewEvent =
        of === undefined
          ? event
          : { type: roll < 2 ? ("undone" as const) : ("redone" as const), of };
      events.push({ seq: events.length + 1, at: "", by: "ada", event: next });
    }
    return events;
  });

/** What people see: everything but seqs and stacks. */
function visible(events: readonly StoredEvent[]) {
  const s = project(SUGGESTIONS, events);
  return {
    verdicts: [...s.verdicts].map(([id, v]) => [id, v.state, v.note]),
    marks: s.marks.map(({ seq: _seq, by: _by, ...m }) => m),
    sealed: [...s.sealedPages],
    pictures: [...s.pictures].sort(),
    counts: s.counts,
  };
}

function append(events: readonly StoredEvent[], event: ReviewEvent): StoredEvent[] {
  return [...events, { seq: events.length + 1, at: "", by: "ada", event }];
}

describe("projection", () => {
  test("undoing everything gives the start, whatever came before", () => {
    fc.assert(
      fc.property(history, (before) => {
        let events = before;
        for (let of = undoTarget(events); of !== undefined; of = undoTarget(events))
          events = append(events, { type: "undone", of });
        expect(visible(events)).toEqual(visible([]));
      }),
      { numRuns: 150 },
    );
  });

  test("a decision undone and redone leaves what was there, and undo alone what was before", () => {
    fc.assert(
      fc.property(history, act, (before, event) => {
        const after = append(before, event);
        const undone = append(after, { type: "undone", of: after.length });
        expect(visible(undone)).toEqual(visible(before));
        const redone = append(undone, { type: "redone", of: after.length });
        expect(visible(redone)).toEqual(visible(after));
      }),
      { numRuns: 150 },
    );
  });

  test("undoing n and redoing n gives the same, for any n", () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 30 }), (before, n) => {
        let events = before;
        let steps = 0;
        for (let of = undoTarget(events); of !== undefined && steps < n; of = undoTarget(events)) {
          events = append(events, { type: "undone", of });
          steps++;
        }
        for (; steps > 0; steps--)
          events = append(events, { type: "redone", of: redoTarget(events)! });
        expect(visible(events)).toEqual(visible(before));
      }),
      { numRuns: 150 },
    );
  });

  test("counts add up, every accepted suggestion has one mark, no refused one has any", () => {
    fc.assert(
      fc.property(history, (events) => {
        const s = project(SUGGESTIONS, events);
        const { total, undecided, accepted, refused } = s.counts;
        expect(undecided + accepted + refused).toBe(total);
        for (const [id, v] of s.verdicts)
          expect(s.marks.filter((m) => m.id === id)).toHaveLength(v.state === "accepted" ? 1 : 0);
        expect(new Set(s.marks.map((m) => m.id)).size).toBe(s.marks.length);
        expect(s.marks.every((m) => m.by.length > 0)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test("a new decision empties the redo stack", () => {
    const one: ReviewEvent = { type: "refused", suggestions: ["s1"] };
    const events = store([one, { type: "undone", of: 1 }]);
    expect(redoTarget(events)).toBe(1);
    expect(redoTarget(append(events, one))).toBeUndefined();
    // A redo that can no longer be is no decision at all.
    expect(stacksOf(append(append(events, one), { type: "redone", of: 1 })).undo).toEqual([3]);
  });

  test("R1: whoever's decision stands is a decider; whoever's was undone or replaced is not", () => {
    const events: StoredEvent[] = [
      { seq: 1, at: "", by: "ada", event: { type: "refused", suggestions: ["s0"] } },
      { seq: 2, at: "", by: "rhea", event: { type: "refused", suggestions: ["s1"] } },
    ];
    expect([...project(SUGGESTIONS, events).deciders].sort()).toEqual(["ada", "rhea"]);
    const undone = [...events, { seq: 3, at: "", by: "rhea", event: { type: "undone", of: 2 } }];
    expect([...project(SUGGESTIONS, undone as StoredEvent[]).deciders]).toEqual(["ada"]);
    const replaced: StoredEvent[] = [
      ...events,
      { seq: 3, at: "", by: "ada", event: { type: "refused", suggestions: ["s1"] } },
    ];
    expect([...project(SUGGESTIONS, replaced).deciders]).toEqual(["ada"]);
  });

  test("R1: moving or labelling somebody else's mark makes a decider", () => {
    const events: StoredEvent[] = [
      { seq: 1, at: "", by: "ada", event: accept("s0") },
      {
        seq: 2,
        at: "",
        by: "rhea",
        event: { type: "labelled", targets: ["s0"], label: "Child A" },
      },
    ];
    expect([...project(SUGGESTIONS, events).deciders].sort()).toEqual(["ada", "rhea"]);
  });

  test("5,000 suggestions under 20,000 events project in well under a second", () => {
    const many = Array.from({ length: 5_000 }, (_, i) => suggestion(i));
    const events: StoredEvent[] = [];
    for (let i = 0; i < 20_000; i++) {
      const suggestions = [`s${(i * 7) % 5_000}`];
      const event: ReviewEvent =
        i % 10 === 9
          ? { type: "undone", of: i }
          : i % 2 === 0
            ? { type: "accepted", suggestions, label: "Child A", reason: "child-name" }
            : { type: "refused", suggestions };
      events.push({ seq: i + 1, at: "", by: "ada", event });
    }
    const started = performance.now();
    const state = project(many, events);
    const plan = planOf(state);
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(state.counts.accepted).toBe(plan.length);
    expect(state.counts.total).toBe(5_000);
  });
});

const accept = (...suggestions: string[]): ReviewEvent => ({
  type: "accepted",
  suggestions,
  label: null,
  reason: "child-name",
});

describe("plan", () => {
  test("a span inside another accepted one burns once", () => {
    const inner = suggestion(1, { page: 1, start: 4, end: 9 });
    const outer = suggestion(2, { page: 1, start: 0, end: 12 });
    const plan = planOf(project([inner, outer], store([accept("s1", "s2")])));
    expect(plan).toHaveLength(1);
    expect(plan[0]!.rect).toEqual(outer.rects[0]);
  });

  test("what lies entirely in a drawn box burns with it; what sticks out by a hair burns itself", () => {
    const draw = (rect: [number, number, number, number]): ReviewEvent => ({
      type: "drawn",
      mark: "box",
      page: 1,
      rects: [rect],
      label: null,
      reason: "picture",
    });
    const inner = suggestion(1, { rects: [[100, 500, 140, 512]] });
    const rects = (box: [number, number, number, number], s = inner) =>
      planOf(project([s], store([accept("s1"), draw(box)]))).map((m) => m.rect);
    expect(rects([90, 490, 200, 520])).toEqual([[90, 490, 200, 520]]);
    expect(rects([100.01, 490, 200, 520])).toHaveLength(2);
    const broken = suggestion(1, {
      rects: [
        [100, 500, 140, 512],
        [50, 480, 90, 492],
      ],
    });
    expect(rects([95, 495, 200, 520], broken)).toHaveLength(3);
    expect(rects([40, 470, 200, 520], broken)).toHaveLength(1);
  });

  test("pieces of one span share a group, and ids never enter the plan", () => {
    const two = suggestion(3, {
      rects: [
        [400, 700, 500, 712],
        [72, 686, 120, 698],
      ],
    });
    const plan = planOf(project([two], store([accept("s3")])));
    expect(plan.map((m) => m.group)).toEqual(["g1", "g1"]);
    expect(planHashInput(plan)).not.toContain("s3");
  });

  test("the same decisions in another order name the same plan; another label names another", () => {
    const a = planOf(project(SUGGESTIONS, store([accept("s1"), accept("s2")])));
    const b = planOf(project(SUGGESTIONS, store([accept("s2"), accept("s1")])));
    expect(planHashInput(a)).toBe(planHashInput(b));
    expect(planHashInput(a)).not.toBe(planHashInput(a, [3]));
    const labelled = store([
      accept("s1"),
      accept("s2"),
      { type: "labelled", targets: ["s1"], label: "Child A" },
    ]);
    expect(planHashInput(planOf(project(SUGGESTIONS, labelled)))).not.toBe(planHashInput(a));
  });
});
