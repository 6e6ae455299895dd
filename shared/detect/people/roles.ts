// What part each person plays, read from the kinship and job words beside their names in all documents, and
// the label proposed for it. One label a person. A label never carries a letter that begins one of the
// child's own names: "Child A" for Aaron would give him away.
import { JOBS, KIN } from "../lexicon/roles.ts";
import type { PageScan } from "../hit.ts";
import { isNewborn } from "./kinds-of-title.ts";
import type { Naming } from "./naming.ts";
import type { Person } from "./person.ts";

export interface PersonRole {
  readonly label: string;
  /** Plain words about where the role was read; absent where nothing was. */
  readonly why?: string;
  /** Another person of the register bears the same surname. */
  readonly namesake: boolean;
  /** Author, chair or panel member of the review itself. */
  readonly publicFigure: boolean;
}

const TITLE_ROLES: Readonly<Record<string, string>> = {
  dr: "Doctor",
  prof: "Professor",
  professor: "Professor",
  ps: "Police Officer",
  dci: "Police Officer",
  supt: "Police Officer",
  dsupt: "Police Officer",
  det: "Police Officer",
  superintendent: "Police Officer",
  cllr: "Councillor",
  councillor: "Councillor",
  rev: "Minister of religion",
  revd: "Minister of religion",
  reverend: "Minister of religion",
  imam: "Minister of religion",
  rabbi: "Minister of religion",
  pc: "Police Officer",
  pcso: "Police Officer",
  wpc: "Police Officer",
  dc: "Police Officer",
  ds: "Police Officer",
  di: "Police Officer",
  sgt: "Police Officer",
  sergeant: "Police Officer",
  constable: "Police Officer",
  detective: "Police Officer",
  inspector: "Police Officer",
  nurse: "Nurse",
  judge: "Judge",
  hhj: "Judge",
  justice: "Judge",
};
const UNNUMBERED = new Set(["Mother", "Father", "MGM", "MGF", "PGM", "PGF", "GP"]);
/** How somebody who works on the review itself is called, read beside the name. */
const REVIEW_PARTS: readonly (readonly [RegExp, string])[] = [
  [/author|overview writer|authored|written|conducted|carried out/i, "Author"],
  [/panel member/i, "Panel Member"],
  [/chair/i, "Chair"],
  [/reviewer/i, "Reviewer"],
];
const PUBLIC =
  /\b(?:(?:overview|report|review|independent) author|(?:^|\n)author(?= ?[:,])|the author(?=,)|independent (?:reviewer|chair|overview writer)|lead reviewer|authored by|chair of the (?:panel|board|partnership|lscb)|panel (?:chair|members?)|(?:review|overview report) (?:was )?(?:chaired|written|conducted|carried out) by)\b[^.]{0,24}$/i;
