// The redaction schedule: what class, where, why, how many, without a single secret; and the reader's
// key that explains the labels to the public. Pure: from marks alone, never from texts.
import { spansOf, type PlanMark } from "../model/plan.ts";
import { pageRanges } from "../audit/page-ranges.ts";
import { reasonOf } from "./reasons.ts";

export interface ScheduleRow {
  readonly document: string;
  readonly reason: string;
  readonly why: string;
  /** What the reader sees in the gap. */
  readonly shown: string;
  readonly count: number;
  readonly pages: string;
}

/** One row for each reason and label of a document. Pieces of one span count once. */
export function redactionSchedule(
  documents: readonly { readonly name: string; readonly marks: readonly PlanMark[] }[],
): readonly ScheduleRow[] {
  const rows: ScheduleRow[] = [];
  for (const d of documents) {
    const kinds = new Map<string, { reason: string; shown: string; places: PlanMark[] }>();
    for (const m of spansOf(d.marks)) {
      const reason = reasonOf(m.reason);
      const shown = m.label ?? reason.label ?? "a plain box";
      const key = `${reason.code}\n${shown}`;
      const kind = kinds.get(key) ?? { reason: reason.code, shown, places: [] };
      kind.places.push(m);
      kinds.set(key, kind);
    }
    for (const { reason, shown, places } of kinds.values())
      rows.push({
        document: d.name,
        reason,
        why: reasonOf(reason).name,
        shown,
        count: places.length,
        pages: pageRanges(places.map((p) => p.page)),
      });
  }
  return rows.sort(
    (a, b) =>
      compare(a.document, b.document) || compare(a.reason, b.reason) || compare(a.shown, b.shown),
  );
}

/** As a spreadsheet opens it. A cell that begins like a formula is quoted (no formula from a label). */
export function scheduleCsv(rows: readonly ScheduleRow[]): string {
  const head = ["Document", "Code", "Why", "Shown to the reader", "How many", "Pages"];
  const lines = rows.map((r) => [r.document, r.reason, r.why, r.shown, String(r.count), r.pages]);
  return csv([head, ...lines]);
}

/** RFC 4180 with a byte order mark, so that Excel takes it for UTF-8. */
export function csv(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export interface ReadersKey {
  readonly title: string;
  readonly introduction: string;
  readonly rows: readonly {
    readonly label: string;
    readonly meaning: string;
    readonly count: number;
  }[];
  readonly contact: string | null;
}

/** What stands for what, for the last page of the published review. */
export function readersKey(
  marks: readonly PlanMark[],
  options: { readonly published: string; readonly contact: string | null },
): ReadersKey {
  const rows = new Map<string, { label: string; meaning: string; count: number }>();
  for (const r of redactionSchedule([{ name: "", marks }])) {
    const row = rows.get(`${r.shown}\n${r.why}`) ?? { label: r.shown, meaning: r.why, count: 0 };
    row.count += r.count;
    rows.set(`${r.shown}\n${r.why}`, row);
  }
  return {
    title: "How to read this report",
    introduction: `This report is published in full by ${options.published}. Details that could identify a child or family were taken out and replaced by the labels below; nothing else was changed.`,
    rows: [...rows.values()],
    contact: options.contact,
  };
}

/** What a corrected version burns that the earlier one did not, and the other way round. */
export interface PlanDiff {
  readonly added: readonly PlanMark[];
  readonly removed: readonly PlanMark[];
  readonly relabelled: readonly { readonly before: PlanMark; readonly after: PlanMark }[];
  readonly same: number;
}

export function diffPlans(before: readonly PlanMark[], after: readonly PlanMark[]): PlanDiff {
  const old = new Map(before.map((m) => [where(m), m]));
  const added: PlanMark[] = [];
  const relabelled: { before: PlanMark; after: PlanMark }[] = [];
  let same = 0;
  for (const m of after) {
    const earlier = old.get(where(m));
    old.delete(where(m));
    if (!earlier) added.push(m);
    else if ((earlier.label ?? "") === (m.label ?? "") && earlier.reason === m.reason) same++;
    else relabelled.push({ before: earlier, after: m });
  }
  return { added, removed: [...old.values()], relabelled, same };
}

const where = (m: PlanMark) => `${m.page} ${m.rect.map((n) => n.toFixed(2)).join(" ")}`;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
