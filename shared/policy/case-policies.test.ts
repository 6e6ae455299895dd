// Register, pair check, learning kept and schedule over small invented documents.
import { describe, expect, test } from "vitest";
import type { Suggestion } from "../detect/model.ts";
import type { PlanMark } from "../model/plan.ts";
import type { ReviewEvent } from "../review/events.ts";
import { project } from "../review/project.ts";
import { learningKept } from "./learning.ts";
import { pairCheck, type PairDocument } from "./pair-check.ts";
import { checkRegister, givenAway } from "./register.ts";
import { diffPlans, readersKey, redactionSchedule, scheduleCsv } from "./schedule.ts";

let next = 0;
function at(text: string, term: string, over: Partial<Suggestion> = {}): Suggestion {
  const start = text.indexOf(term);
  if (start < 0) throw new Error(`${term} is not in the text`);
  return {
    id: `s${++next}` as Suggestion["id"],
    documentId: "d" as Suggestion["documentId"],
    page: 1,
    start,
    end: start + term.length,
    text: term,
    category: "person",
    identifier: "direct",
    score: 0.9,
    tier: "suggested",
    detector: "x",
    version: "1",
    why: "",
    group: term,
    groupName: term,
    rects: [[0, 0, 10, 10]],
    ...over,
  };
}

const accept = (s: Suggestion, label: string | null = null): ReviewEvent => ({
  type: "accepted",
  suggestions: [s.id],
  label,
  reason: "child-name",
});
const refuse = (s: Suggestion): ReviewEvent => ({ type: "refused", suggestions: [s.id] });

function reviewed(suggestions: Suggestion[], events: ReviewEvent[]) {
  const stored = events.map((event, i) => ({ seq: i + 1, at: "", by: "ada", event }));
  return { suggestions, state: project(suggestions, stored) };
}

const TEXT = "Tansy Quill met Orla Venn. Tansy was seen by Dr Bryn Ashe in Harrowdale.";

const codes = (
  people: Parameters<typeof checkRegister>[0],
  ...docs: ReturnType<typeof reviewed>[]
) =>
  checkRegister(
    people,
    docs.map((d, i) => ({ id: `d${i}`, ...d })),
  ).map((f) => f.code);

describe("register", () => {
  test("one person with two labels, over two documents", () => {
    const [a, b] = [at(TEXT, "Tansy Quill"), at(TEXT, "Tansy Quill")];
    const one = reviewed([a], [accept(a, "Child B")]);
    const two = reviewed([b], [accept(b, "Child C")]);
    expect(codes([], one, two)).toEqual(["two-labels"]);
    expect(codes([], one, reviewed([b], [accept(b, "Child B")]))).toEqual([]);
  });

  test("an alias of the register is the same person", () => {
    const [a, b] = [at(TEXT, "Tansy Quill"), at(TEXT, "Orla Venn")];
    const people = [{ id: "p", names: ["Tansy Quill", "Orla Venn"], label: "Child B" }];
    expect(codes(people, reviewed([a, b], [accept(a, "Child B"), accept(b, "Child C")]))).toEqual([
      "two-labels",
    ]);
  });

  test("of two labels the commonest comes first, but not one that is somebody else's", () => {
    const twice = `${TEXT} Orla Venn left.`;
    const marked = [at(twice, "Orla Venn"), { ...at(twice, "Orla Venn"), id: "again" as never }];
    const review = reviewed(marked, [accept(marked[0]!, "Mother"), accept(marked[1]!, "Mother")]);
    const choices = (own: string, other: string) =>
      checkRegister(
        [
          { id: "p", names: ["Tansy Quill"], label: other },
          { id: "q", names: ["Orla Venn"], label: own },
        ],
        [{ id: "d", ...review }],
      ).flatMap((f) => f.choose?.labels ?? []);
    // Parted from "Mother" a moment ago: her marks still bear that label.
    expect(choices("Aunt", "Mother")).toEqual(["Aunt", "Mother"]);
    expect(choices("Aunt", "Child B")).toEqual(["Mother", "Aunt"]);
  });

  test("two people under one label; a general label may stand for many", () => {
    const [a, b] = [at(TEXT, "Tansy Quill"), at(TEXT, "Orla Venn")];
    expect(codes([], reviewed([a, b], [accept(a, "Child B"), accept(b, "child B")]))).toEqual([
      "shared-label",
    ]);
    expect(codes([], reviewed([a, b], [accept(a, "Relative"), accept(b, "Relative")]))).toEqual([]);
  });

  test("a label that gives real initials away; kin words do not", () => {
    expect(givenAway("Child T", ["Tansy Quill"])).toBe("T");
    expect(givenAway("TQ", ["Tansy Quill"])).toBe("TQ");
    expect(givenAway("MGM", ["Maud Grace Mellor"])).toBeUndefined();
    expect(givenAway("Child A", ["Tansy Quill"])).toBeUndefined();
    expect(givenAway("Social Worker 1", ["Sid Wold"])).toBeUndefined();
  });

  test("somebody who belongs to nobody in the register is told, and does not stop the export", () => {
    const [a, b] = [at(TEXT, "Tansy Quill"), at(TEXT, "Orla Venn")];
    const people = [{ id: "p", names: ["Tansy Quill"], label: "Child B" }];
    const found = checkRegister(people, [{ id: "d", ...reviewed([a, b], [accept(a, "Child B")]) }]);
    expect(found).toMatchObject([{ code: "foreign-name", blocks: false }]);
    expect(found[0]!.message).toContain("Orla Venn");
    // Left readable on purpose (the author): nobody foreign.
    expect(codes(people, reviewed([a, b], [accept(a, "Child B"), refuse(b)]))).toEqual([]);
  });
});

