// What the disk says about a place that a person chose, in one sentence.
import { basename } from "node:path";
import { Refusal } from "../../shared/model/refusal.ts";

/** A folder that is no more: moved, on a stick that was pulled out, on a share that went away. */
const GONE = new Set(["ENOENT", "ENOTDIR", "ENODEV", "ENXIO", "EIO", "EHOSTDOWN", "ESTALE"]);

export function diskRefusal(error: unknown, target: string): Error {
  if (error instanceof Refusal) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") {
    return new Refusal("disk-full", "The disk is full; nothing was written.");
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new Refusal(
      "read-only",
      `“${basename(target)}” cannot be written there. Please choose another folder.`,
    );
  }
  if (code === "ENAMETOOLONG")
    return new Refusal("read-only", `The name “${basename(target).slice(0, 40)}…” is too long.`);
  if (code === "EISDIR" || code === "ENOTEMPTY")
    return new Refusal("read-only", `“${basename(target)}” is a folder; nothing was written.`);
  if (code !== undefined && GONE.has(code)) {
    return new Refusal(
      "read-only",
      `“${basename(target)}” was not written: its folder is gone or cannot be reached. Please choose another one.`,
    );
  }
  return error as Error;
}
