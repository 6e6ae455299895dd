// Prints what the shipped tagger finds, with n and 95 % intervals: on TAB dev, on the kept pages
// that were looked at while it was built, on pages written afterwards and measured unseen, and on
// the pages that the author of the rules kept. Needs ../shared/detection.
// An entity counts as found only when every word of every mention of it is masked, as the
// benchmark does; a masked word is right when it lies in any annotated span, NO_MASK included.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadModel, tag } from "../../shared/detect/tagger/tagger.ts";
import { tokenise } from "../../shared/detect/tagger/tokens.ts";
import { readOwn, readTab } from "./corpora.ts";
import type { LabelledText } from "./corpora.ts";

/** Words that mask nothing by themselves; TAB's evaluation leaves them out as well. */
const SMALL = /^(the|of|and|in|at|for|to|a|an|on|by|with|mr|mrs|ms|no|nr|about|or|s|’|')$/i;

class Share {
  right = 0;
  all = 0;

  count(right: boolean): void {
    this.all += 1;
    if (right) this.right += 1;
  }

  /** Wilson's interval. */
  toString(): string {
    const { right: x, all: n } = this;
    if (n === 0) return "–";
    const p = x / n;
    const z = 1.96;
    const mid = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
    const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
    return `${p.toFixed(3)} [${(mid - half).toFixed(3)}–${Math.min(1, mid + half).toFixed(3)}] n=${n}`;
  }
}

const root = join(import.meta.dirname, "../..");
const model = loadModel(
  new Uint8Array(readFileSync(join(root, "shared/detect/tagger/candour-tagger.model.bin"))),
);

export function measure(name: string, texts: readonly LabelledText[], lowest: number): void {
  const direct = new Share();
  const quasi = new Share();
  const tokens = new Share();
  const precision = new Share();
  const classes = new Map<string, Share>();
  for (const { text, spans, unsure } of texts) {
    const masked = new Uint8Array(text.length);
    for (const span of tag(text, model, { lowest })) masked.fill(1, span.start, span.end);
    const owner = new Int32Array(text.length).fill(-1);
    spans.forEach((span, i) => owner.fill(i, span.start, span.end));
    for (const one of unsure) owner.fill(-2, one.start, one.end);
    const missed = new Set<number>();
    const words = tokenise(text);
    for (let i = 0; i < words.count; i++) {
      const start = words.start[i] ?? 0;
      const word = text.slice(start, words.end[i]);
      const by = owner[start] ?? -1;
      if (by === -2 || SMALL.test(word) || !/[\p{L}\p{N}]/u.test(word)) continue;
      const hit = masked[start] === 1;
      if (hit) precision.count(by >= 0);
      const span = spans[by];
      if (span === undefined) continue;
      if (!hit) missed.add(by);
      if (span.identifier !== "NO_MASK") tokens.count(hit);
      const share = classes.get(span.type) ?? new Share();
      classes.set(span.type, share);
      share.count(hit);
    }
    const entities = new Map<string, { found: boolean; kind: string }>();
    spans.forEach((span, i) => {
      const key = span.entity ?? String(i);
      const entity = entities.get(key) ?? { found: true, kind: "NO_MASK" };
      entities.set(key, entity);
      if (missed.has(i)) entity.found = false;
      const kind = span.identifier ?? "QUASI";
      if (kind === "DIRECT" || entity.kind === "NO_MASK") entity.kind = kind;
    });
    for (const { found, kind } of entities.values()) {
      if (kind === "DIRECT") direct.count(found);
      else if (kind === "QUASI") quasi.count(found);
    }
  }
  console.log(`\n${name}, score ≥ ${lowest}`);
  console.log(`  entity recall direct ${direct}`);
  console.log(`  entity recall quasi  ${quasi}`);
  console.log(`  token recall         ${tokens}`);
  console.log(`  precision            ${precision}`);
  for (const [type, share] of classes) console.log(`    ${type.padEnd(9)} ${share}`);
}

const fixtures = join(root, "test/fixtures/detection");
const parts: [string, LabelledText[]][] = [
  ["TAB dev", readTab(join(root, "../shared/detection/tab/tab_dev.json"))],
  ["kept pages, looked at", readOwn(join(fixtures, "kept-tagger"))],
  ["kept pages, blind", readOwn(join(fixtures, "kept-blind"))],
  ["kept pages of the rules' author", readOwn(join(fixtures, "kept"))],
];
const scores = process.argv.slice(2).map(Number);
for (const [name, texts] of parts)
  for (const lowest of scores.length > 0 ? scores : [0.3, 0.05, 0.03]) measure(name, texts, lowest);
