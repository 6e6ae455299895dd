import { describe, expect, it } from "vitest";
import type { Suggestion, Tier } from "../../../../shared/detect/model.ts";
import type { DocumentId, SuggestionId } from "../../../../shared/model/ids.ts";
import type { ReviewEvent, StoredEvent } from "../../../../shared/review/events.ts";
import { project } from "../../../../shared/review/project.ts";
import { countsOf, filterOf, folded, listed, passes, toShowCard } from "./filters.ts";
import { nextInGroup, nextUndecided } from "./follow.ts";
import { burntLabel, indexOf } from "./places.ts";
import { shapesOn } from "../pages/shapes.ts";

const suggestion = (
  id: string,
  page: number,
  start: number,
  text: string,
  group: string,
  tier: Tier = "suggested",
): Suggestion => ({
  id: id as SuggestionId,
  documentId: "d" as DocumentId,
  page,
  start,
  end: start + text.length,
  text,
  category: "person",
  identifier: "direct",
  score: 0.9,
  tier,
  detector: "test",
  version: "1",
  why: "a name",
  group,
  groupName: group === "sarah" ? "Sarah O’Neill" : "Theo",
  label: group === "sarah" ? "Mother" : undefined,
  rects: [[0, 700 - start, 40, 712 - start]],
});

const LIST = [
  suggestion("a", 1, 10, "Sarah O’Neill", "sarah"),
  suggestion("b", 1, 50, "Theo", "theo"),
  suggestion("c", 2, 5, "Sarah", "sarah", "check"),
  suggestion("d", 3, 5, "Ms O'Neill", "sarah"),
];
const events = (...list: ReviewEvent[]): StoredEvent[] =>
  list.map((event, i) => ({ seq: i + 1, at: `t${i}`, by: "amira", event }));
const index = (...list: ReviewEvent[]) => indexOf(LIST, project(LIST, events(...list)));

const accepted = (...suggestions: string[]): ReviewEvent => ({
  type: "accepted",
  suggestions,
  label: "Adult 1",
  reason: "family-name",
});

describe("groups of places", () => {
  it("gather one person's places in reading order, with the other ways they are written", () => {
    const group = index().groupById.get("sarah")!;
    expect(group.places.map((p) => p.id)).toEqual(["a", "c", "d"]);
    expect(group.also).toEqual(["Sarah", "Ms O'Neill"]);
    expect([group.undecided, group.toCheck]).toEqual([3, 1]);
  });
  it("do not tell the same name again for where a line ends", () => {
    const broken = suggestion("e", 3, 5, "Sarah\nO’Neill", "sarah");
    const other = suggestion("f", 3, 40, "Sa\u00AD\nrah", "sarah");
    const list = [...LIST, broken, other];
    const also = indexOf(list, project(list, [])).groupById.get("sarah")!.also;
    expect(also).toEqual(["Sarah", "Ms O'Neill"]);
  });
  it("propose the label that the person was given last", () => {
    const places = index(accepted("a")).groupById.get("sarah")!.places;
    expect(places.map((p) => p.label)).toEqual(["Adult 1", "Adult 1", "Adult 1"]);
  });
  it("put a drawn box where it stands on its page", () => {
    const drawn: ReviewEvent = {
      type: "drawn",
      mark: "box",
      page: 1,
      rects: [[0, 660, 40, 672]],
      label: null,
      reason: "picture",
    };
    expect(index(drawn).places.map((p) => p.id)).toEqual(["a", "box", "b", "c", "d"]);
  });
  it("gather words marked by hand under one label, and no boxes", () => {
    const drawn = (mark: string, page: number, label: string | null, text = true): ReviewEvent => ({
      type: "drawn",
      mark,
      page,
      rects: [[0, 300, 40, 312]],
      label,
      reason: "other",
      ...(text ? { span: { page, start: 200, end: 204 } } : {}),
    });
    const now = index(
      drawn("one", 1, "a nickname"),
      drawn("two", 2, "a nickname"),
      drawn("bare", 2, null),
      drawn("box", 3, "a nickname", false),
    );
    const { group } = now.byId.get("one")!;
    expect(now.groupById.get(group)!.places.map((p) => p.id)).toEqual(["one", "two"]);
    expect(now.groupById.get(group)!.accepted).toBe(2);
    expect(new Set(["one", "bare", "box"].map((id) => now.byId.get(id)!.group)).size).toBe(3);
  });
  it("burn the reason's label where there is none, and a plain box where there is neither", () => {
    expect(burntLabel(null, "picture")).toBe("picture removed");
    expect(burntLabel("Mother", "family-name")).toBe("Mother");
    expect(burntLabel(null, "other")).toBeNull();
  });
  it("keep the page's shapes where nothing on it changed", () => {
    const before = shapesOn(index(), 2);
    expect(shapesOn(index({ type: "refused", suggestions: ["b"] }), 2)).toBe(before);
  });
});

