// An invented trail for the development page.
import type { TrailEntry } from "../../shared/ipc/trail.ts";

const KINDS: readonly [string, string, number | null][] = [
  [
    "mark.accepted",
    "Accepted 14 places as Mother (name of a parent or relative) on pages 3–12.",
    3,
  ],
  [
    "mark.refused",
    "Left 2 places readable (place) on page 9: “the wider area is named in every report”.",
    9,
  ],
  ["mark.labelled", "Changed the label of 3 places to School 1.", 7],
  ["mark.drawn", "Drew a box (picture, drawing or handwriting) on page 30.", 30],
  ["mark.undone", "Took back the last decision.", 9],
  ["export.verified", "Exported the overview report: 48 pages, 6 checks passed.", null],
  ["export.failed", "Nothing was exported: a bookmark of page 12 was still readable.", 12],
  ["document.imported", "Imported the overview report, 48 pages.", null],
  ["case.opened", "Opened the case.", null],
];
const ALL: TrailEntry[] = Array.from({ length: 214 }, (_, i) => {
  const [kind, sentence, page] = KINDS[(i * 5) % KINDS.length]!;
  return {
    seq: 214 - i,
    at: new Date(Date.now() - i * 1_900_000).toISOString(),
    by: i % 6 === 4 ? "Colin Frost" : "Amira Shah",
    kind,
    sentence,
    details: [],
    document: null,
    page,
    hash: `${(i * 7919 + 104_729).toString(16)}a9f0c3d1`,
  };
});

export function fakeTrail(r: {
  before?: number;
  limit: number;
  kind?: string;
  page?: number;
  by?: string;
}) {
  const matching = ALL.filter(
    (e) =>
      (!r.kind || e.kind.startsWith(r.kind)) &&
      (!r.page || e.page === r.page) &&
      (!r.by || e.by === r.by),
  );
  const entries = matching.filter((e) => !r.before || e.seq < r.before).slice(0, r.limit);
  return { entries, total: matching.length };
}
