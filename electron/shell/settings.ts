// Settings of this machine (theme, text size, keys): one small JSON file in the profile, written
// whole or not at all. No name of a case or a person is ever kept here.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const MOST = 64 * 1024;

export interface Settings {
  read(): Record<string, unknown>;
  write(value: Record<string, unknown>): void;
}

export function settingsIn(folder: string): Settings {
  const path = join(folder, "settings.json");
  return {
    read() {
      try {
        const value: unknown = JSON.parse(readFileSync(path, "utf8"));
        return value !== null && typeof value === "object" && !Array.isArray(value)
          ? (value as Record<string, unknown>)
          : {};
      } catch {
        return {};
      }
    },
    write(value) {
      const text = JSON.stringify(value);
      if (text.length > MOST) return;
      writeFileSync(`${path}.new`, text, { mode: 0o600 });
      renameSync(`${path}.new`, path);
    },
  };
}
