// Cheats on the pages: the old mistakes, and text put back, hidden, lost or changed.
import { dropShown, edited, addContent, replaceContent, helvetica } from "./edit.ts";
import type { Mutation } from "./edit.ts";
import { naiveBoxes } from "./naive-box.ts";
import { SECRET } from "./good-pair.ts";

export const ON_PAGES: readonly Mutation[] = [
  {
    name: "black boxes over the source",
    check: "terms-absent",
    make: ({ original, marks }) => naiveBoxes(original, marks),
  },
  {
    name: "labelled boxes over the source",
    check: "terms-absent",
    make: ({ original, marks }) => naiveBoxes(original, marks, { label: "Child A" }),
  },
  {
    name: "boxes that let the text shine through",
    check: "burnt-ink-gone",
    make: ({ original, marks }) => naiveBoxes(original, marks, { opacity: 0.6 }),
  },
  { name: "the source itself", check: "terms-absent", make: async ({ original }) => original },

  edited("the secret as one invisible word", "terms-absent", (d, p) =>
    addContent(
      d,
      p,
      `BT 3 Tr /F9 9 Tf 200 300 Td (${SECRET}) Tj ET`.replace("/F9", helvetica(d, p)),
    ),
  ),
  edited("the secret off the page", "terms-absent", (d, p) =>
    addContent(d, p, `BT ${helvetica(d, p)} 9 Tf 2000 300 Td (${SECRET}) Tj ET`),
  ),
  edited("the secret in white", "terms-absent", (d, p) =>
    addContent(d, p, `BT 1 g ${helvetica(d, p)} 9 Tf 200 300 Td (${SECRET}) Tj ET`),
  ),
  edited("half of the secret", "nothing-added", (d, p) =>
    addContent(d, p, `BT 1 g ${helvetica(d, p)} 9 Tf 200 300 Td (${SECRET.slice(0, 7)}) Tj ET`),
  ),
  edited("the secret letter by letter", "terms-absent", (d, p) =>
    addContent(
      d,
      p,
      `BT ${helvetica(d, p)} 9 Tf 200 300 Td [${[...SECRET].map((c) => `(${c}) -400`).join(" ")}] TJ ET`,
    ),
  ),
  edited("one glyph of the secret", "nothing-added", (d, p) =>
    addContent(d, p, `BT ${helvetica(d, p)} 12 Tf 200 300 Td (T) Tj ET`),
  ),
  edited("a misplaced word of the search layer", "text-in-place", (d) => {
    const page = d.getPage(1);
    addContent(d, page, `BT 3 Tr ${helvetica(d, page)} 12 Tf 300 300 Td (panel) Tj ET`);
  }),
  edited("a word of the search layer that reads otherwise than it looks", "nothing-added", (d) =>
    replaceContent(d, d.getPage(1), (text) => lastShown(text, turnedAbout)),
  ),
  edited("a neighbour word lost", "words-kept", (d, p) =>
    replaceContent(d, p, (text) => dropShown(text, 1)),
  ),
  edited("a label that says something else", "nothing-added", (d, p) =>
    replaceContent(d, p, (text) => relabel(text, 2, 4)),
  ),
  edited("a letter lost at a mark's edge", "words-kept", (d, p) =>
    replaceContent(d, p, (text) => shortenShown(text, 3)),
  ),
  edited("words set twice", "nothing-added", (d, p) =>
    replaceContent(
      d,
      p,
      (text) => `${text}
q 1 0 0 1 0 -300 cm ${text}
Q`,
    ),
  ),
];

function relabel(text: string, n: number, k: number): string {
  const shown = [...text.matchAll(/<([0-9A-Fa-f]+)> Tj/g)];
  const other = shown[k]![1]!.slice(0, 24);
  let i = 0;
  return text.replace(/<[0-9A-Fa-f]+> Tj/g, (old) => (i++ === n ? `<${other}> Tj` : old));
}

function shortenShown(text: string, n: number): string {
  let i = 0;
  return text.replace(/<([0-9A-Fa-f]+)> Tj/g, (shown, codes: string) =>
    i++ === n ? `<${codes.slice(0, -4)}> Tj` : shown,
  );
}

/** The last string that is shown, changed. */
function lastShown(text: string, change: (codes: string) => string): string {
  return text.replace(
    /<([0-9A-Fa-f]+)>(?= Tj(?![^]* Tj))/,
    (_, codes: string) => `<${change(codes)}>`,
  );
}

/** Codes of four digits in the opposite order: the same letters, other words. */
function turnedAbout(codes: string): string {
  return (codes.match(/.{4}/g) ?? []).toReversed().join("");
}
