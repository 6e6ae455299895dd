// Puts the sample pair where the application looks for it. Made afresh each time: about a second.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { generateSample } from "../test/fixtures/sample/generate.ts";
import { root } from "./root.ts";

/** @returns folder that holds the pair and its ground truth */
export async function makeSample(): Promise<string> {
  const folder = join(root, "dist", "sample");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await generateSample(folder);
  return folder;
}
