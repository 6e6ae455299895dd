// What this computer remembers of each case's trail, outside the case: how many entries it has seen and
// the last one's hash, as of each opening, each step of a case's way, and each closing. A case folder put
// back to an older state, or after the case was destroyed, is noticed at its next opening.
// Remembering is a help, never a condition: a lost or unwritable memory stops nobody.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { writeDurably } from "./durable.ts";
import type { OpenCase } from "./open-case.ts";

const headSchema = z.object({ entries: z.int().min(0), head: z.string().regex(/^[0-9a-f]{64}$/u) });
type Head = z.infer<typeof headSchema>;

/** Left in a restored folder until its first opening. */
export const RESTORED = "restored.json";

export function rememberHead(casesFolder: string, caseId: string, head: Head): void {
  try {
    mkdirSync(join(casesFolder, ".witness"), { recursive: true, mode: 0o700 });
    writeDurably(pathOf(casesFolder, caseId), JSON.stringify(head));
  } catch {
    // A full disk at closing time: the case itself is safe, the memory stays one session behind.
  }
}

function rememberedHead(casesFolder: string, caseId: string): Head | undefined {
  return readHead(pathOf(casesFolder, caseId));
}

/** Of a case that was destroyed: what its tombstone witnessed. */
function buriedHead(casesFolder: string, caseId: string): Head | undefined {
  const stone = readJson(join(casesFolder, ".tombstones", `${caseId}.json`));
  const found = z.object({ checkpoint: headSchema }).safeParse(stone);
  return found.success ? found.data.checkpoint : undefined;
}

export function forgetHead(casesFolder: string, caseId: string): void {
  rmSync(pathOf(casesFolder, caseId), { force: true });
}

/** Entries for what happened to the folder while it was closed. */
export function noticeAtOpening(casesFolder: string, folder: string, open: OpenCase): void {
  const marker = join(folder, RESTORED);
  const restored = readHead(marker);
  const seen = rememberedHead(casesFolder, open.id) ?? buriedHead(casesFolder, open.id);
  const { entries } = open.trail.head();
  if (restored) open.trail.append({ kind: "case.restored", data: restored });
  if (seen && !holdsHead(open, seen))
    open.trail.append({ kind: "case.rolledBack", data: { seen: seen.entries, found: entries } });
  if (restored || seen) {
    rememberHead(casesFolder, open.id, open.trail.head());
    rmSync(marker, { force: true });
  }
}

function holdsHead(open: OpenCase, seen: Head): boolean {
  if (seen.entries === 0) return true;
  for (const entry of open.entries.each(seen.entries)) return entry.hash === seen.head;
  return false;
}

function readHead(path: string): Head | undefined {
  const found = headSchema.safeParse(readJson(path));
  return found.success ? found.data : undefined;
}

function readJson(path: string): unknown {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

function pathOf(casesFolder: string, caseId: string): string {
  return join(casesFolder, ".witness", `${caseId}.json`);
}
