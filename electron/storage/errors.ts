// What SQLite and the file system say, in one sentence for a person. Defects stay defects:
// whatever is not an expected outcome passes through unchanged.
import { Refusal } from "../../shared/model/refusal.ts";

const code = (error: unknown): string => {
  const c = (error as { code?: unknown } | null)?.code;
  return typeof c === "string" ? c : "";
};

/** True where the disk refused a change: the connection must be reopened before going on. */
export function isWriteError(error: unknown): boolean {
  return /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|NOMEM)/u.test(code(error));
}

/** A Refusal for every expected outcome, the error itself otherwise. */
export function refusalOf(error: unknown): unknown {
  const c = code(error);
  if (error instanceof Refusal || c === "") return error;
  if (c === "SQLITE_BUSY" || c === "SQLITE_LOCKED" || c.startsWith("SQLITE_BUSY_"))
    return new Refusal(
      "locked",
      "This case is open in another window or by another program. Please close it there first.",
    );
  if (c === "SQLITE_FULL" || c === "ENOSPC" || c === "EDQUOT" || c === "EFBIG")
    return new Refusal(
      "disk-full",
      "The disk is full: the last change was not kept, everything before it was. Please free some space and try again.",
    );
  if (c.startsWith("SQLITE_READONLY") || c === "EROFS" || c === "EACCES" || c === "EPERM")
    return new Refusal(
      "read-only",
      "The folder of this case cannot be written to. Nothing was changed.",
    );
  if (c.startsWith("SQLITE_IOERR"))
    return new Refusal(
      "disk-full",
      "The disk could not take the last change, which was not kept; everything before it was. Please check the disk and try again.",
    );
  if (c.startsWith("SQLITE_CANTOPEN") || c === "ENOENT")
    return new Refusal("case-damaged", "A file of this case is missing. Nothing was changed.");
  if (c.startsWith("SQLITE_NOTADB") || c.startsWith("SQLITE_CORRUPT"))
    return new Refusal(
      "case-damaged",
      "The database of this case is damaged or only half copied. Nothing was changed; please bring the case back from a backup.",
    );
  return error;
}
