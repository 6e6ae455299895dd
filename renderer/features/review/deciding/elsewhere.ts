// The same people and things in the other documents of the case: how they stand there, and taking
// them there in one explicit act. Each document keeps its own decisions and its own undo.
import { create } from "zustand";
import { t } from "i18next";
import type { Suggestion } from "../../../../shared/detect/model.ts";
import type { ReasonCode } from "../../../../shared/policy/reasons.ts";
import { project } from "../../../../shared/review/project.ts";
import type { Standing } from "../../../../shared/review/state.ts";
import { ask } from "../../../app/client.ts";
import { say, tell } from "../../../app/notices.ts";
import { useSession, whenCaseIsLeft } from "../../../app/session.ts";

interface OtherDocument {
  readonly id: string;
  readonly name: string;
  /** Groups that this document shares with others, with the standing of their places. */
  readonly groups: ReadonlyMap<string, readonly { id: string; standing: Standing }[]>;
}

interface Elsewhere {
  readonly documents: readonly OtherDocument[];
}

export const useElsewhere = create<Elsewhere>(() => ({ documents: [] }));
whenCaseIsLeft(() => useElsewhere.setState({ documents: [] }));

let wanted = "";

/** Reads the other documents' reviews once the open one is shown. */
export async function lookElsewhere(document: string): Promise<void> {
  wanted = document;
  useElsewhere.setState({ documents: [] });
  const others = (useSession.getState().open?.documents ?? []).filter(
    (d) => d.id !== document && d.status === "ready",
  );
  const documents = await Promise.all(
    others.map(async ({ id, name }) => ({ id, name, groups: await groupsOf(id) })),
  );
  if (wanted === document) useElsewhere.setState({ documents });
}

async function groupsOf(document: string): Promise<OtherDocument["groups"]> {
  const { suggestions, events } = await ask("review.load", { document });
  const { verdicts } = project(suggestions, events);
  const groups = new Map<string, { id: string; standing: Standing }[]>();
  for (const s of suggestions) {
    const place = { id: s.id as string, standing: verdicts.get(s.id)?.state ?? "undecided" };
    const list = groups.get(s.group);
    if (list) list.push(place);
    else groups.set(s.group, [place]);
  }
  return groups;
}

export interface There {
  readonly document: string;
  readonly name: string;
  readonly undecided: readonly Suggestion["id"][];
  readonly decided: number;
}

/** How a group stands in the other documents; those without it are left out. */
export function there(documents: readonly OtherDocument[], group: string): readonly There[] {
  return documents.flatMap(({ id, name, groups }) => {
    const places = groups.get(group);
    if (!places) return [];
    const undecided = places.filter((p) => p.standing === "undecided").map((p) => p.id);
    return [
      {
        document: id,
        name: name.replace(/\.pdf$/i, ""),
        undecided: undecided as Suggestion["id"][],
        decided: places.length - undecided.length,
      },
    ];
  });
}

/** Accepts a group's undecided places in another document, under the label it has here. */
export async function acceptThere(
  place: There,
  label: string | null,
  reason: ReasonCode,
): Promise<void> {
  await ask("review.append", {
    document: place.document,
    events: [{ type: "accepted", suggestions: [...place.undecided], label, reason }],
  });
  const count = place.undecided.length;
  const words = t("review.acceptedThere", { count, name: place.name });
  tell(words);
  say(words);
  const groups = await groupsOf(place.document);
  useElsewhere.setState(({ documents }) => ({
    documents: documents.map((d) => (d.id === place.document ? { ...d, groups } : d)),
  }));
}
