import { expect, it } from "vitest";
import { gapsOf, glanceOf } from "./glance.ts";

it("counts what passed, what was sealed, what can betray bits, and notes that say the same once", () => {
  const glance = glanceOf({
    checks: [{ passed: true }, { passed: false }],
    pages: [{ kind: "crisp" }, { kind: "sealed" }, { kind: "crisp" }],
    gaps: gapsOf([{ bits: 0 }, { bits: 1.584 }, { bits: 1 }]),
    notes: [],
    notices: [
      { page: 3, message: "A line was cut." },
      { page: 4, message: "A line was cut." },
    ],
  });
  expect(glance).toEqual({
    checks: 2,
    passed: 1,
    gaps: 3,
    loose: 2,
    mostBits: 1.58,
    text: 2,
    sealed: 1,
    notes: 1,
  });
});
