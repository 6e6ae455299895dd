// Organisations that are not told by their last word: prisons and wards whose name follows the word, bodies
// named after saints, and names in brackets after "school" or "nursery", in any case. Reads text, not tokens.
import type { Hit, PageScan } from "../hit.ts";
import {
  ACRONYM,
  GIVEN,
  NAME,
  NATIONALITY,
  NOT_NAME,
  PLACE,
  TITLE,
  WORD,
  lexicon,
} from "../lexicon/lexicon.ts";
import { GENERAL } from "./organisation-heads.ts";
import { ORGANISATIONS, ORGANISATIONS_VERSION } from "./organisations.ts";

/** "HMP Featherstone": the name stands after the word. */
const PREFIXED =
  /\b(?:HMP(?:\/YOI)?|HMYOI|HMP & YOI|YOI|STC|Ward|Court No\.?|Ysgol|RAF|MV|Wing)[ ]((?:[A-Z][\p{L}'-]+|\d{1,3}[A-Z]?)(?:[ ][A-Z][\p{L}'-]+){0,2})/gu;

/** "St Mary's", "Our Lady", "Holy Cross": a school, church or hospital that everybody there knows. */
const SAINTS =
  /\b(?:St\.? [A-Z]\p{L}+'s|St\.? [A-Z]\p{L}+ (?:and|&) St\.? [A-Z]\p{L}+(?:'s)?|(?:Our Lady|Sacred Heart|Holy (?:Cross|Trinity|Family|Rosary)|All Saints|Christ Church|Corpus Christi)(?: (?:of|and) (?:[A-Z]\p{L}+ ?){1,3})?)(?![\p{L}]| (?:Day|Street|Road|Close|Avenue|Lane|Park))/gu;

/** "Birmingham Children's", "Great Northern Children's": a hospital that goes without the word. */
const CHILDRENS =
  /Children's(?=[.,;:)]|\s+(?:and|for|on|in|at|by|to|with|who|where|had|has|was|is|said|asked|wants?|A&E|ED|PICU|NICU)(?!\p{L}))/gu;
const NAMED_BEFORE = /(?:^|[^\p{L}'-])((?:\p{Lu}[\p{L}'-]+ ){1,3})$/u;
const NO_HOSPITAL =
  /^(?:The|This|That|Our|Local|Adult|Adults'?|Social|Family|Early|Young|Head|Director|Assistant|Deputy|Lead|Senior|Named|Designated|Independent|Disabled|Looked|After|Health|Mental|Community|Parents?'?|And|In|At|For|All|Both|Some|His|Her|Their)$/;

function hit(match: RegExpMatchArray, score: number, why: string): Hit {
  const start = match.index ?? 0;
  return {
    start,
    end: start + match[0].trimEnd().length,
    category: match[0].startsWith("Ward") ? "health-provider" : "organisation",
    identifier: "quasi",
    score,
    tier: "suggested",
    detector: ORGANISATIONS,
    version: ORGANISATIONS_VERSION,
    why,
  };
}

function childrens(text: string): Hit[] {
  return [...text.matchAll(CHILDRENS)].flatMap((match) => {
    const before = NAMED_BEFORE.exec(text.slice(Math.max(0, match.index - 64), match.index))?.[1];
    if (
      before === undefined ||
      before
        .trim()
        .split(" ")
        .some((word) => NO_HOSPITAL.test(word))
    )
      return [];
    const found = hit(match, 0.75, "A children's hospital by its short name");
    return [{ ...found, start: match.index - before.length, category: "health-provider" as const }];
  });
}

/** "the Western Health and Social Care Trust", "South Eastern Education and Library Board". */
const OF_A_REGION =
  /\b(?:(?:Northern|Southern|Western|Eastern|North|South|West|East|Mid|Central)(?:[ -](?:Eastern|Western|East|West))?|\p{Lu}\p{Ll}{3,}(?: (?:and|&) \p{Lu}\p{Ll}{3,})?) (?:Health and Social (?:Care|Services)|(?:Education and )?Library) (?:Trust|Board)\b/gu;

export function findPrefixed(scan: PageScan): Hit[] {
  const { text } = scan.clean;
  return [
    ...[...text.matchAll(PREFIXED)].map((match) =>
      hit(match, 0.85, match[0].startsWith("Ward") ? "Named ward" : "Named prison, school or base"),
    ),
    ...childrens(text),
    ...[...text.matchAll(OF_A_REGION)]
      .filter(([name]) => !/^(?:The|This|That|Each|Local|Every|Their|Our) /.test(name))
      .map((match) => hit(match, 0.85, "Named body of a region")),
    ...[...text.matchAll(SAINTS)].map((match) =>
      hit(match, 0.72, "Named after a saint or a feast: a school, church or hospital"),
    ),
  ];
}

