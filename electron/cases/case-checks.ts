// Checks over the whole case before anything leaves it: register, pair check, learning kept, schedule.
// Gathers what the pure policies need; keeps nothing. Findings may hold names: they go to the screen only.
import type { Rect } from "../../shared/geometry/rect.ts";
import { foundPeople, type FoundPerson } from "../../shared/policy/found-people.ts";
import { learningKept, type Learning } from "../../shared/policy/learning.ts";
import { pairCheck, type PairFinding, type PairOptions } from "../../shared/policy/pair-check.ts";
import {
  checkRegister,
  marksOfPerson,
  type RegisterDocument,
  type RegisterFinding,
} from "../../shared/policy/register.ts";
import { redactionSchedule, type ScheduleRow } from "../../shared/policy/schedule.ts";
import type { PageText } from "../../shared/model/page.ts";
import type { DocumentRow } from "../storage/documents.ts";
import type { CaseDocuments } from "./case-documents.ts";
import type { CasePeople } from "./case-people.ts";
import type { CaseReview } from "./case-review.ts";

type Boxed = Map<number, (readonly [number, number])[]>;

export class CaseChecks {
  readonly #documents: CaseDocuments;
  readonly #review: CaseReview;
  readonly #people: CasePeople;

  constructor(documents: CaseDocuments, review: CaseReview, people: CasePeople) {
    this.#documents = documents;
    this.#review = review;
    this.#people = people;
  }

  register(): readonly RegisterFinding[] {
    return checkRegister(this.#people.list(), this.#registerDocuments());
  }

  /** Marked places of the person whom a finding of the register names by key. */
  marksOfPerson(key: string) {
    return marksOfPerson(this.#people.list(), this.#registerDocuments(), key);
  }

  #registerDocuments(): readonly RegisterDocument[] {
    return this.#documents
      .list()
      .filter((d) => d.role !== "earlier-version")
      .map(({ id }) => ({
        id,
        suggestions: this.#review.suggestions(id),
        state: this.#review.state(id),
      }));
  }

  found(): readonly FoundPerson[] {
    return foundPeople(
      this.#people.list(),
      this.#documents.list().map(({ id }) => ({
        id,
        suggestions: this.#review.suggestions(id),
        state: this.#review.state(id),
      })),
    );
  }

  /** Burnt terms that are readable elsewhere in the case or in an earlier published version. */
  pairs(options?: PairOptions): readonly PairFinding[] {
    return pairCheck(
      this.#documents
        .list()
        .filter((d) => d.status === "ready")
        .map((d) => {
          const texts = this.#texts(d);
          const published = d.role === "earlier-version";
          return {
            id: d.id,
            published,
            suggestions: this.#review.suggestions(d.id),
            state: this.#review.state(d.id),
            pages: texts,
            hidden: published ? this.#documents.part(d.id, "hidden").map((h) => h.text) : [],
            boxed: this.#boxed(d.id, texts),
          };
        }),
      options,
    );
  }

  /** Sentences that stop hand-over, signature and export. No term in them: places only. */
  blockers(): readonly string[] {
    const all = this.pairs().filter((f) => f.blocks);
    // What waits for a decision was not overlooked; it is told where nothing else is.
    const overlooked = all.filter((f) => !f.undecided);
    return overlooked.length > 0
      ? this.#told(overlooked, "readable")
      : this.#told(all, "still undecided");
  }

  /** The same without what only waits for a decision: it is counted and decided in its document. */
  overlooked(): readonly string[] {
    return this.#told(
      this.pairs().filter((f) => f.blocks && !f.undecided),
      "readable",
    );
  }

  #told(pairs: readonly PairFinding[], are: string): readonly string[] {
    const sentences = this.register()
      .filter((f) => f.blocks)
      .map((f) => f.message);
    const [first] = pairs;
    if (first) {
      const name = this.#documents.get(first.document).name;
      const where = first.page > 0 ? `page ${first.page}` : "its bookmarks or properties";
      sentences.push(
        pairs.length === 1
          ? `A detail burnt elsewhere in the case is ${are} in “${name}”, ${where}.`
          : `${pairs.length} details burnt elsewhere in the case are ${are}, the first in “${name}”, ${where}.`,
      );
    }
    return sentences;
  }

  learning(document: string): Learning {
    const d = this.#documents.get(document);
    const texts = this.#texts(d);
    return learningKept({
      pages: texts,
      outline: this.#documents.part(document, "outline"),
      state: this.#review.state(document),
      boxed: this.#boxed(document, texts),
    });
  }

  schedule(): readonly ScheduleRow[] {
    return redactionSchedule(
      this.#documents
        .list()
        .filter((d) => d.role !== "earlier-version")
        .map((d) => ({
          // A file name may hold a name: the schedule counts documents instead.
          name: `${d.position}. ${d.role.replaceAll("-", " ")}`,
          marks: this.#review.plan(d.id).marks,
        })),
    );
  }

  #texts(d: DocumentRow): readonly PageText[] {
    const texts: PageText[] = [];
    for (let page = 1; page <= d.pages; page++) {
      const text = this.#documents.pageText(d.id, page);
      if (text) texts.push(text);
    }
    return texts;
  }

  /** Stretches of text under boxes that follow no span: drawn free-hand, or moved by hand. */
  #boxed(document: string, texts: readonly PageText[]): Boxed {
    const boxed: Boxed = new Map();
    const free = this.#review.state(document).marks.filter((m) => !m.span || m.adjusted);
    for (const text of texts) {
      const rects = free.filter((m) => m.page === text.page).flatMap((m) => m.rects);
      const spans = rects.length > 0 ? stretchesUnder(text, rects) : [];
      if (spans.length > 0) boxed.set(text.page, spans);
    }
    return boxed;
  }
}

/** Runs of characters whose middle lies in one of the boxes; spaces without ink join their neighbours. */
function stretchesUnder(text: PageText, rects: readonly Rect[]): (readonly [number, number])[] {
  const spans: [number, number][] = [];
  const { quads } = text;
  for (let i = 0; i < text.text.length; i++) {
    const q = i * 8;
    const x = (quads[q]! + quads[q + 2]! + quads[q + 4]! + quads[q + 6]!) / 4;
    const y = (quads[q + 1]! + quads[q + 3]! + quads[q + 5]! + quads[q + 7]!) / 4;
    if (!rects.some((r) => x >= r[0] && x <= r[2] && y >= r[1] && y <= r[3])) continue;
    const last = spans.at(-1);
    if (last && i - last[1] <= 1) last[1] = i + 1;
    else spans.push([i, i + 1]);
  }
  return spans;
}
