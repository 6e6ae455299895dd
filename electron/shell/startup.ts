// What the command line asked for: PDF files to open, the sample case, a folder for cases in tests.
import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";

export interface Startup {
  readonly sample: boolean;
  /** Absolute paths of files named on the command line that exist. */
  readonly files: readonly string[];
}

/** @param argv without the executable; the first bare folder is the project itself and is skipped */
export function readStartup(argv: readonly string[]): Startup {
  const files: string[] = [];
  for (const argument of argv) {
    if (argument.startsWith("-")) continue;
    const path = resolve(argument);
    if (existsSync(path) && statSync(path).isFile()) files.push(path);
  }
  return { sample: argv.includes("--sample"), files };
}
