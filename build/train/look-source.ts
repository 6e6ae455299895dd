// The weights of the tagger's second look, as a text beside the trainer: LOOK_WEIGHTS numbers. They are learnt from
// models that leave pages out, which takes as long as several models, so it is done once and not with every model.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LOOK_WEIGHTS } from "../../shared/detect/tagger/second-look.ts";

const file = join(import.meta.dirname, "second-look.txt");
const PER_LINE = 12;

export function readLook(): Float32Array {
  const numbers = readFileSync(file, "utf8").trim().split(/\s+/).map(Number);
  if (numbers.length !== LOOK_WEIGHTS || numbers.some(Number.isNaN))
    throw new Error("The second look's weights are of another version; run learn-look.ts.");
  return Float32Array.from(numbers);
}

export function writeLook(weights: Float32Array): void {
  const lines: string[] = [];
  for (let i = 0; i < weights.length; i += PER_LINE)
    lines.push(Array.from(weights.subarray(i, i + PER_LINE), (one) => one.toFixed(4)).join(" "));
  writeFileSync(file, `${lines.join("\n")}\n`);
}
