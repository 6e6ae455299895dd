// What careful people make of the same pages: two readers who had seen nothing else labelled sixty of the unread
// pages anew (test/fixtures/detection/second-readers), and are measured as if they were the tool, by the labels of
// those who wrote the pages and by one another's. Nobody agrees with somebody else's list more than that.
import type { GoldDocument } from "./detection-data.ts";
import { readMarkedPages } from "./detection-data.ts";
import { addScore, emptyScore, shown, type Covered } from "./detection-score.ts";

const READERS = ["one", "two"] as const;

/** @param claimsOf what the tool claims of a page */
export function measureReaders(claimsOf: (document: GoldDocument) => readonly Covered[]): void {
  const [one, two] = READERS.map((who) => readMarkedPages(`second-readers/${who}`));
  const written = one!.map(({ name }) => page(name));
  const byReader = (document: GoldDocument): readonly Covered[] =>
    document.mentions
      .filter(({ need }) => need !== "NO_MASK")
      .map(({ start, end, type }) => ({ start, end, detector: "reader", category: type }));
  const row = (
    what: string,
    right: readonly GoldDocument[],
    claims: readonly (readonly Covered[])[],
  ): void => {
    const score = emptyScore();
    right.forEach((document, n) => addScore(score, document, claims[n]!));
    console.log(`-- ${what}`);
    console.log(`   entities direct  ${shown(score.direct)}`);
    console.log(`   entities quasi   ${shown(score.quasi)}`);
    console.log(`   words found      ${shown(score.tokens)}`);
    console.log(`   precision        ${shown(score.precision)}`);
  };
  console.log(`\n== two further readers of ${written.length} unread pages`);
  const [first, second] = [one!.map(byReader), two!.map(byReader)];
  const tool = written.map(claimsOf);
  row("the first, by the labels of who wrote the pages", written, first);
  row("the second, by the labels of who wrote the pages", written, second);
  row("the second, by the first's labels", one!, second);
  row("the first, by the second's labels", two!, first);
  row("suggested + check, by the labels of who wrote the pages", written, tool);
  row("suggested + check, by the first's labels", one!, tool);
  row("suggested + check, by the second's labels", two!, tool);
}

const sets = new Map<string, readonly GoldDocument[]>();

/** "kept-strangers--ah-017-...": the page as it was labelled by who wrote it. */
function page(name: string): GoldDocument {
  const [set, file] = name.split("--") as [string, string];
  let pages = sets.get(set);
  if (pages === undefined) sets.set(set, (pages = readMarkedPages(set)));
  const found = pages.find((one) => one.name === file);
  if (found === undefined) throw new Error(`${set} holds no ${file}`);
  return found;
}
