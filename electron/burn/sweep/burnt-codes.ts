// QR and bar codes that say what is burnt: whoever holds a telephone over one reads it there. They are
// burnt under the label of what they say, although no mark was drawn; nobody sees what a code holds.
// Pure: codes and texts in, marks out. Completes the plan before anything is burnt or verified.
import { meets } from "../../../shared/geometry/rect.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { PlanMark } from "../../../shared/model/plan.ts";
import type { PageMark } from "../page-output.ts";
import { placesOf } from "./sweep.ts";
import type { Term } from "./terms.ts";

export interface PlacedCode {
  /** From 1. */
  readonly page: number;
  /** Null where it cannot be read. */
  readonly content: string | null;
  /** In user space. */
  readonly rect: Rect;
}

export interface CodesOfPlan {
  readonly marks: readonly PlanMark[];
  /** Pages, from 1 and in order, on which a code stays. */
  readonly left: readonly number[];
}

/** @param marks of each page, by index */
export function marksOnCodes(
  codes: readonly PlacedCode[],
  marks: readonly (readonly PageMark[])[],
  terms: readonly Term[],
): CodesOfPlan {
  const sources = marks.flat();
  const added: PlanMark[] = [];
  const left = new Set<number>();
  for (const { page, content, rect } of codes) {
    if (marks[page - 1]!.some((mark) => meets(mark.rect, rect))) continue;
    const said = content === null ? undefined : saidIn(content, terms);
    if (!said) {
      left.add(page);
      continue;
    }
    const reason = sources.find((mark) => mark.text === said.label)?.reason;
    added.push({
      page,
      rect,
      ...(said.label === null ? {} : { label: said.label }),
      ...(reason === undefined ? {} : { reason }),
    });
  }
  return { marks: added, left: [...left].toSorted((a, b) => a - b) };
}

/** As it stands, and as the address of a page spells it. */
function saidIn(content: string, terms: readonly Term[]): Term | undefined {
  return (placesOf(content, terms)[0] ?? placesOf(plain(content), terms)[0])?.term;
}

function plain(address: string): string {
  try {
    return decodeURIComponent(address.replaceAll("+", " "));
  } catch {
    return address;
  }
}
