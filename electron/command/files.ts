// Reading for the headless command: one clear sentence for whatever goes wrong.
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { marksFileSchema, type MarksFile, type PlanMark } from "../../shared/model/plan.ts";
import { normalise } from "../../shared/geometry/rect.ts";
import { Refusal } from "../../shared/model/refusal.ts";

const GIGABYTE = 2 ** 30;

/** @throws Refusal not-found, empty, file-too-large */
export function readInput(path: string): Uint8Array {
  const name = basename(path);
  let size: number;
  try {
    const status = statSync(path);
    if (!status.isFile()) throw new Refusal("not-found", `“${name}” is not a file.`);
    size = status.size;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("not-found", `There is no file “${name}”, or it cannot be opened.`);
  }
  if (size > GIGABYTE) {
    throw new Refusal("file-too-large", `“${name}” is larger than 1 GB, the most Candour takes.`);
  }
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    throw new Refusal("not-found", `“${name}” cannot be read.`);
  }
}

/** @throws Refusal bad-arguments naming the first thing that is wrong */
export function readMarks(path: string): MarksFile {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(readInput(path)));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("bad-arguments", `“${basename(path)}” is not JSON.`);
  }
  const parsed = marksFileSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const where = issue.path.join(".") || "the file";
    throw new Refusal("bad-arguments", `The marks cannot be used: ${where}: ${issue.message}.`);
  }
  const marks = parsed.data.marks.map((mark): PlanMark => ({
    ...mark,
    rect: normalise(...mark.rect),
  }));
  return { marks };
}
