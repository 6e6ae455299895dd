// The verifier's front door: reads the finished file from disk, opens it with three readers that
// did not write it, runs every check and answers with values. A candidate that cannot be read is
// a finding; only an original that cannot be read is a refusal. Trusts nobody (V1).
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { Refusal } from "../../shared/model/refusal.ts";
import type {
  Verification,
  Verify,
  VerifyInput,
  VerifyProgress,
} from "../../shared/model/verification.ts";
import { checkCopies } from "./checks/copies.ts";
import { checkOffPage } from "./checks/off-page.ts";
import { openWords } from "./checks/terms/page-terms.ts";
import { checkTerms } from "./checks/terms/terms.ts";
import { counted } from "./counted.ts";
import { EngineFailure } from "./engines/failure.ts";
import { engineVersions } from "./engines/versions.ts";
import { Findings } from "./findings.ts";
import { marksByPage } from "./marks.ts";
import type { Helper } from "./pages/helper.ts";
import { openBoth } from "./pages/open-both.ts";
import type { Opened } from "./pages/open-both.ts";
import { Original } from "./pages/original.ts";
import { PageReader } from "./pages/page-reader.ts";
import type { ReadPage } from "./pages/page-reader.ts";
import { Team } from "./pages/team.ts";
import { takePrepared } from "./prepare.ts";
import { readRawFile } from "./raw/file.ts";
import { recover } from "./raw/recover.ts";
import { inspectStructure } from "./structure/structure.ts";
import type { Structure } from "./structure/structure.ts";
import { widerRuns } from "./together/wider.ts";
import { sourceCodes } from "./reading/source-codes.ts";
import { collectTerms } from "./reading/terms.ts";

/** A finished file larger than this is none of ours. */
const MAX_CANDIDATE = 2 * 1024 * 1024 * 1024 - 1;

export const verify: Verify = async (input, progress) => {
  const found = await verifiedOnce(input, progress);
  if (found.passed || input.claim) return found;
  const marked = input.marks.reduce((first, { page }) => Math.min(first, page), Infinity);
  const together = widerRuns(found, marked);
  if (!together) return found;
  const again = await verifiedOnce({ ...input, together }, progress);
  return again.passed ? again : found;
};

const verifiedOnce: Verify = async (input, progress) => {
  const run = new Verifier(input, progress);
  try {
    return await run.verify();
  } finally {
    await run.close();
  }
};

class Verifier {
  private readonly input: VerifyInput;
  private readonly progress: VerifyProgress;
  private readonly findings = new Findings();
  private readonly open: { close(): void | Promise<void> }[] = [];
  private early: Helper | undefined;

  constructor(input: VerifyInput, progress: VerifyProgress = () => undefined) {
    this.input = input;
    this.progress = progress;
  }

  async verify(): Promise<Verification> {
    const original = await this.openOriginal();
    const bytes = await this.readCandidate();
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const team = this.teamFor(original, bytes);
    this.progress("structure", 0, original.pdfium.pages);
    const structure = inspectStructure(bytes, readRawFile(bytes), this.findings);
    const candidate = await this.openCandidate(bytes);
    this.agree(original, candidate, structure);
    if (
      candidate &&
      candidate.pdfium.pages === original.pdfium.pages &&
      candidate.pdfjs.pages === original.pdfium.pages
    )
      await this.readPages(original, candidate, team, structure, bytes);
    return {
      passed: !this.findings.failed,
      checks: this.findings.results(),
      findings: this.findings.findings(),
      notices: this.findings.notices(),
      pages: original.pdfium.pages,
      engines: await engineVersions(),
      sha256,
    };
  }

  async close(): Promise<void> {
    for (const item of this.open.toReversed()) await item.close();
  }

  private async readCandidate(): Promise<Uint8Array> {
    const { candidatePath } = this.input;
    try {
      const { size } = await stat(candidatePath);
      if (size <= MAX_CANDIDATE) return await readFile(candidatePath);
      this.findings.add("engines-agree", "The file is too large to be an export.");
    } catch {
      this.findings.add("engines-agree", "The file cannot be read from disk.");
    }
    return new Uint8Array();
  }

