// Names that the text itself says were chosen for publishing: "a baby whom we call Wren", "Dilys (a pseudonym)",
// 'REVIEW IN RESPECT OF "ROSIE"'. Whoever is called so is somebody, so every place stays in the list; but it is
// for a look, since a review keeps such names. Reads one page; who is meant is decided elsewhere.
import type { PageScan } from "../../hit.ts";
import type { Naming } from "../register/naming.ts";
import type { Person } from "../register/person.ts";

const NAME = "[\"“'‘]?(\\p{Lu}[\\p{L}'’-]{1,20})(?![\\p{L}])";
const REVIEW = "(?:this|the|our) (?:review|report|panel|summary|author|account)";
const BE = "\\b(?:to be|will be|is|are|was|were) ";

/**
 * Each has the name as its first group; a second name may follow joined by "and". What is rare comes first, and
 * what stands before it is looked back at: a long text is searched once a pattern.
 */
const CHOSEN: readonly RegExp[] = [
  `\\bwhom? ${REVIEW} (?:will |shall |has )?(?:calls?|called|names?|named|knows? as|refers? to as),? ${NAME}`,
  `\\bwhom? (?:we|I) (?:will |shall |have )?(?:call|called|name|named|refer to as),? ${NAME}`,
  `(?<=\\b(?:we|I|${REVIEW}) (?:will |shall |have |has )?)calls? (?:him|her|them),? ${NAME}`,
  `(?<=${BE})(?:known|called|referred to|named) (?:here|throughout|(?:in|by|for the purposes? of) ${REVIEW}) as ${NAME}`,
  `(?<=${BE})(?:known|referred to|called|named)(?: as)? ${NAME}["”'’]? (?:here|throughout|(?:in|for the purposes? of) ${REVIEW})`,
  `\\bto be known as ${NAME}`,
  `\\bpseudonyms?(?: of| is| was|,| chosen (?:by|with) [\\p{L} ]{2,30}(?: is| was|,))? ${NAME}`,
  `\\b[Tt]he name ${NAME}["”'’]? (?:was|has been|is) (?:chosen|a pseudonym|not (?:his|her|their) (?:real|own)|fictitious|made up)`,
  `(?<=(?<![\\p{L}])${NAME}["”'’]?,? )\\((?:(?:a|his|her|their|the)(?: chosen)? pseudonym|pseudonym|not (?:his|her|their|the child's) real name|(?:a |the )?name (?:that was |which was )?(?:chosen|picked|given for)|(?:the )?names? (?:has|have) been changed)`,
  `\\b(?:REVIEW|SUMMARY|SAR|SCR|CSPR|DHR|LCSPR|CPR|[Cc]ase)(?: (?:IN RESPECT OF|CONCERNING|RELATING TO|ABOUT|INTO THE DEATH OF|INTO))?[:,]? ["“'‘](\\p{Lu}[\\p{L}'’-]{1,20})["”'’]`,
  `\\b[Cc]ase study(?: \\d+)?: ["“'‘](\\p{Lu}\\p{L}{1,20})["”'’]`,
].map((pattern) => new RegExp(`${pattern}(?:["”'’]? (?:and|AND) ${NAME})?`, "gu"));

/** What stands where a name might and is none, in small letters. */
const NO_NAME = new Set("the a an child adult baby mr mrs ms miss dr family sibling".split(" "));

/** The chosen names that `text` tells of, in small letters. */
export function chosenNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const pattern of CHOSEN)
    for (const match of text.matchAll(pattern))
      for (const name of match.slice(1)) {
        const lower = name?.toLowerCase().replace(/['’]s?$/, "");
        if (lower !== undefined && lower.length > 1 && !NO_NAME.has(lower)) names.add(lower);
      }
  return names;
}

/** Whoever is called by a chosen name alone; somebody whose surname is told, or whom the case knows, never. */
export function bearersOfChosen(
  namings: readonly Naming[],
  scans: readonly PageScan[],
): ReadonlySet<Person> {
  const names = new Set<string>();
  for (const { clean } of scans) for (const name of chosenNames(clean.text)) names.add(name);
  const bearers = new Set<Person>();
  if (names.size === 0) return bearers;
  for (const { person } of namings) {
    if (person.known !== null || person.surname !== null || person.given.length > 1) continue;
    const [given] = person.given;
    if (given !== undefined && names.has(given.toLowerCase())) bearers.add(person);
  }
  return bearers;
}
