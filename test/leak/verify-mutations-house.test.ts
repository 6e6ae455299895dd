// V3 once more: cheats in a document that leads about, with links, bookmarks, tags, pictures and a ring of
// names, against the whole verifier.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verify } from "../../electron/verify/verify.ts";
import type { Verification } from "../../shared/model/verification.ts";
import type { BurntPair } from "./mutations/burnt-pair.ts";
import { edited } from "./mutations/edit.ts";
import { housePair } from "./mutations/house-pair.ts";
import { LABELS_STAND, LINES_STAND } from "./mutations/in-house-lines.ts";
import { LEADING } from "./mutations/in-house.ts";

const CHEATS = [...LEADING, ...LABELS_STAND, ...LINES_STAND];

describe("V3: the verifier against cheats in a document that leads about", () => {
  let house: BurntPair;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "candour-cheats-"));
    house = await housePair();
  }, 120_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function judge(candidate: Uint8Array): Promise<Verification> {
    const candidatePath = join(folder, "house.pdf");
    await writeFile(candidatePath, candidate);
    const { original, marks, claim } = house;
    return verify({ original, candidatePath, marks, claim });
  }

  it("V2: what the burner makes of it passes, and so it does when it is written again", async () => {
    expect(house.claim.pages.map(({ kind }) => kind)).toEqual(["crisp", "crisp", "crisp"]);
    expect((await judge(house.good)).findings).toEqual([]);
    const again = edited("", "", () => undefined);
    expect((await judge(await again.make(house))).findings).toEqual([]);
  });

  it.each(CHEATS.map((mutation) => [mutation.name, mutation] as const))(
    "V3: %s: caught",
    async (_, mutation) => {
      const result = await judge(await mutation.make(house));
      expect(result.passed).toBe(false);
      expect(result.findings.map(({ check }) => check)).toContain(mutation.check);
    },
  );
});
