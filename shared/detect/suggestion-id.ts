// The stable name of a suggestion: where it is and what it is, never what it says. The same span by the
// same kind of detector keeps its id on a re-run, so a refusal is remembered without keeping the text (A3).
import type { SuggestionId } from "../model/ids.ts";
import type { Finding } from "./model.ts";

export type Placed = Pick<Finding, "page" | "start" | "end" | "category">;

/** Unique within a document; two findings never share span and category. */
export function suggestionId(finding: Placed): SuggestionId {
  const key = `${finding.page}:${finding.start}:${finding.end}:${finding.category}`;
  return `s${mixed(key, 0x811c9dc5)}${mixed(key, 0x01000193)}` as SuggestionId;
}

/** 32 bits of a multiply-and-rotate hash: spread, not secrecy, is what it is for. */
function mixed(key: string, seed: number): string {
  let hash = seed;
  for (let i = 0; i < key.length; i++) {
    hash = Math.imul(hash ^ key.charCodeAt(i), 0x9e3779b1);
    hash = (hash << 13) | (hash >>> 19);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, "0");
}
