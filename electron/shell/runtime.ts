// What this window runs on. The trial runtime is marked by a file beside the executable;
// it names the database module that was built for it. In a packaged app the mark is ignored.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

export interface RuntimeFacts {
  readonly electron: string;
  readonly trial: boolean;
  /** Absolute path of the database module, where the bundled one cannot be used. */
  readonly nativeBinding: string | undefined;
}

export function runtimeFacts(packaged: boolean): RuntimeFacts {
  const electron = process.versions["electron"] ?? "";
  const folder = dirname(process.execPath);
  const mark = join(folder, "candour-trial.json");
  if (packaged || !existsSync(mark)) return { electron, trial: false, nativeBinding: undefined };
  const { nativeBinding } = JSON.parse(readFileSync(mark, "utf8")) as { nativeBinding: string };
  return { electron, trial: true, nativeBinding: join(folder, nativeBinding) };
}
