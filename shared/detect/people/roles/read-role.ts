// What the words beside a name say of the part somebody plays: kin, work, a title, the review itself, a child's age.
import { JOBS, KIN } from "../../lexicon/roles.ts";
import type { PageScan } from "../../hit.ts";
import { isNewborn } from "../register/kinds-of-title.ts";
import type { Naming } from "../register/naming.ts";

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
  "rev'd": "Minister of religion",
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
  sr: "Nurse",
  judge: "Judge",
  hhj: "Judge",
  justice: "Judge",
};
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

const CELL_BEFORE = /(?:^|[\n\t|]) *([a-z -]{2,24}?) *[\t|] *$/;

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
    `^(?:,? ?|\\t| ?\\| ?)(?:\\(|- ?|is |was |who (?:is|was) )?(?:(?:the|a|an|his|her|their|[a-z]+'s|allocated|named|duty) ){0,3}(?:(?<=\\b(?:the|a|an) )${QUALITY} )??(${alternatives(phrases)})(?![a-z'-])`,
  );
}

/** Roles and how much each counts; "public" for who works on the review itself. */
export function readRole(naming: Naming, scan: PageScan): [string, number][] {
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
  // A family's table: the part in one cell, the name in the next.
  const cell = CELL_BEFORE.exec(before)?.[1];
  if (cell !== undefined && KIN[cell] !== undefined && /^ *(?:[\t|\n]|$)/.test(after))
    found.push([KIN[cell], 3]);
  const jobBefore = JOB_BEFORE.exec(before);
  // "IDVA: Ewa wants to go home": the agency speaks, of somebody else.
  const reports = jobBefore !== null && /:\s+$/.test(jobBefore[0]) && /^ [a-z]/.test(afterRaw);
  if (jobBefore !== null && !reports) found.push([JOBS[jobBefore[1]!]!, 4]);
  if (!possessive) {
    // "the Autumn Forum | Head of Service": the next cell is no part of who ends a sentence.
    const said = /^ ?\|/.test(after) && !/(?:^|[\n\t|]) *$/.test(before) ? "" : after;
    const kinAfter = KIN_AFTER.exec(said);
    if (kinAfter !== null) found.push([KIN[kinAfter[1]!]!, 3]);
    const jobAfter = JOB_AFTER.exec(said);
    // "a drum teacher" is what a father does, "the teacher" is who somebody is here.
    if (jobAfter !== null)
      found.push([JOBS[jobAfter[1]!]!, /\b(?:a|an) /.test(jobAfter[0]) ? 2 : 4]);
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

/** A line end inside a phrase is a blank; a blank line parts rows and stays, and so does any line end of a table. */
const unbroken = (text: string): string =>
  /[\t|]/.test(text) ? text.replaceAll(/\n+/g, "\n\n") : text.replaceAll(/(?<!\n)\n(?!\n)/g, " ");

function withSide(word: string, before: string): string {
  const kin = KIN[word]!;
  if (kin === "Grandmother" || kin === "Grandfather") {
    const male = kin === "Grandfather";
    if (/maternal[^.]{0,12}$/.test(before)) return male ? "MGF" : "MGM";
    if (/paternal[^.]{0,12}$/.test(before)) return male ? "PGF" : "PGM";
  }
  return kin;
}
