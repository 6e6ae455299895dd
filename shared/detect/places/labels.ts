// Labels of places and organisations: "School 1", "Hospital 2", "Place 3" that keep the kind and
// lose the name. One label a group, numbered by first mention over all documents; the authority gets none,
// because naming it is a decision to record.
import type { Hit } from "../hit.ts";
import { organisationKey } from "./organisation-links.ts";

/** Kinds told from the name itself, first match wins. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/nursery|pre-?school|playgroup|kindergarten|montessori|childcare/i, "Nursery"],
  [/universit/i, "University"],
  [/college|sixth form/i, "College"],
  [/school|academy|primary|infants|juniors|grammar|comprehensive|high$/i, "School"],
  [
    /surgery|medical (?:practice|cent)|health centre|group practice|family practice|practice/i,
    "GP Practice",
  ],
  [/hospital|infirmary|maternity|ward|royal|paediatric|nhs/i, "Hospital"],
  [/clinic|walk-in/i, "Clinic"],
  [/pharmacy/i, "Pharmacy"],
  [/hmp|prison|young offender|yoi|secure/i, "Prison"],
  [/crown court|county court|magistrates|family court|court|tribunal/i, "Court"],
  [/police|constabulary/i, "Police Force"],
  [/church|chapel|mosque|masjid|temple|gurdwara|synagogue|cathedral|parish/i, "Place of Worship"],
  [/children's home|care home|nursing home|residential|grange|lodge/i, "Care Home"],
  [/foster/i, "Fostering Agency"],
  [/refuge|hostel|women's aid/i, "Refuge"],
  [/housing|homes/i, "Housing Association"],
  [/children's centre|family centre|contact centre/i, "Family Centre"],
  [
    /hotel|inn|pub|arms|tavern|restaurant|caf[eé]|shop|garage|factory|ltd|limited|plc|company/i,
    "Business",
  ],
];

/** A road by itself is where many live; a number or a flat is somebody's door. */
const addressLabel = (text: string): string => {
  if (/^(?:room|suite|office)\b/i.test(text)) return "a room";
  return /\d|\b(?:flat|apartment|apt|caravan|plot)\b/i.test(text) ? "home address" : "a local road";
};

/** "Mill Surgery, 2 Mill Parade": where a body is, right behind its name. */
const bodyBefore = (page: readonly Hit[], { start }: Hit, text: string): boolean =>
  page.some(
    (other) =>
      isOrganisation(other) &&
      other.end < start &&
      start - other.end < 6 &&
      /^,? ?\n?(?:at |of )?$/.test(text.slice(other.end, start)),
  );

/** `texts` holds the clean text of each page. */
export function labelOrganisations(hits: readonly Hit[][], texts: readonly string[]): void {
  const labels = new Map<string, string>();
  const counts = new Map<string, number>();
  const numbered = (kind: string, group: string): string => {
    let label = labels.get(group);
    if (label === undefined) {
      const n = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, n);
      labels.set(group, (label = `${kind} ${n}`));
    }
    return label;
  };
  hits.forEach((page, p) =>
    page.forEach((hit, h) => {
      if (hit.label !== undefined || /decision to record/.test(hit.why)) return;
      const name = hit.groupName;
      if (hit.group !== undefined && name !== undefined && isOrganisation(hit)) {
        page[h] = { ...hit, label: numbered(kindOf(hit, name), hit.group) };
      } else if (hit.category === "address") {
        const text = texts[p]!;
        const body = bodyBefore(page, hit, text);
        const label = addressLabel(text.slice(hit.start, hit.end));
        page[h] = {
          ...hit,
          label: body && label === "home address" ? "address of a service" : label,
        };
      }
    }),
  );
}

/** Places are grouped by their text; their labels are given once the text is known. */
export function placeLabels(): (text: string) => string {
  const labels = new Map<string, string>();
  return (text) => {
    const key = organisationKey(text);
    let label = labels.get(key);
    if (label === undefined) labels.set(key, (label = `Place ${labels.size + 1}`));
    return label;
  };
}

const isOrganisation = (hit: Hit): boolean =>
  hit.category === "school" ||
  hit.category === "health-provider" ||
  hit.category === "organisation";

function kindOf(hit: Hit, name: string): string {
  for (const [pattern, kind] of KINDS) if (pattern.test(name)) return kind;
  if (hit.category === "school") return "School";
  return hit.category === "health-provider" ? "Health Provider" : "Organisation";
}