const document = (
  id: string,
  text: string,
  suggestions: Suggestion[] = [],
  events: ReviewEvent[] = [],
  over: Partial<PairDocument> = {},
): PairDocument => ({
  id,
  published: false,
  ...reviewed(suggestions, events),
  pages: [{ page: 1, text }],
  hidden: [],
  boxed: new Map(),
  ...over,
});

describe("pair check and possessives", () => {
  test("a mark on the name covers it in “Tansy Quill’s” too", () => {
    const text = "Tansy Quill’s day. Tansy Quill slept.";
    const [own, second] = [
      at(text, "Tansy Quill"),
      at(text, "Tansy Quill", { start: 19, end: 30 }),
    ];
    const d = (events: ReviewEvent[]) => document("a", text, [own, second], events);
    expect(pairCheck([d([accept(own), accept(second)])])).toEqual([]);
    expect(pairCheck([d([accept(second)])]).map((f) => [f.start, f.end])).toEqual([[0, 11]]);
  });
});

describe("pair check", () => {
  const tansy = at(TEXT, "Tansy Quill");
  const report = document("report", TEXT, [tansy], [accept(tansy)]);

  test("hidden here, readable there: the place is shown", () => {
    const summary = document("summary", "It was TANSY  QUILL’s case.");
    expect(pairCheck([report, summary])).toMatchObject([
      {
        document: "summary",
        page: 1,
        start: 7,
        term: "TANSY  QUILL",
        burntIn: "report",
        blocks: true,
      },
    ]);
  });

  test("hidden in both is nothing; left readable on purpose is told and does not block", () => {
    const text = "About Tansy Quill.";
    const there = at(text, "Tansy Quill");
    expect(pairCheck([report, document("b", text, [there], [accept(there)])])).toEqual([]);
    expect(pairCheck([report, document("b", text, [there], [refuse(there)])])).toMatchObject([
      { document: "b", blocks: false },
    ]);
  });

  test("readable elsewhere in the same document", () => {
    const text = "Tansy Quill, and again Tansy Quill.";
    const first = at(text, "Tansy Quill");
    expect(pairCheck([document("d", text, [first], [accept(first)])])).toMatchObject([
      { start: 23 },
    ]);
  });

  test("under a box that was drawn free-hand nothing is readable", () => {
    const boxed = new Map([[1, [[6, 17] as const]]]);
    expect(pairCheck([report, document("b", "About Tansy Quill.", [], [], { boxed })])).toEqual([]);
  });

  test("an earlier published version counts with its bookmarks, and its own marks hide nothing", () => {
    const text = "About Tansy Quill.";
    const there = at(text, "Tansy Quill");
    const old = document("old", text, [there], [accept(there)], {
      published: true,
      hidden: ["Review of Tansy Quill"],
    });
    expect(pairCheck([report, old]).map((f) => f.page)).toEqual([1, 0]);
  });

  test("what many share is no pair: ages, dates, kinship", () => {
    const age = at("aged 11 months", "11 months", { category: "age" });
    const a = document("a", "aged 11 months", [age], [accept(age)]);
    expect(pairCheck([a, document("b", "Every child of 11 months.")])).toEqual([]);
  });

  test("a forename that is a word is met only where it is written like a name", () => {
    const text = "Then Grace came.";
    const grace = at(text, "Grace");
    const a = document("a", text, [grace], [accept(grace)]);
    expect(pairCheck([a, document("b", "a period of grace")])).toEqual([]);
    expect(pairCheck([a, document("b", "said Grace.")])).toHaveLength(1);
  });
});

