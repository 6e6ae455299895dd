// Operators that change nothing: a colour set twice, a font that no letter is set in, a place that is
// left before anything stood there. Nobody sees them, but they can be counted, so an export has none.
// It knows what operators set, and nothing of what they show.
import type { Operation } from "../raw/content.ts";
import { nameOf } from "../raw/values.ts";

/** Operator → what it sets. */
const SETS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    fill: "g rg k",
    stroke: "G RG K",
    width: "w",
    cap: "J",
    join: "j",
    mitre: "M",
    dash: "d",
    mode: "Tr",
    font: "Tf",
    place: "Tm",
    stretch: "Tz",
  }).flatMap(([what, operators]) =>
    operators.split(" ").map((operator): [string, string] => [operator, what]),
  ),
);
/** What a text object begins without; the rest lasts. */
const OF_TEXT = ["font", "place", "stretch"];
const PAINTS: ReadonlySet<string> = new Set("S s f f* B B* b b* Tj TJ Do".split(" "));
/** In the unseen text of a picture every word is set for itself. */
const UNSEEN = 3;
const UNSEEN_MODE = JSON.stringify(["Tr", [UNSEEN]]);

interface Setting {
  readonly value: string;
  used: boolean;
}

/** A graphics state is called "A" or "S" with an opacity: of what is filled, or of what is stroked. */
function settingOf({ operator, operands }: Operation): string | undefined {
  if (operator !== "gs") return SETS.get(operator);
  return nameOf(operands[0])?.startsWith("S") ? "opacity of strokes" : "opacity";
}

/** Outlined letters are followed by the way back to filled ones, whatever comes next. */
function isReturn({ operands }: Operation, state: ReadonlyMap<string, Setting>): boolean {
  const mode = state.get("mode");
  return operands[0] === 0 && mode?.used === true;
}

export function idleOperators(operations: readonly Operation[]): string[] {
  const problems = new Set<string>();
  const saved: Map<string, Setting>[] = [];
  let state = new Map<string, Setting>();
  const unused = (keys: Iterable<string>): void => {
    for (const key of keys)
      if (state.get(key)?.used === false) problems.add("sets something that it does not use");
  };
  for (const operation of operations) {
    const { operator, operands } = operation;
    const key = settingOf(operation);
    if (key === "mode" && isReturn(operation, state)) state.delete(key);
    else if (key) {
      const value = JSON.stringify([operator, operands]);
      const last = state.get(key);
      unused([key]);
      if (last?.value === value && key !== "place" && state.get("mode")?.value !== UNSEEN_MODE)
        problems.add("sets again what is set already");
      state.set(key, { value, used: false });
    } else if (PAINTS.has(operator)) for (const setting of state.values()) setting.used = true;
    else if (operator === "q") saved.push(new Map(state));
    else if (operator === "Q") {
      unused(state.keys());
      state = saved.pop() ?? new Map<string, Setting>();
    } else if (operator === "ET") {
      unused(OF_TEXT);
      for (const one of OF_TEXT) state.delete(one);
    }
  }
  unused(state.keys());
  if (saved.length > 0) problems.add("does not give back a state that it keeps");
  return [...problems];
}
