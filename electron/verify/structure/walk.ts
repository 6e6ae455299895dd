// Follows a candidate from its trailer through the table of what an export may hold. It collects
// every text, name and stream on the way, says what does not belong, and in the end what nothing
// refers to (leak channels 15 to 30, 41). It works without recursion: a hostile file cannot
// exhaust the stack. It judges types and keys only; what texts and streams say is for others.
import { RULES } from "./allowed.ts";
import type { Shape } from "./allowed.ts";
import { isCounted, isInOrder } from "./entry-order.ts";
import { NOTHING, fits, printable, recognised } from "./shapes.ts";
import { isDict, isList, isName, isRef, isStream, isText } from "../raw/values.ts";
import type { Dict, Stream, Value } from "../raw/values.ts";
import type { RawFile } from "../raw/file.ts";

export interface FoundText {
  /** Plain words of the place, e.g. "bookmark". */
  readonly where: string;
  readonly key: string;
  readonly bytes: Uint8Array;
  /** False for identifiers, colour tables and other bytes that are no words. */
  readonly words: boolean;
}

export interface FoundStream {
  readonly rule: string;
  readonly num: number;
  readonly stream: Stream;
}

export interface FoundDict {
  readonly num: number;
  readonly dict: Dict;
}

export interface Walk {
  readonly problems: readonly string[];
  /** What is allowed but stands in another order than exports have. */
  readonly disorder: readonly string[];
  readonly texts: readonly FoundText[];
  readonly names: readonly string[];
  readonly streams: readonly FoundStream[];
  readonly byRule: ReadonlyMap<string, readonly FoundDict[]>;
  /** Numbers of objects that nothing refers to. */
  readonly unreachable: readonly number[];
  /** Texts, names and streams of unreachable and unexpected objects, for the search of terms. */
  readonly strays: readonly Value[];
  readonly visited: number;
}

interface Task {
  readonly value: Value | undefined;
  readonly shape: Shape;
  readonly where: string;
  readonly key: string;
}

const MAX_PROBLEMS = 200;

export function walkFile(file: RawFile): Walk {
  const walker = new Walker(file);
  return walker.run();
}

class Walker {
  private readonly file: RawFile;
  private readonly problems = new Set<string>();
  private readonly disorder = new Set<string>();
  private readonly texts: FoundText[] = [];
  private readonly names = new Set<string>();
  private readonly streams: FoundStream[] = [];
  private readonly byRule = new Map<string, FoundDict[]>();
  private readonly seen = new Set<string>();
  private readonly reached = new Set<number>();
  private readonly strays: Value[] = [];
  private readonly stack: Task[] = [];

  constructor(file: RawFile) {
    this.file = file;
  }

  run(): Walk {
    const { trailer, objects, plumbing } = this.file;
    for (const num of plumbing) {
      const value = objects.get(num)?.value;
      this.reached.add(num);
      if (isStream(value) && value.dict !== trailer)
        this.push(value, { is: "object", rules: ["packed", "xref"] }, "file", "");
    }
    if (trailer) this.enter(trailer, trailer.entries.has("W") ? "xref" : "trailer", -1);
    while (this.stack.length) this.step(this.stack.pop()!);
    const unreachable: number[] = [];
    for (const [num, object] of objects) {
      if (this.reached.has(num)) continue;
      unreachable.push(num);
      this.strays.push(object.value);
    }
    return {
      problems: [...this.problems],
      disorder: [...this.disorder],
      texts: this.texts,
      names: [...this.names],
      streams: this.streams,
      byRule: this.byRule,
      unreachable,
      strays: this.strays,
      visited: this.reached.size,
    };
  }

  private problem(message: string): void {
    if (this.problems.size < MAX_PROBLEMS) this.problems.add(message);
  }

  private push(value: Value | undefined, shape: Shape, where: string, key: string): void {
    this.stack.push({ value, shape, where, key });
  }

  private unexpected(task: Task, what = "an unexpected value"): void {
    this.problem(`A ${task.where} has ${what} under ${printable(task.key)}.`);
    if (task.value !== undefined) this.strays.push(task.value);
  }

