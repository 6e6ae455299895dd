// B1: typesetters fill a line by stretching or squeezing its letters, and let some hang into the margin. By
// how much, and which, hangs on the names that were burnt.
import { expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { LeakDocument, helvetica, literal, mark } from "../fixtures/leaks/leak.ts";

const [SIZE, LEFT, RIGHT, LEADING, MOST] = [11, 72, 523, 14, 0.02] as const;
const TEXTS = [
  "Nobody asked {1} about the weekend, although the note from the police named the address. To {1} it was said that a visit would follow. There was none, and the next worker was not told of it by anybody.",
  "The letter to {1} went to an old address and came back after a month. Though two neighbours gave the same account, neither of them was rung back. Then {1} moved, and the file of {1} was closed.",
  "It was agreed that {1} would be seen alone. The review was told that this had been done on four days in May, but what {1} had said on them was nowhere to be found.",
];

/** Lines filled up to their margin by the width of their letters; those that begin with a T hang. */
function version(secret: string) {
  const marks = [];
  const content: string[] = [];
  let y = 760;
  const space = helvetica(" ", SIZE);
  for (const text of TEXTS) {
    const words = text.replaceAll("{1}", secret.replaceAll(" ", "\u00a0")).split(" ");
    while (words.length > 0) {
      const line: string[] = [];
      let used = 0;
      for (;;) {
        const wide =
          words[0] === undefined ? Infinity : helvetica(words[0].replace("\u00a0", " "), SIZE);
        if (line.length > 0 && (used + space + wide) * (1 - MOST) > RIGHT - LEFT) break;
        used += (line.length > 0 ? space : 0) + wide;
        line.push(words.shift()!.replace("\u00a0", " "));
      }
      let x = line[0]!.startsWith("T") ? LEFT - 0.4 : LEFT;
      const full = words.length > 0;
      const by = full ? Math.min(1 + MOST, Math.max(1 - MOST, (RIGHT - LEFT) / used)) : 1;
      const gap = full
        ? (RIGHT - x - (used - (line.length - 1) * space) * by) / (line.length - 1)
        : space;

      for (const word of line) {
        const wide = helvetica(word, SIZE) * by;
        content.push(
          `BT /F1 ${SIZE} Tf ${by.toFixed(3)} 0 0 1 ${x.toFixed(3)} ${y} Tm ${literal(word)} Tj ET`,
        );
        if (word.startsWith(secret)) {
          const end = x + helvetica(secret, SIZE) * by;
          marks.push(mark([x - 0.2, y - 2, end, y + 8]));
        }
        x += wide + gap;
      }
      y -= LEADING;
    }
    y -= 8;
  }
  const document = new LeakDocument();
  document.page({ content: content.join("\n") });
  return { original: document.finish(), marks };
}

it("B1 letters that only fill their line, and such as hang before it, are set as their font has them", async () => {
  const exports: string[] = [];
  for (const secret of ["Ian", "Tina Orr", "Gareth Pugh-Jones", "Christabel Fotheringay"]) {
    const { original, marks } = version(secret);
    expect(marks).toHaveLength(7);
    const { bytes, report } = await burn({ original, marks, mode: "auto", language: "en-GB" });
    expect(report.pages.map(({ kind }) => kind)).toEqual(["crisp"]);
    exports.push(Buffer.from(bytes).toString("latin1"));
  }
  expect(new Set(exports).size).toBe(1);
});
