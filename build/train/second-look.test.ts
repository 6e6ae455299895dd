import { describe, expect, test } from "vitest";
import { LOOK_FEATURES } from "../../shared/detect/tagger/second-look-features.ts";
import { lookedAt, lookTable } from "../../shared/detect/tagger/second-look.ts";
import { generator } from "./learn.ts";
import { learnLook } from "./second-look.ts";
import type { LookExample } from "./second-look.ts";

/** Right where just one of the first two numbers is high: no straight sum can tell. */
const examples = (seed: number): LookExample[] => {
  const random = generator(seed);
  return Array.from({ length: 3000 }, () => {
    const features = Float32Array.from({ length: LOOK_FEATURES }, () => random() * 2 - 1);
    return { features, right: features[0]! * features[1]! < 0, weight: 1 };
  });
};

describe("learning the second look", () => {
  const weights = learnLook(examples(1));

  test("learns what no straight sum tells, and tells it of what it never saw", () => {
    const others = examples(2);
    const table = lookTable(weights);
    const right = others.filter((one) => lookedAt(table, one.features, 0) > 0 === one.right).length;
    expect(right / others.length).toBeGreaterThan(0.8);
  });

  test("the same examples give the same weights", () => {
    expect(learnLook(examples(1))).toEqual(weights);
  });
});
