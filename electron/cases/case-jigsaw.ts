// What stays readable about each person over all documents of the case, and the motivated intruder's
// questions, answered by people. Facts are for the screen only; an answer is told to the trail by the
// number of its question.
import { z } from "zod";
import {
  jigsaw,
  MOTIVATED_INTRUDER,
  type Fate,
  type JigsawPerson,
} from "../../shared/detect/jigsaw.ts";
import { INTRUDER_ANSWERS, type IntruderAnswer } from "../../shared/ipc/jigsaw.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import type { CaseContext } from "./case-context.ts";
import type { CaseDocuments } from "./case-documents.ts";
import type { CaseReview } from "./case-review.ts";

const SETTING = "intruder";
const answersSchema = z.record(
  z.string(),
  z.object({ answer: z.enum(INTRUDER_ANSWERS), at: z.string(), by: z.string() }),
);

export interface Answered {
  readonly text: string;
  readonly answer: IntruderAnswer | null;
  readonly at: string | null;
  /** Id of the person. */
  readonly by: string | null;
}

export class CaseJigsaw {
  readonly #c: CaseContext;
  readonly #documents: CaseDocuments;
  readonly #review: CaseReview;

  constructor(context: CaseContext, documents: CaseDocuments, review: CaseReview) {
    this.#c = context;
    this.#documents = documents;
    this.#review = review;
  }

  people(): readonly JigsawPerson[] {
    const documents = this.#documents.list().filter((d) => d.status === "ready");
    const published = new Set(
      documents.filter((d) => d.role === "earlier-version").map((d) => d.id),
    );
    const fates = new Map(documents.map((d) => [d.id, this.#fates(d.id)]));
    return jigsaw(
      documents.map(({ id }) => ({ id, findings: this.#review.suggestions(id) })),
      (document, finding) =>
        published.has(document) ? "kept" : (fates.get(document)?.get(placeOf(finding)) ?? "open"),
    );
  }

  questions(): readonly Answered[] {
    const answers = this.#c.rows.settings.get(SETTING, answersSchema) ?? {};
    return MOTIVATED_INTRUDER.map((text, i) => {
      const given = answers[String(i)];
      return {
        text,
        answer: given?.answer ?? null,
        at: given?.at ?? null,
        by: given?.by ?? null,
      };
    });
  }

  /** Questions that nobody has answered, or that are still to be looked into. */
  questionsLeft(): number {
    return this.questions().filter(({ answer }) => answer === null || answer === "open").length;
  }

  answer(question: number, answer: IntruderAnswer): void {
    if (question >= MOTIVATED_INTRUDER.length)
      throw new Refusal("bad-arguments", "There is no such question.");
    const { db, rows, trail, now, user } = this.#c;
    db.write(() => {
      const answers = rows.settings.get(SETTING, answersSchema) ?? {};
      rows.settings.set(SETTING, {
        ...answers,
        [question]: { answer, at: now(), by: user.id },
      });
      trail.append({ kind: "intruder.answered", data: { question: question + 1, answer } });
    });
  }

  #fates(document: string): ReadonlyMap<string, Fate> {
    const { verdicts, marks } = this.#review.state(document);
    const fates = new Map<string, Fate>();
    for (const s of this.#review.suggestions(document)) {
      const verdict = verdicts.get(s.id)?.state;
      const under = marks.some(
        (m) =>
          m.origin === "drawn" &&
          m.span?.page === s.page &&
          m.span.start <= s.start &&
          m.span.end >= s.end,
      );
      fates.set(
        placeOf(s),
        verdict === "accepted" || under ? "removed" : verdict === "refused" ? "kept" : "open",
      );
    }
    return fates;
  }
}

const placeOf = (f: { page: number; start: number; end: number }) =>
  `${f.page}:${f.start}:${f.end}`;
