// What another reader than the one that draws a page reads on it, in original and export: asked for only
// where it counts, and read once.
import { onCandidate } from "./candidate-failure.ts";
import type { PlacedLink, PlacedText, TextsOfPage } from "./engines/pdfjs.ts";
import { shownRect } from "./place.ts";
import type { PageFrame } from "./place.ts";
import type { PlacedMark } from "./reading/coverage.ts";
import { foldTerm } from "./reading/fold.ts";
import type { Folded } from "./reading/fold.ts";
import { cutRun } from "./reading/runs.ts";

export interface ReadTwice {
  readonly original: TextsOfPage;
  readonly candidate: TextsOfPage;
  readonly frame: PageFrame;
  readonly marks: readonly PlacedMark[];
  /** What the verifier's own reader reads on the export's page; undefined where the file's form is doubted. */
  readonly retraced: string | undefined;
}

export class SecondReading {
  private readonly page: ReadTwice;
  private ofOriginal: Promise<readonly PlacedText[]> | undefined;
  private ofCandidate: Promise<readonly PlacedText[]> | undefined;

  constructor(page: ReadTwice) {
    this.page = page;
  }

  /** The original's texts by the second engine. */
  original(): Promise<readonly PlacedText[]> {
    return (this.ofOriginal ??= this.page.original.texts());
  }

  /** How many letters they have. */
  async letters(): Promise<number> {
    return foldTerm((await this.original()).map(({ text }) => text).join(" ")).text.length;
  }

  /** The same as one text, a cut where a mark is. */
  async unmarked(): Promise<string> {
    const { frame, marks } = this.page;
    return (await this.original())
      .map(({ text, box }) => cutRun(text, shownRect(frame, box), marks))
      .join(" ");
  }

  /** The export's page by the second engine. @throws CandidateFailure */
  async candidate(): Promise<string> {
    this.ofCandidate ??= onCandidate(() => this.page.candidate.texts());
    return (await this.ofCandidate).map(({ text }) => text).join(" ");
  }

  /** Links of the export that lead to one of its pages and, where there are any, the original's, as shown. */
  async links(ofCandidate: PageFrame): Promise<Record<"before" | "after", readonly PlacedLink[]>> {
    const { frame, original, candidate } = this.page;
    const shown = (links: readonly PlacedLink[], on: PageFrame): PlacedLink[] =>
      links.map((link) => ({ ...link, box: shownRect(on, link.box) }));
    const after = shown(await onCandidate(() => candidate.links()), ofCandidate);
    return { before: after.length > 0 ? shown(await original.links(), frame) : [], after };
  }

  /**
   * The export's page by another reader: the verifier's own, where the file is written in the one way and
   * both read the same letters in the same order. A third could read no others; where they differ, it is
   * asked.
   * @param stream the letters of the engine that draws, in the content's order
   */
  async otherThan(stream: Folded): Promise<Folded> {
    const { retraced } = this.page;
    if (retraced !== undefined && foldTerm(retraced).text === stream.text) return stream;
    return foldTerm(await this.candidate());
  }
}
