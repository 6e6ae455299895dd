// `npm run measure:detection`: how well the suggestions do on annotated texts, with counts and 95 % intervals.
// Texts of ../shared/detection are measured where that folder lies beside the checkout; our own kept pages
// always. Options: --set tab-dev|tab-train|kept|…, --rules (no tagger), --confusions N,
// --suggested (what the upper tier alone misses), --read (lists of a set that is to be kept unread).
import { existsSync, readFileSync } from "node:fs";
import { resource } from "../../electron/resources.ts";
import { detect } from "../../shared/detect/detect.ts";
import type { Finding } from "../../shared/detect/model.ts";
import type { Tagger } from "../../shared/detect/tagged-span.ts";
import { loadModel, tag } from "../../shared/detect/tagger/tagger.ts";
import { argument } from "./argument.ts";
import { readLitbank, readMarkedPages, readTab, sharedPresent } from "./detection-data.ts";
import type { GoldDocument } from "./detection-data.ts";
import { addScore, emptyScore, shown, type Score } from "./detection-score.ts";
import { measureLinker } from "./linker-score.ts";
import { measureReaders } from "./second-readers.ts";

const confusions = Number(argument("confusions") ?? 12);
const only = argument("set");
const rulesOnly = process.argv.includes("--rules");

function loadTagger(): Tagger | undefined {
  const file = resource("shared", "detect", "tagger", "candour-tagger.model.bin");
  if (rulesOnly || !existsSync(file)) return undefined;
  const started = performance.now();
  const model = loadModel(readFileSync(file));
  console.log(`tagger's model loaded in ${(performance.now() - started).toFixed(0)} ms`);
  return (text) => tag(text, model);
}

/** Whoever builds the detectors never reads what is missed here, so that the figures stay honest. */
const UNREAD = new Set([
  "kept-unread",
  "kept-unread-2",
  "kept-unread-3",
  "kept-unread-4",
  "kept-unread-5",
  "kept-strangers",
]);

const tagger = loadTagger();
const options = tagger === undefined ? {} : { tagger };

function claimsOf(document: GoldDocument): readonly Finding[] {
  const pages = [{ page: 1, text: document.text }];
  const found = detect([{ id: "d", name: document.name, pages }], options).get("d") ?? [];
  return (found as readonly Finding[]).filter((f) => f.category !== "explicit");
}

function run(name: string, documents: readonly GoldDocument[]): void {
  if (documents.length === 0) return;
  const tiers = { "suggested + check": emptyScore(), suggested: emptyScore() };
  let words = 0;
  for (const document of documents) {
    words += document.text.split(/\s+/).length;
    const claims = claimsOf(document);
    addScore(tiers["suggested + check"], document, claims);
    addScore(
      tiers.suggested,
      document,
      claims.filter((f) => f.tier === "suggested"),
    );
  }
  console.log(
    `\n== ${name}: ${documents.length} documents, ${words} words, ${tagger ? "with" : "without"} tagger`,
  );
  for (const [tier, score] of Object.entries(tiers)) print(tier, score);
  if (UNREAD.has(name) && !process.argv.includes("--read")) return;
  confusionsOf(tiers["suggested + check"]);
  if (process.argv.includes("--suggested")) confusionsOf(tiers.suggested);
}

/** The second reading of one long document: compiled code, as it runs from the second page on. */
function speed(documents: readonly GoldDocument[]): void {
  const text = documents.map((d) => d.text).join("\n\n");
  const words = text.split(/\s+/).length;
  const document = { id: "d", name: "d", pages: [{ page: 1, text }] };
  const timed = (name: string, given: typeof options) => {
    detect([document], given);
    const clock = performance.now();
    const before = process.cpuUsage();
    detect([document], given);
    const { user, system } = process.cpuUsage(before);
    const seconds = (performance.now() - clock) / 1000;
    console.log(
      `   ${name.padEnd(16)} ${Math.round(words / seconds)} words/s by the clock, ${Math.round(words / ((user + system) / 1e6))} by processor time`,
    );
  };
  console.log(`\n== speed, one document of ${words} words`);
  timed("rules", {});
  if (tagger !== undefined) timed("rules and tagger", options);
}

function print(tier: string, score: Score): void {
  console.log(`-- ${tier}`);
  console.log(`   entities direct  ${shown(score.direct)}`);
  console.log(`   entities quasi   ${shown(score.quasi)}`);
  console.log(`   words found      ${shown(score.tokens)}`);
  console.log(`   precision        ${shown(score.precision)}`);
  for (const [type, count] of [...score.byType].sort())
    console.log(`     ${type.padEnd(10)} ${shown(count)}`);
}

function confusionsOf(score: Score): void {
  const row = (inner: Map<string, number>): string =>
    [...inner]
      .sort((a, b) => b[1] - a[1])
      .slice(0, confusions)
      .map(([text, n]) => (n > 1 ? `${text} ×${n}` : text))
      .join(" | ");
  console.log("-- precision by detector");
  for (const [detector, count] of [...score.byDetector].sort((a, b) => b[1].of - a[1].of))
    console.log(`   ${detector.padEnd(30)} ${shown(count)}`);
  if (confusions === 0) return;
  console.log("-- missed, by type");
  for (const [type, inner] of score.missed) console.log(`   ${type}: ${row(inner)}`);
  console.log("-- covered for nothing, by detector");
  for (const [detector, inner] of score.wrong) console.log(`   ${detector}: ${row(inner)}`);
}

const sets: Readonly<Record<string, () => GoldDocument[]>> = {
  "tab-dev": () => (sharedPresent ? readTab("dev") : []),
  kept: () => readMarkedPages("kept"),
  "kept-tagger": () => readMarkedPages("kept-tagger"),
  "kept-styles": () => readMarkedPages("kept-styles"),
  "kept-unseen": () => readMarkedPages("kept-unseen"),
  "kept-blind": () => readMarkedPages("kept-blind"),
  "kept-voices": () => readMarkedPages("kept-voices"),
  "kept-further": () => readMarkedPages("kept-further"),
  "kept-sealed": () => readMarkedPages("kept-sealed"),
  "kept-fresh": () => readMarkedPages("kept-fresh"),
  "kept-dense": () => readMarkedPages("kept-dense"),
  "kept-unread": () => readMarkedPages("kept-unread"),
  "kept-unread-2": () => readMarkedPages("kept-unread-2"),
  "kept-unread-3": () => readMarkedPages("kept-unread-3"),
  "kept-unread-4": () => readMarkedPages("kept-unread-4"),
  "kept-unread-5": () => readMarkedPages("kept-unread-5"),
  "kept-strangers": () => readMarkedPages("kept-strangers"),
};
const extra: Readonly<Record<string, () => GoldDocument[]>> = {
  "tab-train": () => (sharedPresent ? readTab("train") : []),
  development: () => readMarkedPages("development"),
  training: () => readMarkedPages("training"),
};

if (!sharedPresent) console.log("../shared/detection is absent: only our own pages are measured.");
for (const [name, read] of Object.entries(only === undefined ? sets : { ...sets, ...extra }))
  if (only === undefined || only === name) run(name, read());
if (only === undefined || only === "readers") measureReaders(claimsOf);
if (sharedPresent && (only === undefined || only === "speed"))
  speed([...readTab("train"), ...readTab("dev")]);
if (sharedPresent && (only === undefined || only === "linker")) {
  measureLinker("TAB train and dev", [...readTab("train"), ...readTab("dev")], "PERSON");
  measureLinker("LitBank", readLitbank(), "PROP_PER");
}
