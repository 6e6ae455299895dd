// What the headless command says of a verification: the finding that stopped an export, and what is
// only to be told. One line for a kind of thing; never a burnt text.
import { gathered, inOneLine, type Sentence } from "../../shared/audit/gathered.ts";
import type { Verification } from "../../shared/model/verification.ts";

/** First finding in one sentence, and how many more there are. */
export function refusalSentence({ findings }: Verification): string {
  const [first = "Verification did not pass.", ...more] = inLines(findings);
  const others =
    more.length === 0 ? "" : ` ${more.length} more finding${more.length === 1 ? "" : "s"}.`;
  return `Nothing was exported. ${first}${others}`;
}

/** One line for each kind of sentence, with the pages that it is true of. */
export const inLines = (list: readonly Sentence[]): readonly string[] =>
  gathered(list).map(inOneLine);
