// The reason code that a suggestion's class stands for, until a person chooses another.
import type { Category } from "../detect/model.ts";
import type { ReasonCode } from "./reasons.ts";

const BY_CATEGORY: Readonly<Record<Category, ReasonCode>> = {
  person: "other-name",
  organisation: "organisation",
  school: "organisation",
  "health-provider": "organisation",
  place: "place",
  address: "address",
  postcode: "address",
  date: "date",
  age: "age",
  phone: "contact",
  email: "contact",
  url: "contact",
  ip: "contact",
  handle: "contact",
  bank: "contact",
  "nhs-number": "number",
  uln: "number",
  upn: "number",
  nino: "number",
  vehicle: "number",
  "driving-licence": "number",
  passport: "number",
  tax: "number",
  "court-number": "number",
  "crime-reference": "number",
  "collar-number": "number",
  "hospital-number": "number",
  reference: "number",
  code: "number",
  demographic: "demographic",
  quantity: "other",
  misc: "health",
  explicit: "explicit",
  "deny-list": "other",
  unexplained: "other",
};

const CHILD = /^(?:child|sibling|half-sibling|baby|young person)\b/i;
const FAMILY =
  /^(?:mother|father|parent|step|partner|grand|mg|pg|aunt|uncle|cousin|carer|foster|family|ma\b|pa\b|husband|wife)/i;
const PROFESSIONAL =
  /^(?:social worker|health visitor|gp\b|doctor|midwife|nurse|police|officer|teacher|head|manager|professional|consultant|paediatrician|solicitor|judge|worker|practitioner|therapist|psych)/i;

/** A person's label tells the kind of person. */
export function reasonFor(category: Category, label?: string | null): ReasonCode {
  if (category === "person" && label) {
    if (CHILD.test(label)) return "child-name";
    if (FAMILY.test(label)) return "family-name";
    if (PROFESSIONAL.test(label)) return "professional-name";
  }
  return BY_CATEGORY[category];
}
