// What the disk says, in one sentence for a person.
import { basename } from "node:path";
import { Refusal } from "../../shared/model/refusal.ts";

export function diskRefusal(error: unknown, target: string): Error {
  if (error instanceof Refusal) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new Refusal("disk-full", "The disk is full; nothing was written.");
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new Refusal("read-only", `“${basename(target)}” cannot be written there.`);
  }
  return error as Error;
}
