// A folder in this computer's place for temporary files, named after the process that made it: what a killed
// one left there, perhaps a file that never passed, is removed by the next one that starts or exports.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const NAME = /^candour-export-(\d+)-[A-Za-z0-9]{6}$/u;

/** Removes what processes that no longer run left there; what cannot be removed stays. */
export function clearTemporary(place: string = tmpdir()): void {
  for (const name of namesIn(place)) {
    const maker = Number(NAME.exec(name)?.[1]);
    if (!maker || isRunning(maker)) continue;
    try {
      rmSync(join(place, name), { recursive: true, force: true });
    } catch {
      // Another person's on the same computer.
    }
  }
}

/** A fresh 0700 folder; the caller removes it. */
export function temporaryFolder(place: string = tmpdir()): string {
  clearTemporary(place);
  return mkdtempSync(join(place, `candour-export-${process.pid}-`));
}

function namesIn(place: string): readonly string[] {
  try {
    return readdirSync(place);
  } catch {
    return [];
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