describe("filters", () => {
  const now = index(accepted("a"), { type: "refused", suggestions: ["b"] });

  it("count places, not groups", () => {
    expect(countsOf(now)).toEqual({
      undecided: 2,
      check: 1,
      unexplained: 0,
      accepted: 1,
      refused: 1,
    });
  });
  it("show a group while one of its places is chosen", () => {
    expect(listed(now, "undecided", "").map((g) => g.id)).toEqual(["sarah"]);
    expect(listed(now, "refused", "").map((g) => g.id)).toEqual(["theo"]);
    expect(listed(now, "check", "", "theo").map((g) => g.id)).toEqual(["sarah", "theo"]);
  });
  it("find a name whatever apostrophe or case is typed", () => {
    expect(listed(now, "refused", "o'neill").map((g) => g.id)).toEqual(["sarah"]);
    // What is open is in the way of what is sought.
    expect(listed(now, "refused", "o'neill", "theo").map((g) => g.id)).toEqual(["sarah"]);
    expect(listed(now, "refused", "ADULT").map((g) => g.id)).toEqual(["sarah"]);
    expect(folded("Zoë O’Neill")).toBe("zoe o'neill");
  });
  it("give way to a place that is chosen on the page, so that its card is shown", () => {
    const [a, b] = [now.byId.get("a")!, now.byId.get("b")!];
    expect(toShowCard(a, now, { filter: "pictures", query: "" })).toEqual({ filter: "accepted" });
    expect(toShowCard(b, now, { filter: "tosee", query: "" })).toEqual({ filter: "refused" });
    expect(toShowCard(b, now, { filter: "undecided", query: "" })).toEqual({});
    // A search that found it stays; one that did not is over.
    expect(toShowCard(b, now, { filter: "pictures", query: "theo" })).toEqual({});
    expect(toShowCard(b, now, { filter: "check", query: "sarah" })).toEqual({ query: "" });
  });
  it("fall back to what is undecided where a saved filter is unknown", () => {
    expect(filterOf("something else")).toBe("undecided");
    expect(passes(now.byId.get("c")!, "check")).toBe(true);
  });
});

describe("what comes next", () => {
  it("goes through undecided places in reading order and round the end", () => {
    const now = index(accepted("b"));
    expect(nextUndecided(now, "a", 1)?.id).toBe("c");
    expect(nextUndecided(now, "d", 1)?.id).toBe("a");
    expect(nextUndecided(now, "a", -1)?.id).toBe("d");
    expect(nextUndecided(now, null, 1)?.id).toBe("a");
  });
  it("is nothing when all is decided", () => {
    expect(nextUndecided(index(accepted("a", "b", "c", "d")), "a", 1)).toBeNull();
  });
  it("stays within the person where asked", () => {
    expect(nextInGroup(index(), "a", 1)?.id).toBe("c");
    expect(nextInGroup(index(), "a", -1)).toBeNull();
  });
});

describe("a name that could be two people's", () => {
  const why = "A title stands before the name; could also mean Theo: look who is meant; a reason";
  const doubted = { ...suggestion("e", 4, 5, "Ms O’Neill", "sarah"), why };
  it("waits for a person among what is to be checked, and never goes with the sure ones", () => {
    const list = [...LIST, doubted];
    const index = indexOf(list, project(list, []));
    expect(index.byId.get("e")!.tier).toBe("check");
    expect(passes(index.byId.get("e")!, "check")).toBe(true);
    expect(index.byId.get("d")!.tier).toBe("suggested");
    expect(countsOf(index).check).toBe(2);
  });
});