const PUBLIC_AFTER =
  /^,? ?\(?(?:the )?(?:independent (?:author|chair|reviewer|overview)|lead reviewer|report author|author|panel chair|chair of the (?:panel|board|partnership|lscb))/i;

/** One word between article and work: "a Hindu nurse", "an experienced midwife", "a student social worker". */
const QUALITY = "(?!(?:former|retired|trained|qualified|child|would-be)\\b)[a-z]+(?:-[a-z]+)?";

const KIN_BEFORE = phraseBefore(Object.keys(KIN));
const KIN_AFTER = phraseAfter(Object.keys(KIN));
const JOB_BEFORE = phraseBefore(Object.keys(JOBS));
const JOB_AFTER = phraseAfter(Object.keys(JOBS));

function alternatives(phrases: readonly string[]): string {
  return phrases
    .toSorted((a, b) => b.length - a.length)
    .map((p) => p.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|");
}
function phraseBefore(phrases: readonly string[]): RegExp {
  return new RegExp(
    `(?:^|[^a-z-])(${alternatives(phrases)})(?:,|:| -| named| called| is| was)?(?:[ ("]|\\n(?!\\n)){1,3}$`,
  );
}
function phraseAfter(phrases: readonly string[]): RegExp {
  return new RegExp(
    `^(?:,? ?|\\t)(?:\\(|- ?|is |was |who (?:is|was) )?(?:(?:the|a|an|his|her|their|[a-z]+'s|allocated|named|duty) ){0,3}(?:(?<=\\b(?:the|a|an) )${QUALITY} )??(${alternatives(phrases)})(?![a-z'-])`,
  );
}

export function assignRoles(
  namings: readonly Naming[],
  scans: readonly PageScan[],
): Map<Person, PersonRole> {
  const votes = new Map<Person, Map<string, number>>();
  const publicFigures = new Map<Person, number>();
  const order: Person[] = [];
  const places = new Map<Person, number>();
  for (const naming of namings) {
    const { person } = naming;
    places.set(person, (places.get(person) ?? 0) + 1);
    if (!votes.has(person)) {
      votes.set(person, new Map());
      order.push(person);
    }
    if (naming.others.length > 0) continue;
    const tally = votes.get(person)!;
    for (const [role, weight] of readRole(naming, scans[naming.scan]!))
      if (role === "public") publicFigures.set(person, (publicFigures.get(person) ?? 0) + weight);
      else tally.set(role, (tally.get(role) ?? 0) + weight);
  }
  const surnames = new Map<string, number>();
  for (const person of order)
    if (person.surname !== null)
      surnames.set(person.surname, (surnames.get(person.surname) ?? 0) + 1);
  const roles = new Map<Person, { role: string; read: boolean }>();
  for (const person of order) {
    const best = bestRole(votes.get(person)!);
    roles.set(person, best === null ? { role: "Person", read: false } : { role: best, read: true });
  }
  const labels = numbered(order, roles, places);
  const result = new Map<Person, PersonRole>();
  for (const person of order) {
    const { role, read } = roles.get(person)!;
    result.set(person, {
      label: person.known?.label ?? labels.get(person)!,
      ...(read ? { why: `the text calls them ${spoken(role)}` } : {}),
      namesake: person.surname !== null && (surnames.get(person.surname) ?? 0) > 1,
      publicFigure:
        (publicFigures.get(person) ?? 0) > 0 &&
        (publicFigures.get(person) ?? 0) * 2 >= person.count,
    });
  }
  return result;
}

/** Called "her grandmother" ten times and "maternal grandmother" once, she is the maternal one. */
function bestRole(votes: ReadonlyMap<string, number>): string | null {
  const best = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  const [mothers, fathers] = best === "Grandmother" ? ["MGM", "PGM"] : ["MGF", "PGF"];
  if (best !== "Grandmother" && best !== "Grandfather") return best;
  const [m, p] = [votes.get(mothers!) ?? 0, votes.get(fathers!) ?? 0];
  return m > p ? mothers! : p > m ? fathers! : best;
}

/** Of several mothers the one that the review is about: named at least this many times as often as any other. */
const FOREMOST = 3;

function foremost(
  role: string,
  order: readonly Person[],
  roles: ReadonlyMap<Person, { role: string }>,
  places: ReadonlyMap<Person, number>,
): Person | null {
  const own = order
    .filter((p) => roles.get(p)!.role === role)
    .sort((a, b) => (places.get(b) ?? 0) - (places.get(a) ?? 0));
  const [first, second] = own;
  if (first === undefined) return null;
  const next = second === undefined ? 0 : (places.get(second) ?? 0);
  return (places.get(first) ?? 0) >= next * FOREMOST ? first : null;
}

const spoken = (role: string): string =>
  ({
    MGM: "maternal grandmother",
    MGF: "maternal grandfather",
    PGM: "paternal grandmother",
    PGF: "paternal grandfather",
  })[role] ?? role.toLowerCase();

function readRole(naming: Naming, scan: PageScan): [string, number][] {
  const { text } = scan.clean;
  const before = unbroken(text.slice(Math.max(0, naming.start - 56), naming.start)).toLowerCase();
  const own = unbroken(text.slice(naming.start, naming.end)).toLowerCase();
  const afterRaw = unbroken(text.slice(naming.end, naming.end + 56));
  const after = afterRaw.toLowerCase();
  const found: [string, number][] = [];
  const title = /^(?:staff |charge |ward |student )?([a-z]+)(?=\.? )/.exec(own)?.[1] ?? "";
  if (TITLE_ROLES[title] !== undefined) found.push([TITLE_ROLES[title], 2]);
  if (isNewborn(title)) found.push(["Child", 3]);
  const possessive = /^'s? /.test(after);
  const kinBefore = KIN_BEFORE.exec(before);
  // "Sarah's mother, Linda": the word before counts, the possessive after does not.
  if (kinBefore !== null) found.push([withSide(kinBefore[1]!, before), 3]);
  const jobBefore = JOB_BEFORE.exec(before);
  if (jobBefore !== null) found.push([JOBS[jobBefore[1]!]!, 4]);
  if (!possessive) {
    const kinAfter = KIN_AFTER.exec(after);
    if (kinAfter !== null) found.push([KIN[kinAfter[1]!]!, 3]);
    const jobAfter = JOB_AFTER.exec(after);
    if (jobAfter !== null) found.push([JOBS[jobAfter[1]!]!, 4]);
    if (/^,? \(?(?:aged? )?(?:\d|1[0-7])(?: ?(?:years?|months?|weeks?)(?: old)?)?[),]/.test(after))
      found.push(["Child", 2]);
    if (/^,? \(?(?:\d{1,2} (?:weeks?|months?))/.test(after)) found.push(["Child", 2]);
    if (/^,? \(?(?:dob|d\.o\.b|born|date of birth)\b/.test(after)) found.push(["Child", 1]);
    if (
      /^ (?:attend(?:s|ed)|start(?:s|ed) (?:at )?|joined|is (?:in|on roll)) [^.]{0,40}(?:school|nursery|reception|year \d|academy|primary)/.test(
        after,
      )
    )
      found.push(["Child", 2]);
    if (/^ was born (?:at|prematurely|on|in|by)/.test(after)) found.push(["Child", 1]);
  } else if (
    /^'s? (?:school|teacher|nursery|class|foster|birth|attendance|head ?teacher|siblings?|mother|father|parents|mum|dad|development|social worker|health visitor|death|injuries)/.test(
      after,
    )
  )
    found.push(["Child", 1]);
  const part = PUBLIC.exec(before)?.[0] ?? PUBLIC_AFTER.exec(afterRaw)?.[0];
  if (part !== undefined) {
    found.push(["public", 1]);
    const called = REVIEW_PARTS.find(([words]) => words.test(part));
    if (called !== undefined) found.push([called[1], 2]);
  }
  return found;
}

/** A line end inside a phrase is a blank; a blank line parts rows and stays. */
const unbroken = (text: string): string => text.replaceAll(/(?<!\n)\n(?!\n)/g, " ");

function withSide(word: string, before: string): string {
  const kin = KIN[word]!;
  if (kin === "Grandmother" || kin === "Grandfather") {
    const male = kin === "Grandfather";
    if (/maternal[^.]{0,12}$/.test(before)) return male ? "MGF" : "MGM";
    if (/paternal[^.]{0,12}$/.test(before)) return male ? "PGF" : "PGM";
  }
  return kin;
}

function numbered(
  order: readonly Person[],
  roles: ReadonlyMap<Person, { role: string }>,
  places: ReadonlyMap<Person, number>,
): Map<Person, string> {
  const mains = new Map(
    [...UNNUMBERED].map((role) => [role, foremost(role, order, roles, places)] as const),
  );
  const children = order.filter((p) => isChild(roles.get(p)!.role));
  const forbidden = new Set(children.flatMap(initialsOf));
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].filter((l) => !forbidden.has(l.toLowerCase()));
  const counts = new Map<string, number>();
  const labels = new Map<Person, string>();
  let letter = 0;
  for (const person of order) {
    const { role } = roles.get(person)!;
    if (role === "Child") {
      const own = letters[letter];
      letter++;
      labels.set(person, own === undefined ? `Child ${letter}` : `Child ${own}`);
      continue;
    }
    const main = mains.get(role) ?? null;
    if (main === person) {
      labels.set(person, role);
      continue;
    }
    // Beside "Mother" another mother is "Mother 2".
    const n = (counts.get(role) ?? (main === null ? 0 : 1)) + 1;
    counts.set(role, n);
    labels.set(person, `${role} ${n}`);
  }
  return labels;
}

const isChild = (role: string): boolean => role === "Child";

function initialsOf(person: Person): string[] {
  const names = [
    ...person.given,
    ...(person.surname === null ? [] : [person.surname]),
    ...person.aliases,
    ...person.variants,
  ];
  return names.flatMap((name) => name.split(/[ -]/)).map((name) => name[0] ?? "");
}
