// Reads a run of a document's pages, one after another, in original and export: what is found is
// told, and what the search of terms needs afterwards is kept. One reader remembers the labels that
// it has read from pixels, so that what it finds depends on its run of pages and on nothing else.
import type { BurnedPage } from "../../../shared/model/burning.ts";
import { Refusal } from "../../../shared/model/refusal.ts";
import type { VerifyInput } from "../../../shared/model/verification.ts";
import { InkReader } from "../checks/ink/reading-again.ts";
import { EngineFailure } from "../engines/failure.ts";
import type { Findings } from "../findings.ts";
import { marksByPage } from "../marks.ts";
import { CandidateFailure } from "../candidate-failure.ts";
import { passPage } from "../page-pass.ts";
import { passTogether } from "../together/pass-together.ts";
import { claimedRuns, runsFound } from "../together/runs.ts";
import type { Runs } from "../together/runs.ts";
import type { PassResult } from "../page-pair.ts";
import type { Documents } from "./documents.ts";
import { PixelStore } from "../pixels/store.ts";

/** Pages from the first to the last, counted from 1, both among them. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

export type ReadPage = PassResult;

/** The texts of an export's pages by the verifier's own reader; none where the file's form is doubted. */
export type Retraced = readonly string[] | undefined;

export interface PagesRead {
  readonly pages: readonly ReadPage[];
  /** Words that no mark covers. */
  readonly unmarked: ReadonlySet<string>;
  /** Pages of which something was read from pixels. */
  readonly readAgain: number;
}

/** A note that names the page of a comment or field which the export does not show. */
const LEFT_OUT = /^Page (\d+): .* left out\b/u;

export class PageReader {
  private readonly documents: Documents;
  private readonly input: Pick<VerifyInput, "marks" | "claim" | "together">;
  private readonly marks: ReturnType<typeof marksByPage>;
  private known: Promise<Runs> | undefined;

  /** @param documents are the caller's to close */
  constructor(documents: Documents, input: Pick<VerifyInput, "marks" | "claim" | "together">) {
    this.documents = documents;
    this.input = input;
    this.marks = marksByPage(input.marks);
  }

  /**
   * Pages that are seen as one.
   * @throws Refusal undecodable, where the original cannot be read
   */
  runs(): Promise<Runs> {
    return (this.known ??= this.findRuns());
  }

  private async findRuns(): Promise<Runs> {
    const { documents, input, marks } = this;
    if (input.claim) return claimedRuns(input.claim, documents.original.pdfium.pages);
    if (input.together) return new Map(input.together);
    try {
      return await runsFound(documents, marks);
    } catch (error) {
      // It is told when the page is read.
      if (error instanceof EngineFailure || error instanceof CandidateFailure) return new Map();
      throw error;
    }
  }

  /**
   * @param begun is told of every page before it is read
   * @param retraced of all pages
   * @throws Refusal undecodable, where the original cannot be read
   */
  async read(
    { first, last }: Run,
    findings: Findings,
    begun: () => void,
    retraced?: Retraced,
  ): Promise<PagesRead> {
    const { documents, marks } = this;
    const unmarked = new Set<string>();
    const reading = new InkReader();
    const store = new PixelStore();
    const pages: ReadPage[] = [];
    const claims = new Map<number, BurnedPage>();
    const { claim } = this.input;
    for (const one of claim?.pages ?? []) if (!claims.has(one.page)) claims.set(one.page, one);
    const noted = new Set(claim?.notes.flatMap((note) => Number(LEFT_OUT.exec(note)?.[1] ?? [])));
    const runs = await this.runs();
    for (let number = first, next = first; number <= last; number = next) {
      const together = Math.min(last, runs.get(number) ?? number);
      next = together + 1;
      for (let page = number; page < next; page++) begun();
      const shared = { unmarked, runs, reading, store };
      try {
        if (together > number) {
          const numbers = Array.from({ length: next - number }, (_, i) => number + i);
          const run = {
            numbers,
            claims: numbers.map((page) => claims.get(page)),
            marks: numbers.map((page) => marks.get(page) ?? []),
            retraced: retraced && numbers.map((page) => retraced[page - 1] ?? "").join("\n"),
            leftOut: claim ? numbers.some((page) => noted.has(page)) : undefined,
          };
          pages.push(await passTogether({ ...run, ...shared }, documents, findings));
          continue;
        }
        const page = {
          number,
          claim: claims.get(number),
          leftOut: claim ? noted.has(number) : undefined,
          retraced: retraced?.[number - 1],
        };
        const own = marks.get(number) ?? [];
        pages.push(await passPage({ ...page, ...shared }, documents, own, findings));
      } catch (error) {
        failed(error, number, findings);
        if (error instanceof EngineFailure || error instanceof CandidateFailure) break;
      }
    }
    return { pages, unmarked, readAgain: reading.pages };
  }
}

function failed(error: unknown, page: number, findings: Findings): void {
  if (error instanceof CandidateFailure)
    findings.add("engines-agree", "The page cannot be read by every reader.", page);
  else if (error instanceof EngineFailure)
    throw new Refusal("undecodable", `Page ${page} of the original cannot be read.`, page);
  else throw error;
}