  private async openOriginal(): Promise<Original> {
    const { original, password } = this.input;
    const prepared = await takePrepared({ original, password });
    if (prepared) {
      this.early = prepared.helper;
      this.open.push(prepared.original, ...(this.early ? [this.early] : []));
      return prepared.original;
    }
    try {
      const opened = await Original.open(original, password);
      this.open.push(opened);
      return opened;
    } catch (error) {
      if (!(error instanceof EngineFailure)) throw error;
      if (error.kind === "password")
        throw new Refusal(
          password === undefined ? "password-needed" : "password-wrong",
          password === undefined
            ? "The original needs its password to be compared."
            : "The password does not open the original.",
        );
      throw new Refusal("damaged", "The original cannot be read, so nothing can be verified.");
    }
  }

  private async openCandidate(bytes: Uint8Array): Promise<Opened | undefined> {
    try {
      const opened = await openBoth(bytes);
      this.open.push(opened);
      return opened;
    } catch (error) {
      if (!(error instanceof EngineFailure)) throw error;
      this.findings.add(
        "engines-agree",
        error.kind === "password"
          ? "The file is protected by a password."
          : `${error.engine} cannot open the file.`,
      );
      return undefined;
    }
  }

  private agree(original: Original, candidate: Opened | undefined, structure: Structure): void {
    const { findings } = this;
    const wanted = original.pdfium.pages;
    findings.open("engines-agree", counted(wanted, "page"));
    if (original.pdfjs.pages !== wanted)
      throw new Refusal(
        "engines-disagree",
        "Readers do not agree how many pages the original has.",
      );
    const counts = [structure.pages.length];
    if (candidate) counts.push(candidate.pdfium.pages, candidate.pdfjs.pages);
    if (counts.some((count) => count !== counts[0]))
      findings.add("engines-agree", "Readers do not agree how many pages the file has.");
    else if (counts[0] !== wanted)
      findings.add(
        "words-kept",
        `The file has ${counted(counts[0]!, "page")}, the original ${wanted}.`,
      );
  }

  /** Two threads read a document where one is ready or it is long: the second loads as this one reads. */
  private teamFor(original: Original, candidate: Uint8Array): Team {
    const { input, progress, early } = this;
    const tell = (done: number, total: number): void => progress("pages", done, total);
    const start = early && !early.hasEnded ? async () => early : undefined;
    const team = new Team({ ...input, candidate }, original.pdfium.pages, tell, start);
    this.open.push(team);
    return team;
  }

  private async readPages(
    original: Original,
    candidate: Opened,
    team: Team,
    structure: Structure,
    bytes: Uint8Array,
  ): Promise<void> {
    const { findings, input } = this;
    const marks = marksByPage(input.marks);
    const total = original.pdfium.pages;
    for (const page of marks.keys())
      if (page > total)
        throw new Refusal("bad-arguments", `A mark is on page ${page} of ${total}.`);
    const { pdfium, pdfjs } = candidate;
    const own = new PageReader({ original, candidate: pdfium, candidateSecond: pdfjs }, input);
    // What is not written in the one way may be read otherwise by every reader.
    const retraced = findings.failed ? undefined : structure.pages.map(({ text }) => text);
    const { pages: results, unmarked, readAgain } = await team.read(own, findings, retraced);
    this.progress("terms", total, total);
    const sum = (of: (result: ReadPage) => number): number =>
      results.reduce((count, result) => count + of(result), 0);
    findings.open(
      "words-kept",
      counted(
        sum((r) => r.words),
        "word",
      ),
    );
    findings.open("nothing-added", counted(total, "page"));
    findings.open("labels-placed", counted(input.marks.length, "mark"));
    findings.open("page-unchanged", `${counted(total, "page")} at 150 dpi`);
    findings.open("burnt-ink-gone", counted(input.marks.length, "mark"));
    if (input.claim)
      findings.open(
        "boxes-opaque",
        counted(
          sum((r) => r.boxes),
          "box",
          "boxes",
        ),
      );

    const terms = collectTerms(
      results.flatMap((result) => result.burnt),
      openWords(unmarked, results),
    );
    const source = recover(input.original);
    checkCopies(source, structure, marks, findings);
    const [before, after] = [original.pdfjs, candidate.pdfjs];
    const runs = await own.runs();
    await checkOffPage({ ...input, original: before, candidate: after, runs }, findings);
    await checkTerms(
      {
        terms,
        pages: results.map((result) => result.terms),
        structure,
        file: bytes,
        codes: sourceCodes(source, terms),
        readAgain,
      },
      findings,
    );
    this.progress("done", total, total);
  }
}
