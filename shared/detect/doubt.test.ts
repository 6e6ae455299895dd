import { expect, it } from "vitest";
import { couldAlsoMean, reasonsOf } from "./doubt.ts";

it("tells who else could be meant apart from the reasons", () => {
  const doubt = couldAlsoMean(["Tegan Marsh", "Noah Marsh"]);
  expect(doubt).toBe("could also mean Tegan Marsh or Noah Marsh: look who is meant");
  expect(reasonsOf(`A title stands before the name; ${doubt}; part in the text: mother`)).toEqual({
    doubt,
    reasons: ["A title stands before the name", "part in the text: mother"],
  });
});

it("sees no doubt where none is told", () => {
  expect(reasonsOf("Telephone number; its range is not in use")).toEqual({
    doubt: null,
    reasons: ["Telephone number", "its range is not in use"],
  });
});
