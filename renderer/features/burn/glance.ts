// The few figures that an export's proof comes down to. Pure.
import { gathered } from "../../../shared/audit/gathered.ts";

export interface Glanced {
  readonly checks: readonly { readonly passed: boolean }[];
  readonly pages: readonly { readonly kind: "crisp" | "sealed" }[];
  /** Of each gap: how many bits its size can betray of what stood there. */
  readonly gaps: { readonly count: number; readonly constant: number; readonly mostBits: number };
  readonly notes: readonly string[];
  readonly notices: readonly { readonly page?: number | undefined; readonly message: string }[];
}

export function glanceOf({ checks, pages, gaps, notes, notices }: Glanced) {
  const sealed = pages.filter((p) => p.kind === "sealed").length;
  return {
    checks: checks.length,
    passed: checks.filter((c) => c.passed).length,
    gaps: gaps.count,
    loose: gaps.count - gaps.constant,
    mostBits: gaps.mostBits,
    text: pages.length - sealed,
    sealed,
    notes: gathered([...notes.map((message) => ({ message })), ...notices]).length,
  };
}

/** @param boxes of all pages; bits as the burner counts them */
export const gapsOf = (boxes: readonly { readonly bits: number }[]): Glanced["gaps"] => ({
  count: boxes.length,
  constant: boxes.filter((box) => box.bits === 0).length,
  mostBits: Math.round(Math.max(0, ...boxes.map((box) => box.bits)) * 100) / 100,
});
