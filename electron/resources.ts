// Where the application's own files are, in a checkout, in a bundle and in a package alike:
// the nearest folder upwards that holds Candour's package.json. Never touches user files.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

let root: string | undefined;

/** Absolute path of the application's root folder (may be inside app.asar). */
export function appRoot(): string {
  if (root) return root;
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest)) {
      const parsed = JSON.parse(readFileSync(manifest, "utf8")) as { name?: string };
      if (parsed.name === "candour") return (root = folder);
    }
    const parent = dirname(folder);
    if (parent === folder) throw new Error("Candour's own folder was not found");
    folder = parent;
  }
}

/** Absolute path of a file or folder of the application, given relative to its root. */
export function resource(...parts: string[]): string {
  return join(appRoot(), ...parts);
}
