// The keyed name of a term: two entries about the same term can be compared, and no dictionary can be
// tried without the key. The key lives in the case only and can be destroyed (retention); from then on
// entries carry no names of terms and the old ones cannot be matched with anything.
import { createHmac, randomBytes } from "node:crypto";
import canonicalize from "canonicalize";
import { z } from "zod";
import { normaliseForTerms } from "../../shared/audit/term-tokens.ts";
import type { SettingRows } from "../storage/settings.ts";

const NAME = "term-key";

export class TermKey {
  readonly #settings: SettingRows;
  constructor(settings: SettingRows) {
    this.#settings = settings;
  }

  /** Inside the transaction that makes the case. */
  create(): void {
    this.#settings.set(NAME, randomBytes(32).toString("hex"));
  }

  /** Inside a transaction; the caller rewrites the file afterwards. */
  destroy(): void {
    this.#settings.remove(NAME);
  }

  get destroyed(): boolean {
    return this.#key() === undefined;
  }

  /** Keyed names of the distinct terms, sorted, so that their order tells nothing. */
  namesOf(terms: Iterable<string>): string[] {
    const key = this.#key();
    if (!key) return [];
    const distinct = new Set<string>();
    for (const t of terms)
      distinct.add(
        normaliseForTerms(t)
          .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
          .trim(),
      );
    return [...distinct]
      .map((t) => createHmac("sha256", key).update(t).digest("hex").slice(0, 32))
      .sort();
  }

  /** Keyed seal over what was stored: its entry shows later whether it was edited. */
  sealOf(what: "decision" | "comment", stored: unknown): string | undefined {
    const key = this.#key();
    const text = `candour ${what} 1\n${String(canonicalize(stored))}`;
    return key && createHmac("sha256", key).update(text).digest("hex").slice(0, 32);
  }

  #key(): Buffer | undefined {
    const hex = this.#settings.get(NAME, z.string().regex(/^[0-9a-f]{64}$/u));
    return hex === undefined ? undefined : Buffer.from(hex, "hex");
  }
}
