// The oracle is not blind: in every leak fixture as it comes, unburnt, it finds the secret; and it
// calls nothing a leak in a document without one (V3, for the suite's own judge).
import { describe, expect, it } from "vitest";
import { leakFixtures } from "../fixtures/leaks/index.ts";
import { judge } from "./oracle/oracle.ts";

const NOTHING = { pages: [], swept: {}, notes: [], engines: {} };

describe("the oracle", () => {
  for (const fixture of leakFixtures()) {
    it(`V3 sees the secret of channel ${fixture.channel}: ${fixture.name}`, async () => {
      const { leaks } = await judge(fixture, { bytes: fixture.bytes, report: NOTHING });
      expect(leaks).not.toEqual([]);
    });
  }

  it("V3 finds nothing where there is nothing", async () => {
    const [fixture] = leakFixtures();
    const other = { ...fixture!, secret: "Nowhereford", codes: ["FEEDFACE01"] };
    const { leaks, lost } = await judge(other, { bytes: fixture!.bytes, report: NOTHING });
    expect({ leaks, lost }).toEqual({ leaks: [], lost: [] });
  });
});
