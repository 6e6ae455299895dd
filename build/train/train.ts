// `npm run train`: reads the annotated texts (texts.ts), learns the tagger's two halves, the chain here and the small
// network in a thread of its own, and writes the model that ships, with the second look that learn-look.ts learnt
// before. The same texts give the same bytes. With --without PATTERN it leaves out our pages of such a name, and with
// --to FILE it writes elsewhere: so held-out pages are measured, and so the second look gets its texts.
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { writeModel } from "../../shared/detect/tagger/model-file.ts";
import { encode } from "./encode.ts";
import { learn } from "./learn.ts";
import { readLook } from "./look-source.ts";
import { compileLexicon, lexiconOf } from "./lexicon-source.ts";
import { learnTellingInFolds, smallTable, tellingFor } from "./telling.ts";
import { textsMeeting } from "./met.ts";
import { shrunk } from "./net-shrink.ts";
import type { LearntNet, NetWork } from "./net-worker.ts";
import { quantise } from "./quantise.ts";
import { lexicons, readTexts, weightOf } from "./texts.ts";
import { readVectors } from "./vector-source.ts";

/** What the chain says, and what the network says, are added in these shares. */
const CHAIN_SHARE = 0.5;
const NET_SHARE = 0.5;

const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const pattern = argument("without");
const without = pattern === undefined ? null : new RegExp(pattern);

const table = compileLexicon(lexicons);
const lexicon = lexiconOf(table);
const { texts: sources, copies } = readTexts(without);
const told = learnTellingInFolds(sources, lexicon, (text) => weightOf(text, copies.has(text)));
const telling = smallTable(told.whole);
const network = once(
  new Worker(new URL("./net-worker.ts", import.meta.url), {
    workerData: { told, without } satisfies NetWork,
  }),
  "message",
);
const texts = sources.map((text) => encode(text, lexicon, tellingFor(text, told)));

const weights = learn(texts, {
  rounds: 6,
  rate: 0.04,
  hide: 0.2,
  decay: 0.3,
  seed: 1,
  weightOf: ({ source }) => weightOf(source, copies.has(source)),
  log: console.log,
});
/** What few texts teach must weigh more; chosen so that the file stays small and the chances do not shift. */
const least = (met: number): number => (met >= 6 ? 0.065 : met >= 3 ? 0.1 : 0.16);
const met = textsMeeting(texts.filter(({ source }) => !copies.has(source)));
const { rows, scale } = quantise(weights, { least, met, most: 4 });
const [net] = (await network) as [LearntNet];
const { parts, vectors } = shrunk(net.weights, net.own, readVectors(lexicons), table, NET_SHARE);
const bytes = writeModel({
  lexicon: { ...table, vectors },
  rows,
  scale: scale * CHAIN_SHARE,
  transitions: weights.transitions.map((value) => value * CHAIN_SHARE),
  telling,
  net: parts,
  look: readLook(),
});
const shipped = join(import.meta.dirname, "../../shared/detect/tagger/candour-tagger.model.bin");
const target = argument("to") ?? shipped;
writeFileSync(target, bytes);
console.log(`${target}: ${bytes.length} bytes`);
