// A copy of a verified export to a place a person chose, with its certificate beside it.
// The bytes are read back and compared before the copy counts as made.
import { createHash } from "node:crypto";
import { lstatSync, readFileSync, renameSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { Refusal } from "../../shared/model/refusal.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import { readersKey } from "../../shared/policy/schedule.ts";
import { marksOfPlan } from "../cases/case-releases.ts";
import type { OpenCase } from "../cases/open-case.ts";
import { certificatePdf } from "../papers/certificate-pdf.ts";
import { certificateSchema } from "../papers/certificate.ts";
import { diskRefusal } from "../export/disk.ts";
import { CLOCK } from "./workers.ts";
import type { WorkerClient } from "../workers/client.ts";
import { readersKeyPdf, withReadersKey } from "../papers/readers-key-pdf.ts";
import { inPrivateFolder, place, syncFolder, writeDurably } from "../export/private-folder.ts";

export interface KeyWish {
  readonly published: string;
  readonly contact: string | null;
  readonly append: boolean;
}

/**
 * The system asks before the file of the chosen name is replaced; it knows nothing of the files beside
 * it, and so none of those is ever replaced.
 *
 * @returns name of the file as saved. @throws Refusal not-allowed, exists, disk-full, read-only, not-verified
 */
export async function saveCopy(
  verifier: WorkerClient,
  open: OpenCase,
  id: string,
  target: string,
  key?: KeyWish,
): Promise<string> {
  // A draft may be burnt and looked at; nothing leaves the case while a name stands open in it.
  const [blocker] = open.checks.blockers();
  if (blocker !== undefined) throw new Refusal("not-allowed", `No copy was saved. ${blocker}`);
  // An export or a certificate exchanged beside the trail would leave under this case's name (A2).
  const [fault] = open.faults();
  if (fault !== undefined)
    throw new Refusal(
      "not-allowed",
      `No copy was saved: the case was changed beside its trail. ${fault}`,
    );
  const { sha256, certificate, plan } = open.exports.get(id);
  for (const typed of [key?.published, key?.contact])
    open.review.terms.guard("reader's key", typed);
  const bytes = await open.exports.bytes(id);
  const keyed = key && (await keySheets(verifier, bytes, marksOfPlan(plan), key));
  const stem = join(dirname(target), basename(target, extname(target)));
  try {
    await inPrivateFolder(target, async (folder) => {
      const copy = join(folder, "export.pdf");
      writeDurably(copy, bytes);
      const found = createHash("sha256").update(readFileSync(copy)).digest("hex");
      if (found !== sha256)
        throw new Refusal("not-verified", "The disk did not keep the copy as it was written.");
      const proof = new TextEncoder().encode(`${JSON.stringify(certificate, null, 1)}\n`);
      const sheet = await certificatePdf(certificateSchema.parse(certificate));
      const beside: readonly Beside[] = [
        [proof, join(folder, "certificate.json"), `${stem}.certificate.json`],
        [sheet, join(folder, "certificate.pdf"), `${stem}.certificate.pdf`],
        ...(keyed ?? []).map(([e, k]) => [k, join(folder, e), `${stem}-${e}`] as const),
      ];
      refuseTaken(beside);
      for (const [content, temporary] of beside) writeDurably(temporary, content);
      renameSync(copy, target);
      for (const [content, temporary, path] of beside) place(temporary, path, holds(path, content));
      syncFolder(dirname(target));
    });
  } catch (error) {
    throw diskRefusal(error, target);
  }
  open.exports.copied(id);
  return basename(target);
}

/** What is written, where it is written first, and where it is to stand. */
type Beside = readonly [content: Uint8Array, temporary: string, path: string];

/** @throws Refusal exists: the papers of another copy stand there, or a file of somebody's own */
function refuseTaken(beside: readonly Beside[]): void {
  const taken = beside.filter(
    ([content, , path]) =>
      lstatSync(path, { throwIfNoEntry: false }) !== undefined && !holds(path, content),
  );
  if (taken.length === 0) return;
  const names = taken.map(([, , path]) => `“${basename(path)}”`).join(", ");
  throw new Refusal(
    "exists",
    `No copy was saved: beside it, ${names} would have been replaced. Please choose another name or folder.`,
  );
}

/** Whether exactly that stands there already, as after saving the same copy twice. */
function holds(path: string, content: Uint8Array): boolean {
  const status = lstatSync(path, { throwIfNoEntry: false });
  return (
    status?.isFile() === true &&
    status.size === content.length &&
    readFileSync(path).equals(content)
  );
}

/** The key as a sheet of its own, and the export with it appended; by the ending of the file's name. */
async function keySheets(
  verifier: WorkerClient,
  exported: Uint8Array,
  marks: readonly PlanMark[],
  { published, contact, append }: KeyWish,
): Promise<readonly (readonly [string, Uint8Array])[]> {
  const key = readersKey(marks, { published, contact });
  const sheet = ["readers-key.pdf", await readersKeyPdf(key)] as const;
  if (!append) return [sheet];
  const copy = await withReadersKey(exported, key);
  await verifier.run(
    "checkAppended",
    { exported: new Uint8Array(exported), copy },
    { clock: CLOCK.read },
  );
  return [sheet, ["with-readers-key.pdf", copy] as const];
}
