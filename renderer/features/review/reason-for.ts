// Which reason a suggestion gets when it is accepted: from its category, and for people from the
// label that was proposed. The analyst can change it afterwards; it is only the first guess.
import type { Category } from "../../../shared/detect/model.ts";
import type { ReasonCode } from "../../../shared/policy/reasons.ts";

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
  "nhs-number": "number",
  uln: "number",
  upn: "number",
  nino: "number",
  vehicle: "number",
  "driving-licence": "number",
  passport: "number",
  bank: "contact",
  tax: "number",
  "court-number": "number",
  "crime-reference": "number",
  "collar-number": "number",
  "hospital-number": "number",
  reference: "number",
  demographic: "demographic",
  quantity: "other",
  misc: "health",
  explicit: "explicit",
  "deny-list": "other",
  unexplained: "other",
};

const CHILD = /^(child|sibling|baby|brother|sister|half-|young person|subject)\b/i;
const KIN =
  /^(mother|father|partner|step|parent|grand|aunt|uncle|cousin|relative|family|carer|m(g[mf]|a|u)\b|p(g[mf]|a|u)\b)/i;
const PROFESSIONAL =
  /\b(worker|visitor|gp|nurse|midwife|teacher|officer|doctor|consultant|paediatrician|manager|solicitor|judge|guardian|professional|therapist|practitioner|constable|sergeant)\b/i;

export function reasonFor(category: Category, label: string | null | undefined): ReasonCode {
  if (category !== "person" || !label) return BY_CATEGORY[category];
  if (CHILD.test(label)) return "child-name";
  if (KIN.test(label)) return "family-name";
  if (PROFESSIONAL.test(label)) return "professional-name";
  return "other-name";
}
