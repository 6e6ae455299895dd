// A text report of as many pages as asked for, with ten marked names a page: what the burner's
// measurements burn. Set by the sample's typesetter, the same every time.
import type { PlanMark } from "../../shared/model/plan.ts";
import { Book } from "../fixtures/sample/typeset/book.ts";
import { Setter } from "../fixtures/sample/typeset/lines.ts";
import { BODY } from "../fixtures/twins/twin.ts";

const NAMES = ["Marian Jukes", "Zebedee Quill", "Leona Vexford", "Tom Wyvern"];
const SENTENCES = [
  "The health visitor called on the family twice in that month, and each time she found the children fed and changed.",
  "Nobody at the school had been told that the address had changed, although the form was on the file.",
  "The panel asked what was known at the time, and by whom, and what might have been done with it.",
  "He was seen on the stairs by the neighbour from the second floor, who thought nothing of it.",
  "A letter was written and never sent; it lay in the drawer with the others until the spring.",
];

export interface BenchDocument {
  readonly bytes: Uint8Array;
  readonly marks: readonly PlanMark[];
}

export function benchDocument(pages: number): BenchDocument {
  const book = new Book();
  const setter = new Setter(book);
  let turn = 0;
  for (let page = 0; page < pages; page++) {
    const sheet = book.addSheet();
    for (let paragraph = 0; paragraph < 5; paragraph++) {
      const runs = Array.from({ length: 6 }, (_, i) => {
        const text = `${SENTENCES[turn++ % SENTENCES.length]!} `;
        if (i !== 1 && i !== 4) return [{ text, tone: "plain" as const, label: null }];
        const label = {
          mention: turn,
          category: "person" as const,
          identifier: "direct" as const,
          person: null,
          role: null,
          keep: false,
        };
        const name = NAMES[turn % NAMES.length]!;
        return [
          { text: name, tone: "plain" as const, label },
          { text: ` was there. ${text}`, tone: "plain" as const, label: null },
        ];
      }).flat();
      const lines = setter.break(runs, { ...BODY, align: "justify" }, 451);
      const at = { x: 72, top: 790 - paragraph * 145, width: 451 };
      const style = { ...BODY, size: 10, leading: 13, align: "justify" as const };
      sheet.tagged(book.node("P", book.root), setter.set(sheet, lines, style, at, "body"));
    }
  }
  const marks = book.truth.flatMap(({ page, rects, label }) =>
    rects.map((rect): PlanMark => ({
      page,
      rect,
      label: `Child ${"ABCD"[label.mention % 4]!}`,
      reason: "child-name",
      ...(rects.length > 1 ? { group: `mention ${label.mention}` } : {}),
    })),
  );
  const properties = {
    title: "A report",
    author: "",
    subject: "",
    keywords: "",
    id: "7".repeat(32),
  };
  return { bytes: book.finish(properties, 0), marks };
}
