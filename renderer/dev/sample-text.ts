// An invented review for the development page: nobody in it exists, numbers are never issued.
// It must never be loaded by the application itself.

export interface Known {
  readonly text: string;
  readonly group: string;
  readonly groupName: string;
  readonly category:
    | "person"
    | "date"
    | "age"
    | "organisation"
    | "school"
    | "place"
    | "nhs-number"
    | "phone"
    | "demographic"
    | "health-provider";
  readonly tier: "suggested" | "check";
  readonly label?: string;
  readonly why: string;
}

const person = (
  text: string,
  groupName: string,
  label: string,
  why: string,
  tier: Known["tier"] = "suggested",
): Known => ({
  text,
  group: `person:${groupName}`,
  groupName,
  category: "person",
  tier,
  label,
  why,
});

/** Longest first, so that a full name wins over its parts. */
export const KNOWN: readonly Known[] = [
  person("Sarah Jones", "Sarah Jones", "Mother", "Full name, said to be the mother"),
  person("Ms Jones", "Sarah Jones", "Mother", "Title and surname of a known person"),
  person(
    "Sarah",
    "Sarah Jones",
    "Mother",
    "First name of a known person; also a common name",
    "check",
  ),
  person("Daniel Reed", "Daniel Reed", "Father 1", "Full name, said to be the father"),
  person("Mr Reed", "Daniel Reed", "Father 1", "Title and surname of a known person"),
  person("Theo", "Theo Jones-Reed", "Child A", "First name of the child of the review"),
  person("Mina Okafor", "Mina Okafor", "Health Visitor 1", "Full name beside a job title"),
  person("Priya Nair", "Priya Nair", "Social Worker 2", "Full name beside a job title"),
  person(
    "Grace",
    "Grace",
    "Sibling 1",
    "A name that is also a word; look at the sentence",
    "check",
  ),
  {
    text: "9th January",
    group: "date:9 jan",
    groupName: "9th January",
    category: "date",
    tier: "suggested",
    label: "early January",
    why: "Exact date; keeps order and interval",
  },
  {
    text: "14 March 2015",
    group: "date:14 mar",
    groupName: "14 March 2015",
    category: "date",
    tier: "suggested",
    label: "early 2015",
    why: "Exact date; a date of birth by its sentence",
  },
  {
    text: "eleven months",
    group: "age:11m",
    groupName: "eleven months",
    category: "age",
    tier: "check",
    label: "under one",
    why: "Exact age in months; kept where the learning needs it",
  },
  {
    text: "Harrow Lane Surgery",
    group: "org:harrow",
    groupName: "Harrow Lane Surgery",
    category: "health-provider",
    tier: "suggested",
    label: "GP Practice 1",
    why: "Organisation; health",
  },
  {
    text: "St Bride’s Primary",
    group: "org:brides",
    groupName: "St Bride’s Primary",
    category: "school",
    tier: "suggested",
    label: "School 1",
    why: "Name of a school",
  },
  {
    text: "Castlebrook",
    group: "place:castlebrook",
    groupName: "Castlebrook",
    category: "place",
    tier: "check",
    label: "the town",
    why: "A place named 9 times; with a job and an age it can point to a family",
  },
  {
    text: "999 014 2266",
    group: "id:nhs",
    groupName: "999 014 2266",
    category: "nhs-number",
    tier: "suggested",
    label: "number removed",
    why: "NHS number; its check digit holds",
  },
  {
    text: "07700 900142",
    group: "id:phone",
    groupName: "07700 900142",
    category: "phone",
    tier: "suggested",
    label: "contact removed",
    why: "Mobile phone number",
  },
  {
    text: "older half-sibling",
    group: "demo:half",
    groupName: "older half-sibling",
    category: "demographic",
    tier: "check",
    label: "a sibling",
    why: "With the town and the year, one more fact would point to the family",
  },
];

const PARAGRAPHS: readonly string[] = [
  "Theo was born on 14 March 2015 and lived with Sarah Jones, her partner and an older half-sibling in a two-bedroom flat in Castlebrook. The health visitor, Mina Okafor, saw him eleven times in his first year.",
  "On 9th January the school nurse rang Sarah Jones at home. She told a colleague that “Sarah sounded worn out, and I did not like to press her”. The call was not recorded on the system until the following week.",
  "Professionals described the local authority as stretched. Priya Nair held thirty-one cases at the time. In the panel’s view this is where the risk was greatest: each agency held one part of the picture, and nobody was asked to put the parts together.",
  "The GP practice, Harrow Lane Surgery, wrote twice about missed appointments. The letters were filed under another child’s number, 999 014 2266.",
  "Daniel Reed did not live in the household but collected the children from St Bride’s Primary on most Fridays. Mr Reed was never spoken to alone by any agency before the incident.",
  "Ms Jones could be reached on 07700 900142. Three of five calls by the duty team were made to a number that had been out of use since the autumn.",
  "Grace was seen by the school on most days. By the grace of a neighbour’s call the welfare check took place that evening rather than in the following week.",
  "When Theo was eleven months old the strategy meeting was held without a paediatrician. The minutes do not say who was to tell Sarah Jones what had been decided, nor by when.",
  "The panel considered whether earlier help could have been offered. It was struck by how often good practice by one person was not followed through when that person was away.",
  "Recommendation: partners should agree one form of words for a missed appointment, so that a child who is not brought is never recorded as a parent who did not attend.",
];

/** Headings and paragraphs of one page of the invented report. */
export function pageOf(page: number): { heading: string; paragraphs: readonly string[] } {
  const part = Math.floor((page - 1) / 4) + 1;
  const section = ((page - 1) % 4) + 1;
  const names = ["What life was like", "What happened", "What agencies knew", "What we learnt"];
  const paragraphs: string[] = [];
  const count = 5 + (page % 3);
  for (let i = 0; i < count; i++) {
    const body = PARAGRAPHS[(page * 3 + i * 7 + (i % 2)) % PARAGRAPHS.length]!;
    paragraphs.push(`${part}.${section}.${i + 1} ${body}`);
  }
  return { heading: `${part}.${section} ${names[section - 1]}`, paragraphs };
}
