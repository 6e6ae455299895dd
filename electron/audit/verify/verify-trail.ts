// The standalone verifier: an exported trail, or a case (folder or file) with a passphrase, against any number of
// checkpoints kept elsewhere. Shares no code with the writer (electron/audit/*.ts, electron/cases,
// electron/storage): two independent readings of one format. Says exactly what is and is not proven.
import { readFileSync, rmSync, statSync } from "node:fs";
import { Certified, isCertificate } from "./certified.ts";
import { NoAccess, readCase, type AccessTrouble, type CaseAccess } from "./case-folder.ts";
import { isHandedOver, unpack } from "./handed-over.ts";
import { judge, type Judgement, type RawCheckpoint } from "./judge.ts";
import { findCheckpoint, NotATrail, readExported } from "./lines.ts";

export interface TrailVerdict {
  /** True where everything that can be checked holds. */
  readonly whole: boolean;
  readonly case: string | null;
  readonly entries: number;
  readonly head: string | null;
  readonly fault: string | null;
  readonly notices: readonly string[];
  readonly people: Judgement["people"];
  readonly proven: readonly string[];
  readonly notProven: readonly string[];
}

export interface TrailQuestion {
  /** An exported trail (JSON lines), a case folder, or a case handed over as one file. */
  readonly path: string;
  /** Needed for a case. */
  readonly access?: CaseAccess;
  /** JSON files that hold a checkpoint: certificates, checkpoints noted elsewhere. */
  readonly witnesses?: readonly string[];
}

/** The question itself cannot be answered: exit 2. */
export class Unanswerable extends Error {
  readonly trouble:
    AccessTrouble | "not-a-trail" | "passphrase-needed" | "bad-witness" | "not-found";
  constructor(trouble: Unanswerable["trouble"], message: string) {
    super(message);
    this.trouble = trouble;
  }
}

export async function verifyTrail(question: TrailQuestion): Promise<TrailVerdict> {
  const witnesses = (question.witnesses ?? []).map(witnessIn);
  let folder: boolean;
  try {
    folder = statSync(question.path).isDirectory();
  } catch {
    throw new Unanswerable("not-found", "There is no such file or folder.");
  }
  if (folder) return inFolder(question, witnesses);
  return isHandedOver(question.path)
    ? inHandedOver(question, witnesses)
    : inFile(question, witnesses);
}

function inFile(question: TrailQuestion, witnesses: readonly Witness[]): TrailVerdict {
  try {
    const trail = readExported(question.path);
    const own = [trail.checkpoint, ...witnesses.map((w) => w.checkpoint)];
    const certified = new Certified();
    const judged = judge(trail.case, certified.noting(trail.entries()), own);
    const missing =
      judged.fault === null && trail.checkpoint.entries !== judged.entries
        ? "The export holds another number of entries than its own checkpoint says."
        : certified.fault(certificatesOf(witnesses));
    return verdict(trail.case, judged, missing, witnesses.length, []);
  } catch (error) {
    if (error instanceof NotATrail) throw new Unanswerable("not-a-trail", error.message);
    throw error;
  }
}

async function inHandedOver(
  question: TrailQuestion,
  witnesses: readonly Witness[],
): Promise<TrailVerdict> {
  let folder: string | undefined;
  try {
    folder = unpack(question.path);
    return await inFolder({ ...question, path: folder }, witnesses);
  } catch (error) {
    if (error instanceof NoAccess) throw new Unanswerable(error.trouble, error.message);
    throw error;
  } finally {
    if (folder) rmSync(folder, { recursive: true, force: true });
  }
}

async function inFolder(
  question: TrailQuestion,
  witnesses: readonly Witness[],
): Promise<TrailVerdict> {
  if (!question.access)
    throw new Unanswerable(
      "passphrase-needed",
      "A case is unreadable without a passphrase of one of its people.",
    );
  try {
    const trail = await readCase(question.path, question.access);
    try {
      const certified = new Certified();
      const checkpoints = witnesses.map((w) => w.checkpoint);
      const judged = judge(trail.case, certified.noting(trail.entries), checkpoints);
      const [contradiction = certified.fault(certificatesOf(witnesses))] =
        judged.fault === null ? trail.contradictions() : [null];
      return verdict(trail.case, judged, contradiction, witnesses.length, [
        "The decisions, documents, exports, people, steps, releases and comments of the case agree with what the trail tells.",
      ]);
    } finally {
      trail.close();
    }
  } catch (error) {
    if (error instanceof NoAccess) throw new Unanswerable(error.trouble, error.message);
    throw error;
  }
}

function verdict(
  caseId: string,
  judged: Judgement,
  contradiction: string | null,
  witnesses: number,
  more: readonly string[],
): TrailVerdict {
  const fault = judged.fault ?? contradiction;
  const proven =
    fault === null
      ? [
          `${judged.entries} entries, numbered without a gap, each bound to the one before: none was changed, taken out, put in or moved.`,
          "Each entry was signed with the key of the person it names, and each person was brought in by somebody who belonged to the case.",
          ...(witnesses > 0
            ? [
                `Nothing that ${witnesses === 1 ? "the witness" : `the ${witnesses} witnesses`} saw is missing or was written anew.`,
              ]
            : []),
          ...more,
        ]
      : judged.fault !== null && judged.entries > 0
        ? [`The first ${judged.entries} entries are whole and signed.`]
        : [];
  const notProven = [
    ...(witnesses > 0
      ? ["What was written after the last witness may have been cut off."]
      : [
          "Without a checkpoint kept by somebody else it cannot be seen whether the end was cut off, an older copy was put back, or the whole trail was written anew with new keys.",
        ]),
    "The names of people are as they were typed when they were added, and two names may be one person; the times are those of the computer's clock.",
    "What was done outside Candour is not in the trail.",
  ];
  return {
    whole: fault === null,
    case: caseId,
    entries: judged.entries,
    head: judged.entries > 0 ? judged.head : null,
    fault,
    notices: judged.notices,
    people: judged.people,
    proven,
    notProven,
  };
}

interface Witness {
  readonly checkpoint: RawCheckpoint;
  /** The file's JSON: a certificate is held against the trail as a whole. */
  readonly value: unknown;
}

const certificatesOf = (witnesses: readonly Witness[]) =>
  witnesses.map((w) => w.value).filter(isCertificate);

function witnessIn(path: string): Witness {
  let found: RawCheckpoint | undefined;
  let value: unknown;
  try {
    const text = readFileSync(path, "utf8");
    // An exported trail is a witness too: its first line carries a checkpoint.
    const first = text.startsWith('{"format":"candour-trail-1"')
      ? text.slice(0, text.indexOf("\n"))
      : text;
    value = JSON.parse(first);
    found = findCheckpoint(value);
  } catch {
    found = undefined;
  }
  if (!found) throw new Unanswerable("bad-witness", "A witness file holds no checkpoint.");
  return { checkpoint: found, value };
}
