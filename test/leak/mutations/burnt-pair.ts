// The same original as the honest pair, burnt by the burner itself: cheats that only its own way of
// writing makes possible stand on this ground.
import { burn } from "../../../electron/burn/burn.ts";
import type { BurnReport } from "../../../shared/model/burning.ts";
import type { GoodPair } from "./good-pair.ts";

export interface BurntPair extends GoodPair {
  readonly claim: BurnReport;
}

export async function burntPair(pair: GoodPair): Promise<BurntPair> {
  const { original, marks } = pair;
  const { bytes, report } = await burn({
    original,
    marks,
    mode: "auto",
    language: "en-GB",
    epoch: 0,
  });
  return { ...pair, good: bytes, claim: report };
}
