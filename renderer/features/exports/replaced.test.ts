import { expect, it } from "vitest";
import { lastStanding } from "./replaced.ts";

it("is the newest release that nothing replaced yet", () => {
  const first = { id: "1", supersedes: null };
  const other = { id: "2", supersedes: null };
  expect(lastStanding([])).toBeUndefined();
  expect(lastStanding([first, other])).toBe("2");
  expect(lastStanding([first, other, { id: "3", supersedes: "2" }])).toBe("3");
  expect(lastStanding([first, { id: "3", supersedes: "4" }, { id: "4", supersedes: "1" }])).toBe(
    "3",
  );
});
