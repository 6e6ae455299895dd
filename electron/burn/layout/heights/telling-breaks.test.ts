import { expect, it } from "vitest";
import type { Flow } from "./flow.ts";
import type { Plan } from "../paragraphs/reset.ts";
import { TellingBreaks } from "./telling-breaks.ts";

function plan(told: Partial<Plan> = {}, leadingShown = true): Plan {
  return { sensitive: true, free: true, paragraph: { leadingShown }, ...told } as unknown as Plan;
}

function bits(flow: Partial<Flow>, plans: readonly Plan[], rounded = true): readonly number[] {
  const telling = new TellingBreaks({ over: false, guesses: Infinity, ...flow } as Flow, rounded);
  return plans.map((one) => telling.of(one, false));
}

it("traces of rounding count once for each distance that was guessed, in every paragraph where none is known", () => {
  const plans = [plan(), plan(), plan(), plan({ sensitive: false })];
  expect(bits({}, plans)).toEqual([1, 1, 1, 0]);
  expect(bits({ guesses: 2 }, plans)).toEqual([1, 1, 0, 0]);
  expect(bits({ guesses: 0 }, plans)).toEqual([0, 0, 0, 0]);
  expect(bits({}, plans, false)).toEqual([0, 0, 0, 0]);
});

it("a text whose leading nothing shows, or that keeps its room, is counted by itself", () => {
  expect(bits({ guesses: 1 }, [plan(), plan({}, false)])).toEqual([1, 1]);
  expect(bits({ guesses: 1 }, [plan({ free: false }), plan()])).toEqual([2, 1]);
});

it("a page whose text may run over counts once", () => {
  expect(bits({ over: true }, [plan(), plan(), plan({ free: false })])).toEqual([2, 0, 2]);
});
