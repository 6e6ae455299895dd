// The folders of cases on this machine: which are cases, when each last changed, and what interrupted
// work left behind. Knows nothing of what is inside them.
import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

export const DATABASE = "case.db";
const CASE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const MAKING = ".making-";
const STALE = 600_000;
const REPLACED = ".replaced-";

export function isCaseId(name: string): boolean {
  return CASE.test(name);
}

/** A folder whose making, restoring or removal is under way; it never counts as a case. */
export function makingFolder(casesFolder: string, unique: string): string {
  return join(casesFolder, `${MAKING}${unique}`);
}

/** Where a case waits while another folder takes its place. */
export function asideFolder(casesFolder: string, caseId: string, unique: string): string {
  return join(casesFolder, `${REPLACED}${caseId}-${unique}`);
}

/** What an interrupted making, replacing or deleting left: the older case comes back, the rest goes. */
export function tidyFolders(casesFolder: string): void {
  for (const name of readdirSync(casesFolder)) {
    const path = join(casesFolder, name);
    // Young ones may belong to a command that is at work just now.
    if (name.startsWith(MAKING) && Date.now() - statSync(path).mtimeMs > STALE)
      rmSync(path, { recursive: true, force: true });
    if (!name.startsWith(REPLACED)) continue;
    const id = name.slice(REPLACED.length, REPLACED.length + 36);
    if (existsSync(join(casesFolder, id))) rmSync(path, { recursive: true, force: true });
    else if (isCaseId(id)) renameSync(path, join(casesFolder, id));
  }
}

/** When a case last changed, as its files tell. */
export function changedAt(folder: string): string {
  let at = statSync(folder).mtimeMs;
  for (const name of [DATABASE, `${DATABASE}-wal`]) {
    const path = join(folder, name);
    if (existsSync(path)) at = Math.max(at, statSync(path).mtimeMs);
  }
  return new Date(at).toISOString();
}
