// A label once given stays whose it is. Every pass over the case numbers people and places anew, by order of
// mention over all documents; what a person has already decided goes before that order. Pure.
import type { Category, Finding } from "../detect/model.ts";
import { ownersOf, peopleByName } from "./owners.ts";
import { givenAway, type RegisteredPerson } from "./register.ts";

/** Findings of every document of a case, by document. */
export type CaseFindings = readonly (readonly [document: string, findings: readonly Finding[]])[];

const NAMED: ReadonlySet<Category> = new Set<Category>([
  "person",
  "organisation",
  "school",
  "health-provider",
  "place",
]);
/** "Social Worker 2", "Child B": what tells one from another, and what it is. */
const COUNTED = /^(.+) (\d{1,3}|\p{Lu})$/u;
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/**
 * The same findings, each group with the label that was given to it before; a group to which none was
 * given never proposes one that is another's.
 * @param decided label of the mark at the place of a finding; null or undefined where there is none
 * @param registered people of the register: their labels stand above all others
 */
export function keepGivenLabels(
  found: CaseFindings,
  decided: (document: string, finding: Finding) => string | null | undefined,
  registered: readonly RegisteredPerson[],
): CaseFindings {
  const votes = new Map<string, Map<string, number>>();
  const proposed = new Map<string, { label: string; names: Set<string>; person: boolean }>();
  for (const [document, findings] of found)
    for (const f of findings) {
      if (!NAMED.has(f.category)) continue;
      const given = decided(document, f);
      if (given) {
        const tally = votes.get(f.group) ?? new Map<string, number>();
        tally.set(given, (tally.get(given) ?? 0) + 1);
        votes.set(f.group, tally);
      }
      if (f.label === undefined) continue;
      const known = proposed.get(f.group);
      if (known) known.names.add(f.text);
      else
        proposed.set(f.group, {
          label: f.label,
          names: new Set([f.groupName, f.text]),
          person: f.category === "person",
        });
    }
  const labels = new Map<string, string>();
  for (const [group, tally] of votes) labels.set(group, commonest(tally));
  const ofPerson = new Map(registered.flatMap(({ id, label }) => (label ? [[id, label]] : [])));
  const people = found.flatMap(([, findings]) => findings.filter((f) => f.category === "person"));
  for (const [group, id] of ownersOf(people, peopleByName(registered))) {
    const label = ofPerson.get(id);
    if (label !== undefined) labels.set(group, label);
  }
  for (const [id, label] of ofPerson) labels.set(`person:${id}`, label);
  const used = new Set([...labels.values()].map(key));
  // First whoever keeps the proposal, then whoever has to make way: nobody is moved onto another's.
  const moved: string[] = [];
  for (const [group, { label, person }] of proposed) {
    if (labels.has(group)) continue;
    if (!used.has(key(label)) || !tellsApart(label, person)) {
      labels.set(group, label);
      used.add(key(label));
    } else moved.push(group);
  }
  for (const group of moved) {
    const { label, names } = proposed.get(group)!;
    const free = nextFree(label, [...names], used);
    labels.set(group, free);
    used.add(key(free));
  }
  return found.map(([document, findings]) => [
    document,
    findings.map((f) => {
      const label = f.label !== undefined && NAMED.has(f.category) ? labels.get(f.group) : f.label;
      return label === f.label ? f : { ...f, label };
    }),
  ]);
}

const key = (label: string): string => label.toLowerCase();

const commonest = (tally: ReadonlyMap<string, number>): string =>
  [...tally].sort((a, b) => b[1] - a[1])[0]![0];

/** A general label ("home address", "organisation removed") may stand for many. */
const tellsApart = (label: string, person: boolean): boolean => person || COUNTED.test(label);

function nextFree(label: string, names: readonly string[], used: ReadonlySet<string>): string {
  const [, kind = label, mark = ""] = COUNTED.exec(label) ?? [];
  if (/^\p{Lu}$/u.test(mark))
    for (const letter of LETTERS) {
      const next = `${kind} ${letter}`;
      if (!used.has(key(next)) && givenAway(next, names) === undefined) return next;
    }
  for (let n = mark === "" ? 2 : 1; ; n++) {
    const next = `${kind} ${n}`;
    if (!used.has(key(next))) return next;
  }
}
