// Where the tables of a case tell another story than its trail: whatever the trail tells of a step, an
// export, a decision on publication, a release, a person, a document or a comment must stand in its
// table in the same words. Each difference is one sentence without a secret. Reads only.
import canonicalize from "canonicalize";
import { CaseTables } from "./case-tables.ts";
import type { CaseDatabase } from "./connection.ts";
import { looksAreTold } from "./told-looks.ts";

/** One sentence for each table that differs from the trail. */
export function besideTrail(db: CaseDatabase): readonly string[] {
  const tables = new CaseTables(db);
  const found: string[] = [];
  const compare = (what: string, held: readonly unknown[], told: readonly unknown[]): void => {
    if (String(canonicalize(held)) !== String(canonicalize(told)))
      found.push(`The case holds ${what} that the trail tells otherwise or does not know.`);
  };
  compare("steps or a signature", tables.steps(), tables.stepsTold());
  compare("exports", tables.exports(), tables.exportsTold());
  compare("decisions on publication", tables.decisions(), tables.decisionsTold());
  compare("releases", tables.releases(), tables.releasesTold());
  compare("people", tables.people(), tables.peopleTold());
  compare("documents", tables.documents(), tables.documentsTold());
  compare("comments", tables.comments(), tables.commentsTold());
  if (!looksAreTold(db)) found.push("The case holds looks at pages that the trail does not know.");
  if (!tables.keyIsAccountedFor())
    found.push("The key over the decisions is missing, and the trail does not say why.");
  return found;
}
