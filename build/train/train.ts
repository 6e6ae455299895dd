// `npm run train`: reads the annotated texts, learns the tagger and writes the model that ships.
// The same texts give the same bytes. It trains on TAB train and our own training pages, never
// on TAB dev, the kept pages or uner-ewt. Needs ../shared/detection beside the checkout.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeModel } from "../../shared/detect/tagger/model-file.ts";
import { readOwn, readTab } from "./corpora.ts";
import { encode } from "./encode.ts";
import { learn } from "./learn.ts";
import { compileLexicon, lexiconOf } from "./lexicon-source.ts";
import { quantise } from "./quantise.ts";

const root = join(import.meta.dirname, "../..");
const shared = join(root, "../shared/detection");

const table = compileLexicon(join(import.meta.dirname, "lexicons"));
const lexicon = lexiconOf(table);
const texts = [
  ...readTab(join(shared, "tab/tab_train.json")),
  ...readOwn(join(root, "test/fixtures/detection/training")),
].map((text) => encode(text, lexicon));
const weights = learn(texts, {
  rounds: 6,
  rate: 0.15,
  hide: 0.2,
  decay: 0.3,
  seed: 1,
  weightOf: () => 1,
  log: console.log,
});
const { rows, scale } = quantise(weights, { least: 0.02, most: 4 });
const bytes = writeModel({
  lexiconKeys: table.keys,
  lexiconMasks: table.masks,
  rows,
  scale,
  transitions: weights.transitions,
});
const target = join(root, "shared/detect/tagger/candour-tagger.model.bin");
writeFileSync(target, bytes);
console.log(`${target}: ${bytes.length} bytes`);
