// The checkout's folder and its own commands, for the scripts of this folder.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Path of a command that npm installed here. */
export function command(name: string): string {
  const suffix = process.platform === "win32" ? ".cmd" : "";
  return join(root, "node_modules", ".bin", `${name}${suffix}`);
}

export function say(line: string): void {
  process.stderr.write(`candour: ${line}\n`);
}
