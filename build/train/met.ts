// In how many texts each row of the weight table is met. A row that a single page taught is learnt by heart more
// often than it is a rule, so it must weigh more to be worth its place in the file.
import { ROW_BITS } from "../../shared/detect/tagger/features.ts";
import { rowsOf } from "./encode.ts";
import type { Encoded } from "./encode.ts";

const MOST = 4000;

/** One count a row, at most 255. Varied copies of a text are not other texts: leave them out. */
export function textsMeeting(texts: readonly Encoded[]): Uint8Array {
  const met = new Uint8Array(1 << ROW_BITS);
  const last = new Int32Array(met.length).fill(-1);
  const list = new Int32Array(MOST);
  texts.forEach((text, id) => {
    for (let i = 0; i < text.labels.length; i++) {
      const count = rowsOf(text, i, list, 0, () => false);
      for (let k = 0; k < count; k++) {
        const row = list[k] as number;
        if (last[row] === id) continue;
        last[row] = id;
        if ((met[row] as number) < 255) met[row] = (met[row] as number) + 1;
      }
    }
  });
  return met;
}