  private step(task: Task): void {
    const { shape } = task;
    if (shape.is === "any") {
      const value = this.look(task.value);
      const fit = shape.of.find((option) => fits(value, option));
      if (fit) this.push(task.value, fit, task.where, task.key);
      else this.unexpected(task);
      return;
    }
    let num = -1;
    let value = task.value;
    for (let hops = 0; isRef(value); hops++) {
      num = value.num;
      const target = this.file.objects.get(num);
      if (!target || target.gen !== value.gen || hops > 8) {
        this.problem(`A ${task.where} refers under ${printable(task.key)} to nothing.`);
        return;
      }
      this.reached.add(num);
      value = target.value;
    }
    if (!fits(value, shape)) this.unexpected({ ...task, value });
    else this.accept(task, value!, num);
  }

  private look(value: Value | undefined): Value | undefined {
    for (let hops = 0; isRef(value) && hops < 8; hops++)
      value = this.file.objects.get(value.num)?.value;
    return value;
  }

  private accept(task: Task, value: Value, num: number): void {
    const { shape, where, key } = task;
    if (shape.is === "list" && isList(value)) {
      if (this.visited(num, "list")) return;
      for (const item of value.items) this.push(item, shape.of, where, key);
    } else if (shape.is === "numbers" && isList(value)) {
      for (const item of value.items)
        this.push(item, { is: "any", of: [{ is: "number" }, shape, NOTHING] }, where, key);
    } else if (shape.is === "map" && isDict(value)) {
      if (!isCounted(value))
        this.disorder.add("The names of what a page uses are not counted in order.");
      for (const [name, item] of value.entries) {
        this.names.add(name);
        this.push(item, shape.of, where, name);
      }
    } else if (shape.is === "object") {
      this.object(task, value, num);
    } else if (isText(value)) {
      this.texts.push({ where, key, bytes: value.bytes, words: shape.is === "text" });
    } else if (isName(value) && shape.is === "name") {
      // A name that the table itself spells out says nothing.
      this.names.add(value.value);
    }
  }

  private visited(num: number, rule: string): boolean {
    if (num < 0) return false;
    const id = `${num} ${rule}`;
    if (this.seen.has(id)) return true;
    this.seen.add(id);
    return false;
  }

  private object(task: Task, value: Value, num: number): void {
    const dict = isStream(value) ? value.dict : (value as Dict);
    const { rules } = task.shape as { rules: readonly string[] };
    const id = rules.find((rule) => recognised(RULES[rule]!, dict)) ?? "";
    const rule = RULES[id];
    if (!rule || isStream(value) !== (rule.stream ?? false)) {
      this.unexpected({ ...task, value }, "an object of a kind that is not allowed");
      return;
    }
    if (this.visited(num, id)) return;
    if (isStream(value)) this.streams.push({ rule: id, num, stream: value });
    this.enter(dict, id, num);
  }

  private enter(dict: Dict, id: string, num: number): void {
    const rule = RULES[id]!;
    const list = this.byRule.get(id) ?? [];
    list.push({ num, dict });
    this.byRule.set(id, list);
    if (!isInOrder(rule, dict))
      this.disorder.add(`The entries of a ${rule.called} stand in an unusual order.`);
    for (const [key, value] of dict.entries) {
      const shape = rule.keys[key];
      if (shape) this.push(value, shape, rule.called, key);
      else {
        this.problem(`A ${rule.called} has an entry that is not allowed: ${printable(key)}.`);
        this.strays.push({ kind: "name", value: key });
        // Still followed, so that its texts are searched and its objects are not called orphans.
        this.stray(value);
      }
    }
  }

  /** Marks what an unexpected value refers to as reached, and hands it to the search of terms. */
  private stray(root: Value): void {
    const open: Value[] = [root];
    this.strays.push(root);
    while (open.length) {
      const value = open.pop()!;
      if (isRef(value)) {
        const target = this.file.objects.get(value.num);
        if (!target || this.reached.has(value.num)) continue;
        this.reached.add(value.num);
        this.strays.push(target.value);
        open.push(target.value);
      } else if (isList(value)) open.push(...value.items.slice(0, 100_000));
      else if (isDict(value)) open.push(...value.entries.values());
      else if (isStream(value)) open.push(...value.dict.entries.values());
    }
  }
}
