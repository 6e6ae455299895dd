// What a content names: looked up among the resources that it was given.
import { isDict } from "../raw/values.ts";
import type { Dict, Value } from "../raw/values.ts";

export type Resolve = (value: Value | undefined) => Value | undefined;

/** Undefined where there is nothing of that kind and name. */
export function resourceOf(
  resolve: Resolve,
  resources: Dict | undefined,
  kind: string,
  name: string | undefined,
): Value | undefined {
  const group = resolve(resources?.entries.get(kind));
  return isDict(group) && name !== undefined ? resolve(group.entries.get(name)) : undefined;
}