/** "the Sheldon centre", "Spennymoor police station": a name, then what it is in small letters. */
const SMALL_HEAD =
  /(?<=(?:\b(the|at|in|to|from|near|of|by|via|attends?|attended|attending)|[@(,–]) )((?:(?:St\.? )?\p{Lu}[\p{L}'’-]+ ){1,3})(community centre|health centre|children'?s? centre|family centre|contact centre|leisure centre|day centre|medical centre|job ?centre|police station|fire station|railway station|bus station|care home|nursing home|children's home|caravan park|caravan site|retail park|industrial estate|family hub|youth club|social club|working men's club|food bank|probation office|sixth form|primary school|secondary school|high school|infant school|junior school|special school|after-school club|centre|clinic|unit|hub|factory|hostel|refuge|estate|nursery|academy|college|surgery|practice|hospital|ward|hospice|warehouse|depot|church|mosque|temple|gurdwara|synagogue|chapel|prison|library|mill|colliery|quarry|barracks|campus|playgroup|pre-?school|market|abattoir|shipyard|pub|probation|police|social services|mags|magistrates|crown court|school)(?![\p{L}-])/gu;

/** Words before such a head that single nothing out. */
const UNTELLING =
  /^(?:The|This|That|Our|Their|His|Her|Local|Family|Children's|Early|Help|Mental|Health|Duty|Crown|County|High|Primary|Secondary|Special|Catholic|Muslim|Christian|Anglican|Methodist|Baptist|Sure|Start|National|Royal|New|Old|Main|Adult|Youth|Community|Social|British|English|Irish|Polish|GP|NHS|A&E|CAMHS|SEN|LAC|MASH|EDT|CSC|SARC|PPU|DV|DA|Emergency|Neonatal|Maternity|Antenatal|Paediatric|Children|One|Two|Three|First|Second|Third|Mum|Dad|Mr|Mrs|Ms|Miss|Dr)$/;

export function findSmallHeaded(scan: PageScan): Hit[] {
  const { bits } = lexicon();
  const hits: Hit[] = [];
  for (const match of scan.clean.text.matchAll(SMALL_HEAD)) {
    const words = match[2]!.trim().split(" ");
    const telling = words.filter((word) => {
      const known = bits.get(word.toLowerCase().replace(/['’]s$/, "")) ?? 0;
      if (UNTELLING.test(word) || GENERAL.has(word.toLowerCase())) return false;
      if ((known & (NATIONALITY | TITLE | ACRONYM)) !== 0) return false;
      // "Sarah school": a given name needs a word like "the" before it, and is then a house's.
      if ((known & GIVEN) !== 0 && words.length === 1 && match[1] === undefined) return false;
      return (known & (WORD | NOT_NAME)) === 0 || (known & (NAME | PLACE)) !== 0;
    });
    if (telling.length === 0) continue;
    const [head] = /\w+$/.exec(match[3]!) ?? [""];
    hits.push({
      start: match.index,
      end: match.index + match[0].length,
      category: /school|nursery|college|academy|playgroup/.test(match[3]!)
        ? "school"
        : /hospital|surgery|clinic|ward|practice|hospice|medical|health/.test(match[3]!)
          ? "health-provider"
          : "organisation",
      identifier: "quasi",
      score: 0.75,
      tier: "suggested",
      detector: `${ORGANISATIONS}/small-head`,
      version: ORGANISATIONS_VERSION,
      why: `Named ${head}`,
    });
  }
  return hits;
}

/** "nursery (little acorns)", "SCHOOL (BRUNE PARK)": named in brackets after the word, in any case. */
const BRACKETED =
  /(?<=\b(school|nursery|hospital|surgery|placement|children's home|home|refuge|hostel|college|unit|ward|church|mosque|employer|gp)(?:,| is| called| named)? ?)\((?:the )?([\p{L}][\p{L}' -]{3,32})\)/giu;

export function findBracketed(scan: PageScan): Hit[] {
  const hits: Hit[] = [];
  for (const match of scan.clean.text.matchAll(BRACKETED)) {
    const name = match[2]!;
    const words = name.toLowerCase().split(" ");
    if (words.every((word) => GENERAL.has(word)) || words.length > 4) continue;
    if (/\b(?:is|was|are|see|and|or|not|no|who|which|for|to|years?|months?)\b/i.test(name))
      continue;
    const start = match.index + match[0].lastIndexOf(name);
    hits.push({
      start,
      end: start + name.length,
      category: /school|nursery|college/i.test(match[1]!)
        ? "school"
        : /hospital|surgery|ward|gp/i.test(match[1]!)
          ? "health-provider"
          : "organisation",
      identifier: "quasi",
      score: 0.55,
      tier: "check",
      detector: `${ORGANISATIONS}/bracketed`,
      version: ORGANISATIONS_VERSION,
      why: "Named in brackets after the word for such a body",
    });
  }
  return hits;
}
