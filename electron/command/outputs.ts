// Writing for the headless command: every place is looked at before any work is done, and a file is written
// whole or not at all. What stands there is never replaced without --force; what is no plain file, and what
// the same run reads or writes, never at all.
import { randomBytes } from "node:crypto";
import {
  closeSync,
  lstatSync,
  openSync,
  realpathSync,
  rmSync,
  statSync,
  type Stats,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { Refusal } from "../../shared/model/refusal.ts";
import { diskRefusal } from "../export/disk.ts";
import { place, writeDurably } from "../export/private-folder.ts";

export interface Outputs {
  /** Files that the run reads. */
  readonly reads: readonly string[];
  readonly force: boolean;
}

/**
 * @param paths as given; undefined where nothing is to be written
 * @returns absolute paths, null for undefined
 * @throws Refusal exists, not-found, read-only, bad-arguments
 */
export function checkOutputs<P extends readonly (string | undefined)[]>(
  paths: P,
  { reads, force }: Outputs,
): { [I in keyof P]: undefined extends P[I] ? string | null : string } {
  const taken = new Set(reads.map((path) => keyOf(resolve(path))));
  const targets = paths.map((path) => {
    if (path === undefined) return null;
    const target = resolve(path);
    checkPlace(target, path === "", force);
    const key = keyOf(target);
    if (taken.has(key)) throw twice(target);
    taken.add(key);
    return target;
  });
  return targets as never;
}

function checkPlace(target: string, unnamed: boolean, force: boolean): void {
  const name = basename(target);
  if (!standing(dirname(target)))
    throw new Refusal("not-found", `There is no folder for “${name}”.`);
  const there = lookAt(target);
  if (unnamed || there?.isDirectory())
    throw new Refusal("bad-arguments", `“${name}” is a folder, and no file can take its place.`);
  if (there && !force)
    throw new Refusal("exists", `“${name}” exists already; --force replaces it.`);
  // A device, a pipe, or a link to one: replacing it would take it away from everybody.
  if (
    there &&
    !(standing(target) ?? there).isFile() &&
    !(there.isSymbolicLink() && !standing(target))
  )
    throw new Refusal("bad-arguments", `“${name}” is no plain file and is not replaced.`);
  const probe = temporaryBeside(target);
  try {
    closeSync(openSync(probe, "wx", 0o600));
    rmSync(probe);
  } catch (error) {
    throw diskRefusal(error, target);
  }
}

/** Whole or not at all. @throws Refusal */
export function writeOutput(target: string, content: string, force: boolean): void {
  const temporary = temporaryBeside(target);
  try {
    writeDurably(temporary, new TextEncoder().encode(content));
    place(temporary, target, force);
  } catch (error) {
    throw diskRefusal(error, target);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** A name of its own: the target's may be as long as a name can be. */
const temporaryBeside = (target: string): string =>
  join(dirname(target), `.candour-${randomBytes(6).toString("hex")}`);

const standing = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false });

function lookAt(target: string): Stats | undefined {
  try {
    return lstatSync(target, { throwIfNoEntry: false });
  } catch (error) {
    throw diskRefusal(error, target);
  }
}

/** The same for two ways to write one place. */
function keyOf(path: string): string {
  const folder = standing(dirname(path)) ? realpathSync(dirname(path)) : dirname(path);
  const key = join(folder, basename(path));
  return process.platform === "linux" ? key : key.toLowerCase();
}

function twice(target: string): Refusal {
  return new Refusal(
    "bad-arguments",
    `“${basename(target)}” is named twice: a file that is read or written already is not written again.`,
  );
}
