// What the headless command says of a verification: the finding that stopped an export, and what is
// only to be told. One line for a kind of thing; never a burnt text.
import type { Verification, VerifyFinding } from "../../shared/model/verification.ts";

/** First finding in one sentence, and how many more there are. */
export function refusalSentence({ findings }: Verification): string {
  const told = findings.length === 0 ? "Verification did not pass." : sentence(findings, "finding");
  return `Nothing was exported. ${told}`;
}

/** One sentence for each check that has something to tell. */
export function noticeSentences({ notices }: Verification): readonly string[] {
  const checks = [...new Set(notices.map(({ check }) => check))];
  return checks.map((check) =>
    sentence(
      notices.filter((notice) => notice.check === check),
      "notice",
    ),
  );
}

function sentence([first, ...more]: readonly VerifyFinding[], name: string): string {
  const where = first?.page === undefined ? "" : ` (page ${first.page})`;
  const others =
    more.length === 0 ? "" : ` ${more.length} more ${name}${more.length === 1 ? "" : "s"}.`;
  return `${first?.message}${where}${others}`;
}
