// Keyed names of originals and plans: what entries and certificates call them. A plain hash of an original
// or of a list of marks can be found again by trying names, because the places of marks are as wide as the
// names under them; without the key, which never leaves the case, nothing can be tried. Cases that were
// made before there was a key go on with plain hashes, so that their signatures still stand.
import { createHmac, randomBytes } from "node:crypto";
import { z } from "zod";
import type { SettingRows } from "./settings.ts";

const NAME = "name-key";

export class NameKey {
  readonly #settings: SettingRows;
  constructor(settings: SettingRows) {
    this.#settings = settings;
  }

  /** Inside the transaction that makes the case. */
  create(): void {
    this.#settings.set(NAME, randomBytes(32).toString("hex"));
  }

  /** @param sha256 hex. @returns 64 hex digits */
  nameOf(kind: "original" | "plan", sha256: string): string {
    const hex = this.#settings.get(NAME, z.string().regex(/^[0-9a-f]{64}$/u));
    if (hex === undefined) return sha256;
    const text = `candour ${kind} 1\n${sha256}`;
    return createHmac("sha256", Buffer.from(hex, "hex")).update(text).digest("hex");
  }
}
