// Learns the second look and writes second-look.txt. Each argument is MODEL=PATTERN: a model that `train.ts --without
// PATTERN --to MODEL` made, and the pages that it was not taught. As it shipped, three models, each without every
// third hand: '^(?:a|d|g|j|m|p|s|w|z)-', '^(?:b|e|h|k|n|q|t|x|aa)-', '^(?:c|f|i|l|o|r|v|y|ab)-'. With --add MODEL it
// only puts the weights as they are into a model that is there.
import { readFileSync, writeFileSync } from "node:fs";
import { readModel, writeModel } from "../../shared/detect/tagger/model-file.ts";
import { loadModel } from "../../shared/detect/tagger/tagger.ts";
import { readOwn } from "./corpora.ts";
import { readLook, writeLook } from "./look-source.ts";
import { learnLook, lookExamples } from "./second-look.ts";
import { ownPages, weightOf } from "./texts.ts";

/** The heaviest page weighs one. */
const HEAVIEST = 4;

const given = process.argv.slice(2);
if (given[0] === "--add") {
  const target = given[1] as string;
  writeFileSync(target, writeModel({ ...readModel(readFileSync(target)), look: readLook() }));
} else {
  const pages = readOwn(ownPages);
  const examples = given.flatMap((one) => {
    const at = one.indexOf("=");
    const model = loadModel(readFileSync(one.slice(0, at)));
    const heldOut = new RegExp(one.slice(at + 1));
    return pages
      .filter(({ name }) => heldOut.test(name))
      .flatMap((page) => lookExamples(page, model, weightOf(page, false) / HEAVIEST));
  });
  writeLook(learnLook(examples));
  console.log(`second look: learnt from ${examples.length} words`);
}
