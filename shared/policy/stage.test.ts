import { expect, test } from "vitest";
import { standingOf, type Step, type StepRecord } from "./stage.ts";

const PLAN = "a".repeat(64);
const OTHER = "b".repeat(64);

let seq = 0;
function step(name: Step, plan = PLAN): StepRecord {
  const documents = [{ document: "d", original: "c".repeat(64), plan, marks: 1 }];
  const data = name === "signed" ? { documents, plan } : { reason: "One more place." };
  return { seq: ++seq, at: "2026-01-05T09:00:00.000Z", by: "rhea", step: name, data };
}

test("what is made of the signed plan is signed until the review is reopened, and says so afterwards", () => {
  const way = [step("submitted"), step("signed"), step("reopened")];
  expect(standingOf(way.slice(0, 1), "d", PLAN)).toBe("draft");
  expect(standingOf(way.slice(0, 2), "d", PLAN)).toBe("signed");
  expect(standingOf(way, "d", PLAN)).toBe("reopened");
});

test("another plan or another document was never signed", () => {
  const way = [step("submitted"), step("signed"), step("reopened")];
  expect(standingOf(way, "d", OTHER)).toBe("draft");
  expect(standingOf(way.slice(0, 2), "e", PLAN)).toBe("draft");
});

test("a plan signed anew is signed, the one before it is not any longer", () => {
  const way = [step("signed"), step("reopened"), step("submitted"), step("signed", OTHER)];
  expect(standingOf(way, "d", OTHER)).toBe("signed");
  expect(standingOf(way, "d", PLAN)).toBe("reopened");
});
