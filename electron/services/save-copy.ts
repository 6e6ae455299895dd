// A copy of a verified export to a place a person chose, with its certificate beside it.
// The bytes are read back and compared before the copy counts as made.
import { createHash } from "node:crypto";
import { readFileSync, renameSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { Refusal } from "../../shared/model/refusal.ts";
import type { OpenCase } from "../cases/open-case.ts";
import { certificatePdf } from "../export/certificate-pdf.ts";
import { certificateSchema } from "../export/certificate.ts";
import { diskRefusal } from "../export/disk.ts";
import { inPrivateFolder, syncFolder, writeDurably } from "../export/private-folder.ts";

/** @returns name of the file as saved. @throws Refusal disk-full, read-only, not-verified */
export async function saveCopy(open: OpenCase, id: string, target: string): Promise<string> {
  const { sha256, certificate } = open.exports.get(id);
  const bytes = await open.exports.bytes(id);
  const stem = join(dirname(target), basename(target, extname(target)));
  try {
    await inPrivateFolder(target, async (folder) => {
      const copy = join(folder, "export.pdf");
      writeDurably(copy, bytes);
      const found = createHash("sha256").update(readFileSync(copy)).digest("hex");
      if (found !== sha256)
        throw new Refusal("not-verified", "The disk did not keep the copy as it was written.");
      const proof = join(folder, "certificate.json");
      writeDurably(proof, new TextEncoder().encode(`${JSON.stringify(certificate, null, 1)}\n`));
      const sheet = join(folder, "certificate.pdf");
      writeDurably(sheet, await certificatePdf(certificateSchema.parse(certificate)));
      renameSync(copy, target);
      renameSync(proof, `${stem}.certificate.json`);
      renameSync(sheet, `${stem}.certificate.pdf`);
      syncFolder(dirname(target));
    });
  } catch (error) {
    throw diskRefusal(error, target);
  }
  open.exports.copied(id);
  return basename(target);
}
