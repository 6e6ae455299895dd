// People whom the documents speak of come into the register in one act: one entry in the trail, and no
// label that would give a name away.
import { afterEach, beforeEach, expect, test } from "vitest";
import type { OpenCase } from "../../../electron/cases/open-case.ts";
import { addDocument, findAll, makeCase, makeDesk, type Desk } from "./invented-case.ts";

let desk: Desk;
let open: OpenCase;

beforeEach(async () => {
  desk = makeDesk();
  open = await makeCase(desk.store);
});
afterEach(() => {
  open.close();
  desk.clear();
});

const entries = () => [...open.entries.each()].filter((e) => /^pe(?:rson|ople)\./u.test(e.kind));

test("several people are one act and one entry", () => {
  const added = open.people.takeIn([
    { names: ["Grace Quill", "Grace"], label: "Child A" },
    { names: ["Ottilie Quill"], label: null },
  ]);
  expect(open.people.list().map((p) => p.names[0])).toEqual(["Grace Quill", "Ottilie Quill"]);
  expect(entries()).toHaveLength(1);
  expect(entries()[0]).toMatchObject({
    kind: "people.added",
    data: {
      people: [
        { person: added[0]!.id, label: "Child A" },
        { person: added[1]!.id, label: null },
      ],
    },
  });
});

test("A3 a label that holds a name of the case, or of another who comes with it, is left out", () => {
  const report = addDocument(open, "report", ["Idris Fenn fell."], "overview-report");
  open.suggestions.replace(report, findAll(open, report, "Idris Fenn"));
  open.people.takeIn([
    { names: ["Grace Quill"], label: "Friend of Ottilie" },
    { names: ["Ottilie Marsh"], label: "Mother" },
    { names: ["Tom Hale"], label: "Neighbour of Idris Fenn" },
  ]);
  expect(open.people.list().map((p) => p.label)).toEqual([null, "Mother", null]);
  expect(JSON.stringify(entries())).not.toMatch(/Ottilie|Idris|Grace/);
});

test("a person without a name is refused, and then nobody comes in", () => {
  const found = [
    { names: ["Grace Quill"], label: null },
    { names: ["  "], label: null },
  ];
  expect(() => open.people.takeIn(found)).toThrow("at least one name");
  expect(open.people.list()).toEqual([]);
  expect(entries()).toEqual([]);
});
