import { expect, it } from "vitest";
import type { ToSee } from "../../../shared/policy/signoff.ts";
import { listedOnWalk } from "./walk.ts";

const item = (id: string, page: number): ToSee => ({
  kind: "suggestion",
  item: id,
  page,
  again: false,
});

it("keeps what is being looked at in the list, although it counts as seen", () => {
  const [a, b] = [item("a", 1), item("b", 2)];
  expect(listedOnWalk([b], a)).toEqual([a, b]);
  expect(listedOnWalk([], a)).toEqual([a]);
  // Not twice while it is still to be seen, also where the list was asked again.
  expect(listedOnWalk([item("a", 1), b], a)).toEqual([a, b]);
  expect(listedOnWalk([b], null)).toEqual([b]);
});
