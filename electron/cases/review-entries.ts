// From a decision to its entry in the trail: classes, counts, pages and keyed names of terms.
// This is where texts of the document stop: nothing of them goes into an entry (A3).
import type { NewEntry } from "../../shared/audit/kinds.ts";
import { pageRanges } from "../../shared/audit/page-ranges.ts";
import type { Suggestion } from "../../shared/detect/model.ts";
import type { Span } from "../../shared/model/page.ts";
import type { StoredEvent } from "../../shared/review/events.ts";

export interface EntrySources {
  readonly byId: ReadonlyMap<string, Suggestion>;
  readonly events: readonly StoredEvent[];
  readonly namesOf: (texts: Iterable<string>) => string[];
  readonly textOf: (span: Span) => string;
}

/** Reasons whose label is a generalisation rather than a person's label. */
const GENERALISED = new Set([
  "date",
  "age",
  "place",
  "address",
  "organisation",
  "demographic",
  "health",
  "explicit",
]);

const howOf = (label: string | null, reason: string | undefined) =>
  label === null ? "box" : GENERALISED.has(reason ?? "") ? "generalise" : "label";

export function entryOf(document: string, stored: StoredEvent, from: EntrySources): NewEntry {
  const { event } = stored;
  switch (event.type) {
    case "accepted":
      return {
        kind: "mark.accepted",
        document,
        page: onePage(event.suggestions, from),
        data: {
          ...placesOf(event.suggestions, from),
          label: event.label,
          reason: event.reason,
          how: howOf(event.label, event.reason),
        },
      };
    case "accepted-together": {
      const all = event.parts.flatMap((part) => part.suggestions);
      return {
        kind: "mark.acceptedTogether",
        document,
        page: onePage(all, from),
        data: {
          ...placesOf(all, from),
          labels: event.parts.map(({ suggestions, label, reason }) => ({
            label,
            reason,
            how: howOf(label, reason),
            count: suggestions.length,
            pages: pageRanges(suggestions.flatMap((id) => from.byId.get(id)?.page ?? [])),
          })),
        },
      };
    }
    case "refused":
      return {
        kind: "mark.refused",
        document,
        page: onePage(event.suggestions, from),
        data: { ...placesOf(event.suggestions, from), note: event.note ?? null },
      };
    case "overruled":
      return {
        kind: "mark.overruled",
        document,
        page: onePage(event.suggestions, from),
        data: {
          ...placesOf(event.suggestions, from),
          to: event.decision,
          label: event.label,
          reason: event.reason,
          note: event.note,
        },
      };
    case "drawn":
      return {
        kind: "mark.drawn",
        document,
        page: event.page,
        data: {
          mark: event.mark,
          label: event.label,
          reason: event.reason,
          how: howOf(event.label, event.reason),
          terms: event.span ? from.namesOf([from.textOf(event.span)].filter(Boolean)) : [],
        },
      };
    case "adjusted":
      return { kind: "mark.adjusted", document, page: event.page, data: { mark: event.target } };
    case "labelled": {
      const pages = event.targets.flatMap((id) => pageOf(id, from) ?? []);
      return {
        kind: "mark.labelled",
        document,
        page: new Set(pages).size === 1 ? pages[0]! : null,
        data: {
          items: event.targets,
          count: event.targets.length,
          pages: pageRanges(pages),
          label: event.label,
          reason: event.reason ?? null,
          how: howOf(event.label, event.reason),
        },
      };
    }
    case "removed":
      return {
        kind: "mark.removed",
        document,
        page: pageOf(event.mark, from) ?? null,
        data: { mark: event.mark, note: event.note ?? null },
      };
    case "left": {
      const pages = event.places.map((p) => p.page);
      return {
        kind: "mark.left",
        document,
        page: new Set(pages).size === 1 && pages[0]! > 0 ? pages[0]! : null,
        data: {
          count: event.places.length,
          pages: pageRanges(pages.filter((p) => p > 0)),
          terms: from.namesOf(new Set(event.places.map(from.textOf).filter(Boolean))),
          note: event.note,
        },
      };
    }
    case "picture-cleared":
      return {
        kind: "picture.cleared",
        document,
        data: { picture: event.picture, kept: event.kept },
      };
    case "page-sealed":
      return { kind: "page.sealed", document, page: event.page, data: { sealed: event.sealed } };
    case "undone":
    case "redone":
      return {
        kind: event.type === "undone" ? "decision.undone" : "decision.redone",
        document,
        data: { of: event.of, what: typeOf(event.of, from) },
      };
  }
}

function placesOf(ids: readonly string[], from: EntrySources) {
  const categories: Record<string, number> = {};
  const pages = new Set<number>();
  const texts = new Set<string>();
  for (const id of ids) {
    const s = from.byId.get(id);
    if (!s) continue;
    categories[s.category] = (categories[s.category] ?? 0) + 1;
    pages.add(s.page);
    texts.add(s.text);
  }
  return {
    items: [...ids],
    count: ids.length,
    pages: pageRanges(pages),
    categories,
    terms: from.namesOf(texts),
  };
}

function onePage(ids: readonly string[], from: EntrySources): number | null {
  const first = from.byId.get(ids[0]!)?.page;
  return first !== undefined && ids.every((id) => from.byId.get(id)?.page === first) ? first : null;
}

function pageOf(id: string, from: EntrySources): number | undefined {
  const found = from.byId.get(id)?.page;
  if (found !== undefined) return found;
  for (const { event } of from.events)
    if (event.type === "drawn" && event.mark === id) return event.page;
  return undefined;
}

function typeOf(seq: number, from: EntrySources): string {
  return from.events.find((e) => e.seq === seq)?.event.type ?? "unknown";
}
