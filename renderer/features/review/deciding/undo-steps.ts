// What one Undo takes back: everything that was decided in one act, such as a whole group or all
// that was sure. Pure; decisions of one act were stored together, or at the same instant.
import type { StoredEvent } from "../../../../shared/review/events.ts";
import { stacksOf } from "../../../../shared/review/undo.ts";

/** Which act a decision belonged to, by its seq; decisions of earlier sessions are absent. */
export type Acts = ReadonlyMap<number, number>;

function sameAct(a: StoredEvent, b: StoredEvent, acts: Acts): boolean {
  const act = acts.get(a.seq);
  if (act !== undefined || acts.has(b.seq)) return act === acts.get(b.seq);
  return a.at === b.at && a.by === b.by;
}

function topAct(stack: readonly number[], events: readonly StoredEvent[], acts: Acts): number[] {
  const bySeq = new Map(events.map((e) => [e.seq, e]));
  const last = stack.at(-1);
  const top = last === undefined ? undefined : bySeq.get(last);
  if (!top) return [];
  const step: number[] = [];
  for (let i = stack.length - 1; i >= 0; i--) {
    const event = bySeq.get(stack[i]!);
    if (!event || !sameAct(event, top, acts)) break;
    step.push(event.seq);
  }
  return step;
}

/** Nobody takes back another person's decision with a key press. */
function own(stack: readonly number[], events: readonly StoredEvent[], by: string): number[] {
  const authors = new Map(events.map((e) => [e.seq, e.by]));
  return stack.filter((seq) => authors.get(seq) === by);
}

/** Seqs of this person's to undo, newest first; empty where nothing is left. */
export const undoStep = (events: readonly StoredEvent[], acts: Acts, by: string): number[] =>
  topAct(own(stacksOf(events).undo, events, by), events, acts);

/** Seqs of this person's to redo, in the order they are taken from the stack. */
export const redoStep = (events: readonly StoredEvent[], acts: Acts, by: string): number[] =>
  topAct(own(stacksOf(events).redo, events, by), events, acts);
