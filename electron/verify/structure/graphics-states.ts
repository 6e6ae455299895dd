// The graphics states that a page lists and those that its content sets.
import { isDict } from "../raw/values.ts";
import type { Dict } from "../raw/values.ts";
import type { Resolve } from "./resources.ts";

export class GraphicsStates {
  private readonly resolve: Resolve;
  private readonly set = new Set<string>();

  constructor(resolve: Resolve) {
    this.resolve = resolve;
  }

  note(name: string): void {
    this.set.add(name);
  }

  /**
   * A state's name tells how see-through it is ("A" for filling, "S" for stroking, of 255), and its
   * entries say the same and nothing else; one that nothing sets could carry a bit.
   */
  hasStrange(resources: Dict): boolean {
    const listed = this.resolve(resources.entries.get("ExtGState"));
    if (!isDict(listed)) return false;
    return [...listed.entries].some(([name, item]) => {
      const state = this.resolve(item);
      const [, kind, digits] = /^([AS])(0|[1-9]\d{0,2})$/.exec(name) ?? [];
      const opacity = Math.round((Number(digits) * 1000) / 255) / 1000;
      const told = isDict(state) && state.entries.get(kind === "A" ? "ca" : "CA") === opacity;
      return !told || opacity > 1 || state.entries.size !== 2 || !this.set.has(name);
    });
  }
}
