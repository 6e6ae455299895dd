// Learns the small network beside the chain, on the machine's other core. Reads the same texts; sends the weights.
import { parentPort, workerData } from "node:worker_threads";
import { compileLexicon, lexiconOf } from "./lexicon-source.ts";
import { learnNet } from "./net-learn.ts";
import type { NetWeights } from "./net-weights.ts";
import { netTexts } from "./net-texts.ts";
import { lexicons, PAGE_COPIES, readTexts, weightOf } from "./texts.ts";
import { tellingFor, type TellingTables } from "./telling.ts";
import { readVectors } from "./vector-source.ts";

export interface LearntNet {
  readonly weights: NetWeights;
  /** Hashes of the words with a vector of their own. */
  readonly own: readonly number[];
}

/** Judgments are few and unlike all else: the network sees them so many times as heavy as the chain does. */
const JUDGMENTS = 1.5;

/** What sentences tell, and the pages that are held out. */
export interface NetWork {
  readonly told: TellingTables;
  readonly without: RegExp | null;
}

const { told, without } = workerData as NetWork;
const { texts, copies } = readTexts(without);
const given = readVectors(lexicons);
const lexicon = lexiconOf(compileLexicon(lexicons));
const all = netTexts(texts, new Set(copies.keys()), lexicon, given, (text) =>
  tellingFor(text, told),
);
const weights = learnNet(all, given.values, {
  rounds: 5,
  rate: 3e-3,
  hide: 0.1,
  drop: 0.15,
  seed: 1,
  // Every round sees another of the copies.
  weightOf: ({ source }, round) => {
    const copy = copies.get(source);
    if (copy !== undefined && copy !== round % PAGE_COPIES) return 0;
    return weightOf(source, copy !== undefined) * (source.source === "tab" ? JUDGMENTS : 1);
  },
  log: console.log,
});
parentPort?.postMessage({ weights, own: all.own } satisfies LearntNet);
