// Every identifier detector, in the order in which they are asked. Overlaps are settled later by rank.
import type { Detector } from "../hit.ts";
import { bank } from "./bank.ts";
import { caseReference } from "./case-reference.ts";
import { contact } from "./contact.ts";
import { courtNumber } from "./court-number.ts";
import { educationNumber } from "./education-number.ts";
import { identityDocument } from "./identity-document.ts";
import { mapReference } from "./map-reference.ts";
import { nhsNumber } from "./nhs-number.ts";
import { nino } from "./nino.ts";
import { phone } from "./phone.ts";
import { postcode } from "./postcode.ts";
import { staffAndHospital } from "./staff-and-hospital.ts";
import { tax } from "./tax.ts";
import { vehicle } from "./vehicle.ts";

export const IDENTIFIERS: readonly Detector[] = [
  nhsNumber,
  educationNumber,
  nino,
  postcode,
  phone,
  contact,
  vehicle,
  identityDocument,
  bank,
  tax,
  courtNumber,
  caseReference,
  staffAndHospital,
  mapReference,
];
