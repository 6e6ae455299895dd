// The sample pair that comes with Candour: an invented family. Bundled as files of the application.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { resource } from "../resources.ts";
import type { NewFile } from "../services/reading.ts";

export function sampleFiles(): readonly NewFile[] {
  const folder = resource("dist", "sample");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".pdf"))
    .toSorted()
    .toReversed()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
}
