// Which decisions stand, and which an undo or a redo may take. Undo and redo are events
// themselves, so both stacks are a projection of the event list; no state is kept beside it.
// A new decision empties the redo stack, as people expect; nothing is ever removed from the list.
import type { StoredEvent } from "./events.ts";

export interface Stacks {
  /** Seqs of standing decisions, oldest first: the last is undone next. */
  readonly undo: readonly number[];
  /** Seqs that were undone and can be redone: the last is redone next. */
  readonly redo: readonly number[];
}

/** Both stacks after all events. Linear: removals happen at or near the end of the stack. */
export function stacksOf(events: readonly StoredEvent[]): Stacks {
  const undo: number[] = [];
  let redo: number[] = [];
  for (const { seq, event } of events) {
    if (event.type === "undone") {
      if (take(undo, event.of)) redo.push(event.of);
    } else if (event.type === "redone") {
      if (take(redo, event.of)) insert(undo, event.of);
    } else {
      undo.push(seq);
      redo = [];
    }
  }
  return { undo, redo };
}

function take(stack: number[], seq: number): boolean {
  const at = stack.lastIndexOf(seq);
  if (at < 0) return false;
  stack.splice(at, 1);
  return true;
}

/** Keeps the stack in order of seq, so that an odd order of redos cannot reorder decisions. */
function insert(stack: number[], seq: number): void {
  let at = stack.length;
  while (at > 0 && stack[at - 1]! > seq) at--;
  stack.splice(at, 0, seq);
}
