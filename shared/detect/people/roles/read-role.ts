// What the words beside a name say of the part somebody plays: kin, work, a title, the review itself, a child's age.
import { JOBS } from "../../lexicon/jobs.ts";
import { KIN } from "../../lexicon/kin.ts";
import type { PageScan } from "../../hit.ts";
import { isNewborn } from "../register/kinds-of-title.ts";
import { isNote } from "../mentions/posts.ts";
import { isParty, latestYear } from "../mentions/young.ts";
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
  hv: "Health Visitor",
  sw: "Social Worker",
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
  /^,? ?\(?(?:the |its |our |an? )?(?:independent (?:author|chair|reviewer|overview)|lead reviewer|report author|author|panel chair|chair of the (?:panel|board|partnership|lscb))/i;

/** One word between article and work: "a Hindu nurse", "an experienced midwife", "a student social worker". */
const QUALITY =
  "(?!(?:former|retired|trained|qualified|child|would-be)\\b)(?:[a-z]+(?:-[a-z]+)?|\\d{1,3}-year-old)";

const KIN_BEFORE = phraseBefore(Object.keys(KIN));
const KIN_AFTER = phraseAfter(Object.keys(KIN));
const JOB_BEFORE = phraseBefore(Object.keys(JOBS));
const JOB_AFTER = phraseAfter(Object.keys(JOBS));

/** A cell of a table or a field of a form, the name in the next one. */
const CELL_BEFORE = /(?:^|[\n\t|]) *([a-z' -]{2,36}?)(:?) *[\t|] *$/;
/** How records shorten what somebody works as, in brackets behind the name: "Mrs Akhtar (TA)". */
const SHORT: Readonly<Record<string, string>> = {
  ta: "Teaching Assistant",
  hlta: "Teaching Assistant",
  ht: "Headteacher",
  dsl: "Safeguarding Lead",
  ddsl: "Safeguarding Lead",
  ewo: "Education Welfare Officer",
  sw: "Social Worker",
  asw: "Social Worker",
  ssw: "Supervising Social Worker",
  scphn: "Health Visitor",
  fsw: "Family Support Worker",
  tm: "Team Manager",
  hv: "Health Visitor",
  sn: "School Nurse",
  dn: "District Nurse",
};
/** "K. Venn, DSL", "Th. Venn RGN SCPHN": the same behind a comma or a qualification. */
const SHORT_AFTER = /^(?:, ?|(?:,? (?:RGN|RM|RN|RMN),?)+ )(\p{Lu}{2,5})(?![\p{L}\p{N}])/u;
/** "Mo Gina", "Fa (Stuart)" as a health visitor writes. */
const NOTED_PARENT = /(?:^|[^\p{L}])(mo|fa) \(?$/iu;
/** "(TA)", and letters that are the name's own: "Beth Carrow (BC) - Social Worker". */
const LETTERS_AFTER = /^ ?\(((?:\p{Lu}['’]?){2,5})\)/u;
/** The next line's own field: "Emilie" over "Lead reviewer: Dr Sewell". */
const NEXT_FIELD = /^[ \t]*\n[^\n:]{2,40}:/;
const PARENT =
  /\bparents?(?: are| were|:|,)? (?:(?:m(?:r|rs|s|iss)\.? )?[\p{L}'’-]+(?: [\p{L}'’-]+){0,2} (?:and|&) )?$/u;
/** "the second child of Eilidh MacIver and Calum MacIver" */
const CHILD_OF =
  /(?:\b(?:first|second|third|eldest|youngest|only|older|elder|younger) (?:child|son|daughter) of) (?:[\p{L}'’-]+(?: [\p{L}'’-]+){0,2}(?: \([^)]{1,24}\))? (?:and|&) )?$/u;
const PARENT_BY_SEX = { f: "Mother", m: "Father", unknown: "Parent" } as const;
const PUPIL =
  /\b(?:pupil|young person|subject child|name of (?:the )?(?:child|pupil)|(?:child|pupil)(?:'s|’s) name):\s*$/;

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
    `^(?:,? ?|\\t| ?\\| ?)(?:\\(|[-–—] ?|is |was |who (?:is|was) )?(?:(?:the|a|an|his|her|their|[a-z]+'s|allocated|named|duty) ){0,3}(?:(?<=\\b(?:the|a|an) )${QUALITY} )??(${alternatives(phrases)})(?![a-z'-])`,
  );
}

/** Roles and how much each counts; "public" for who works on the review itself. */
export function readRole(naming: Naming, scan: PageScan): [string, number][] {
  const { text } = scan.clean;
  const before = unbroken(text.slice(Math.max(0, naming.start - 56), naming.start)).toLowerCase();
  const own = unbroken(text.slice(naming.start, naming.end)).toLowerCase();
  const behind = text.slice(naming.end, naming.end + 64);
  const letters = LETTERS_AFTER.exec(behind);
  const afterRaw = NEXT_FIELD.test(behind) ? "" : unbroken(behind.slice(letters?.[0].length ?? 0));
  const after = afterRaw.toLowerCase();
  const found: [string, number][] = [];
  const title = /^(?:staff |charge |ward |student )?([a-z]+)(?=\.? )/.exec(own)?.[1] ?? "";
  if (TITLE_ROLES[title] !== undefined) found.push([TITLE_ROLES[title], 2]);
  if (isNewborn(title)) found.push(["Child", 3]);
  // "Nana Dee"
  if (title in KIN && / /.test(own)) found.push([KIN[title]!, 3]);
  const letter = letters?.[1] ?? SHORT_AFTER.exec(behind)?.[1];
  const short = letter === undefined ? undefined : SHORT[letter.toLowerCase()];
  const [, parent] =
    NOTED_PARENT.exec(text.slice(Math.max(0, naming.start - 5), naming.start)) ?? [];
  if (parent !== undefined && (/^[mf]/.test(parent) || isNote(text)))
    found.push([/^m/i.test(parent) ? "Mother" : "Father", 3]);
  if (short !== undefined) found.push([short, 4]);
  const possessive = /^'s? /.test(after);
  // "the Autumn Forum | Head of Service": the next cell is no part of who ends a sentence.
  const said = /^ ?\|/.test(after) && !/(?:^|[\n\t|]) *$/.test(before) ? "" : after;
  const kinAfter = possessive ? null : KIN_AFTER.exec(said);
  const jobAfter = possessive ? null : JOB_AFTER.exec(said);
  // A line of a list tells its own part; the line above it ends in another's.
  const listed = (kinAfter ?? jobAfter ?? short) != null && LINE_START.test(text.slice(Math.max(0, naming.start - 4), naming.start)); // prettier-ignore
  const kinBefore = listed ? null : KIN_BEFORE.exec(before);
  // "Sarah's mother, Linda": the word before counts, the possessive after does not.
  if (kinBefore !== null) {
    found.push([withSide(kinBefore[1]!, before), 3]);
    if (kinBefore[1] === "son" || kinBefore[1] === "daughter") found.push([kinBefore[1], 3]);
  }
  const [, cell = "", colon] = CELL_BEFORE.exec(before) ?? [];
  const alone = colon === ":" || /^ *(?:[\t|\n]|$)/.test(after);
  if (alone && KIN[cell] !== undefined) found.push([KIN[cell], 3]);
  if (alone && JOBS[cell] !== undefined) found.push([JOBS[cell], 4]);
  if (PUPIL.test(before)) found.push(["Child", 3]);
  if (PARENT.test(before) || CHILD_OF.test(before))
    found.push([PARENT_BY_SEX[naming.person.sex ?? "unknown"], 2]);
  const jobBefore = listed ? null : JOB_BEFORE.exec(before);
  // "IDVA: Ewa wants to go home": the agency speaks, of somebody else.
  const reports = jobBefore !== null && /:\s+$/.test(jobBefore[0]) && /^ [a-z]/.test(afterRaw);
  if (jobBefore !== null && !reports) found.push([JOBS[jobBefore[1]!]!, 4]);
  if (!possessive) {
    if (kinAfter !== null) found.push([KIN[kinAfter[1]!]!, 3]);
    // "a drum teacher" is what a father does, "the teacher" is who somebody is here.
    if (jobAfter !== null)
      found.push([JOBS[jobAfter[1]!]!, /\b(?:a|an) /.test(jobAfter[0]) ? 2 : 4]);
    if (
      /^,? \(?(?:aged? )?(?:\d|1[0-7])(?: ?(?:years?|months?|weeks?)(?: old)?)?[),]/.test(after) &&
      !isParty(after, text)
    )
      found.push(["Child", 2]);
    if (/^,? \(?(?:\d{1,2} (?:weeks?|months?))/.test(after)) found.push(["Child", 2]);
    if (/^,? \(?(?:dob|d\.o\.b|born|date of birth)\b/.test(after))
      found.push([isGrownBy(after, scan) ? "grown" : "Child", 1]);
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

const LINE_START = /\n[ \t]*$/;
const GROWN_AT = 18;

/** Whether whoever was born as said there was grown up in the latest year that the page tells. */
function isGrownBy(after: string, { clean }: PageScan): boolean {
  const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(after.slice(0, 32))?.[0];
  return year !== undefined && latestYear(clean.text) - Number(year) >= GROWN_AT;
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
