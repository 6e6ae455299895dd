// The register as the side with power keeps it, the lists of texts, and the checks over all
// documents. Asked anew after every change, because a name touches every document.
import { create } from "zustand";
import type { ListItem, PeopleChecks, PersonCard } from "../../../shared/ipc/people.ts";
import type { RequestOf } from "../../../shared/ipc/contract.ts";
import type { FoundPerson } from "../../../shared/policy/found-people.ts";
import { ask } from "../../app/client.ts";
import { refreshCase, useSession, whenCaseIsLeft } from "../../app/session.ts";
import { joined, kinBack, kinMoved } from "./join.ts";

interface People {
  readonly people: readonly PersonCard[] | null;
  readonly lists: readonly ListItem[];
  readonly checks: PeopleChecks | null;
  readonly found: readonly FoundPerson[];
}

const NOBODY: People = { people: null, lists: [], checks: null, found: [] };

export const usePeople = create<People>(() => NOBODY);
whenCaseIsLeft(() => usePeople.setState(NOBODY));

/** False where the side with power would refuse every change of register and lists. */
export const useMayRegister = (): boolean =>
  useSession(({ open }) => open !== null && !open.frozen && open.user.role !== "publisher");

export async function loadPeople(): Promise<void> {
  const [people, lists] = await Promise.all([ask("people.list", {}), ask("lists.list", {})]);
  usePeople.setState({ people, lists, found: await ask("people.found", {}) });
  usePeople.setState({ checks: await ask("people.check", {}) });
}

/** Into the register as they were found, in one act. */
export async function takeIn(found: readonly FoundPerson[]): Promise<void> {
  try {
    await ask("people.takeIn", {
      people: found.map(({ names, label }) => ({ names: [...names], label })),
    });
  } finally {
    await loadPeople();
  }
}

export async function savePerson(person: RequestOf<"people.save">["person"]): Promise<PersonCard> {
  const saved = await ask("people.save", { person });
  await loadPeople();
  return saved;
}

/** Takes `goes` up into `stays`: one person, one label. */
export async function joinPeople(stays: PersonCard, goes: PersonCard): Promise<void> {
  const people = usePeople.getState().people ?? [];
  try {
    await ask("people.save", { person: editable(joined(stays, goes)) });
    // One after another: each change looks over the whole register.
    // oxlint-disable-next-line no-await-in-loop
    for (const p of kinMoved(people, stays.id, goes.id))
      await ask("people.save", { person: editable(p) });
    await ask("people.remove", { id: goes.id });
  } finally {
    await loadPeople();
  }
}

/** Takes a joining back: both as they were, and everybody who had `goes` for kin has them again. */
export async function partPeople(
  stays: PersonCard,
  goes: PersonCard,
  before: readonly PersonCard[],
): Promise<void> {
  try {
    const kin = stays.kin.filter((k) => k.other !== goes.id);
    await ask("people.save", { person: editable({ ...stays, kin }) });
    const { id: _, ...again } = editable(goes);
    const entry = await ask("people.save", { person: again });
    // One after another: each change looks over the whole register.
    // oxlint-disable-next-line no-await-in-loop
    for (const p of kinBack(before, goes.id, entry.id))
      await ask("people.save", { person: editable(p) });
  } finally {
    await loadPeople();
  }
}

const editable = ({ names, kin, ...rest }: PersonCard) => ({
  ...rest,
  names: [...names],
  kin: [...kin],
});

export async function removePerson(id: string): Promise<void> {
  await ask("people.remove", { id });
  await loadPeople();
}

/** @returns how many places were settled */
export async function settlePair(
  term: string,
  how: "remove" | "leave",
  note: string | null,
): Promise<number> {
  const { settled } = await ask("people.settle", { term, how, note });
  usePeople.setState({ checks: await ask("people.check", {}) });
  await refreshCase();
  return settled;
}

/** @returns how many places were relabelled */
export async function oneLabel(key: string, label: string): Promise<number> {
  const { settled } = await ask("people.oneLabel", { key, label });
  await loadPeople();
  return settled;
}

export async function addToList(item: RequestOf<"lists.add">): Promise<void> {
  await ask("lists.add", item);
  await loadPeople();
}

export async function removeFromList(id: string): Promise<void> {
  await ask("lists.remove", { id });
  await loadPeople();
}
