// The same original as the honest pair, burnt by the burner itself: cheats that only its own way of
// writing makes possible stand on this ground.
import { burn } from "../../../electron/burn/burn.ts";
import type { BurnInput, BurnReport } from "../../../shared/model/burning.ts";
import type { GoodPair } from "./good-pair.ts";

type BurnMode = BurnInput["mode"];

export interface BurntPair extends GoodPair {
  readonly claim: BurnReport;
}

export async function burntPair(pair: Omit<GoodPair, "good">, mode: BurnMode): Promise<BurntPair> {
  const { original, marks } = pair;
  const { bytes, report } = await burn({
    original,
    marks,
    mode,
    language: "en-GB",
    epoch: 0,
  });
  return { ...pair, good: bytes, claim: report };
}