describe("learning kept", () => {
  const page1 = "Background\nTansy Quill lived here with her family for two years.";
  const page2 = "Findings\nNobody asked Tansy Quill what she wanted.\nRecommendation one: ask.";
  const a = at(page1, "Tansy Quill", { page: 1 });
  const b = at(page2, "Tansy Quill", { page: 2 });
  const outline = [
    { title: "Background", page: 1, level: 0 },
    { title: "Findings", page: 2, level: 0 },
  ];
  const pages = [
    { page: 1, text: page1 },
    { page: 2, text: page2 },
  ];

  test("is counted by section, labels apart, and warned about where a review teaches", () => {
    const { state } = reviewed([a, b], [accept(a), accept(b, "Child B")]);
    const kept = learningKept({ pages, outline, state });
    expect(kept.sections).toMatchObject([
      { title: "Background", words: 11, readable: 9, labelled: 0, teaches: false, low: false },
      { title: "Findings", words: 11, readable: 9, labelled: 2, teaches: true, low: true },
    ]);
    expect(kept).toMatchObject({ words: 22, readable: 18, labelled: 2 });
  });

  test("nothing burnt keeps everything", () => {
    const kept = learningKept({ pages, outline, state: project([], []) });
    expect(kept.share).toBe(1);
    expect(kept.sections.map((s) => s.low)).toEqual([false, false]);
  });

  test("a document without bookmarks is one section", () => {
    const { state } = reviewed([a], [accept(a)]);
    expect(learningKept({ pages, outline: [], state }).sections).toHaveLength(1);
  });
});

describe("schedule and reader's key", () => {
  const marks: PlanMark[] = [
    { page: 3, rect: [0, 0, 1, 1], label: "Child B", reason: "child-name" },
    { page: 4, rect: [0, 0, 1, 1], label: "Child B", reason: "child-name", group: "g1" },
    { page: 4, rect: [0, 9, 1, 10], label: "Child B", reason: "child-name", group: "g1" },
    { page: 9, rect: [0, 0, 1, 1], reason: "date" },
    { page: 9, rect: [5, 5, 6, 6], reason: "other" },
  ];

  test("counts places, not pieces", () => {
    expect(redactionSchedule([{ name: "1", marks }])).toEqual([
      {
        document: "1",
        reason: "child-name",
        why: "Name of a child",
        shown: "Child B",
        count: 2,
        pages: "3–4",
      },
      {
        document: "1",
        reason: "date",
        why: "Exact date",
        shown: "date removed",
        count: 1,
        pages: "9",
      },
      {
        document: "1",
        reason: "other",
        why: "Other identifying detail",
        shown: "a plain box",
        count: 1,
        pages: "9",
      },
    ]);
  });

  test("a label that looks like a formula stays text in a spreadsheet", () => {
    const text = scheduleCsv(
      redactionSchedule([
        { name: "=1+1", marks: [{ page: 1, rect: [0, 0, 1, 1], label: '@a "b", c', reason: "x" }] },
      ]),
    );
    expect(text).toContain("'=1+1,");
    expect(text).toContain('"\'@a ""b"", c"');
  });

  test("the reader's key says what stands for what and whom to ask", () => {
    const key = readersKey(marks, {
      published: "Harrowdale Partnership",
      contact: "reviews@example.org",
    });
    expect(key.rows.map((r) => [r.label, r.count])).toEqual([
      ["Child B", 2],
      ["date removed", 1],
      ["a plain box", 1],
    ]);
    expect(key.introduction).toContain("Harrowdale Partnership");
  });

  test("a corrected plan is told from the earlier one mark by mark", () => {
    const after: PlanMark[] = [
      { ...marks[0]!, label: "Child C" },
      ...marks.slice(1, 4),
      { page: 10, rect: [0, 0, 1, 1], reason: "date" },
    ];
    const diff = diffPlans(marks, after);
    expect([diff.added.length, diff.removed.length, diff.relabelled.length, diff.same]).toEqual([
      1, 1, 1, 3,
    ]);
  });
});
