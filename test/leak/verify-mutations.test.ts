// V3: the verifier's own blindness is tested. A good export passes; each of the cheats is caught
// by the check that is there for it; no result ever speaks a secret.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verify } from "../../electron/verify/verify.ts";
import type { Verification } from "../../shared/model/verification.ts";
import { PdfiumEngine } from "../../electron/verify/engines/pdfium.ts";
import { PdfiumPage } from "../../electron/verify/engines/pdfium-page.ts";
import { BENEATH_CRISP, BENEATH_SEALED, beneathPair } from "./mutations/beneath.ts";
import { burntPair } from "./mutations/burnt-pair.ts";
import type { BurntPair } from "./mutations/burnt-pair.ts";
import { CHOICES } from "./mutations/choices.ts";
import { CLONES, LABELS_DRAWN } from "./mutations/clones.ts";
import { DRAWN_BESIDE, GAPS, RULES, SPACING } from "./mutations/drawn.ts";
import {
  CROSSED_LABELS,
  evenPair,
  EXCHANGED_CELLS,
  EXCHANGED_LINES,
  EXCHANGED_PARAGRAPHS,
  labelledPair,
  rowPair,
} from "./mutations/exchanged.ts";
import { FOREIGN } from "./mutations/foreign.ts";
import { foreignPair } from "./mutations/foreign-pair.ts";
import { goodPair } from "./mutations/good-pair.ts";
import type { GoodPair } from "./mutations/good-pair.ts";
import { edited } from "./mutations/edit.ts";
import type { Mutation } from "./mutations/edit.ts";
import { areaPair, AREAS_CRISP, AREAS_SEALED } from "./mutations/in-areas.ts";
import { columnsPair, IN_COLUMNS } from "./mutations/in-columns.ts";
import { IN_PIXELS } from "./mutations/in-pixels.ts";
import { IN_TAGS } from "./mutations/in-tags.ts";
import { taggedPair } from "./mutations/tagged-pair.ts";
import { MUTATIONS, SECRET_PICTURE } from "./mutations/mutations.ts";
import { ODD_MUTATIONS } from "./mutations/odd.ts";
import { anewPair, REORDERED } from "./mutations/reordered.ts";
import { LEFT_ON_SCANS } from "./mutations/left-on-scans.ts";
import { ON_SCANS, scanPair } from "./mutations/on-scans.ts";
import { SETTING } from "./mutations/setting.ts";
import { oddPair } from "./mutations/odd-pair.ts";
import type { OddPair } from "./mutations/odd-pair.ts";

/** In lines that were set anew. */
const ANEW = [...REORDERED, ...CLONES, ...LABELS_DRAWN, ...EXCHANGED_LINES];

/** Drawings and gaps on the page that the burner makes of the honest pair. */
const DRAWN = [...DRAWN_BESIDE, ...GAPS, ...SPACING, ...SETTING];

/** On a row of cells. */
const IN_ROWS = [...EXCHANGED_CELLS, ...RULES];

/** On a scan. */
const SCANNED = [...ON_SCANS, ...LEFT_ON_SCANS];

/** Words that nobody sees. */
const BENEATH = [
  ...BENEATH_CRISP.map((mutation) => ["auto", mutation] as const),
  ...BENEATH_SEALED.map((mutation) => ["sealed", mutation] as const),
];

/** Drawings in a mark over an area. */
const AREAS = [
  ...AREAS_CRISP.map((mutation) => ["auto", mutation] as const),
  ...AREAS_SEALED.map((mutation) => ["sealed", mutation] as const),
];

describe("V3: the verifier against cheats", () => {
  let pair: GoodPair;
  let odd: OddPair;
  let tagged: GoodPair;
  let burnt: BurntPair;
  let sealed: BurntPair;
  let foreign: BurntPair;
  let anew: BurntPair;
  let row: BurntPair;
  let even: BurntPair;
  let labelled: BurntPair;
  let columns: BurntPair;
  let scan: BurntPair;
  let beneath: Record<"auto" | "sealed", BurntPair>;
  let areas: Record<"auto" | "sealed", BurntPair>;
  let folder: string;
  let caught = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "candour-cheats-"));
    pair = await goodPair();
    odd = await oddPair();
    tagged = await taggedPair(pair);
    burnt = await burntPair(pair, "auto");
    sealed = await burntPair(pair, "sealed");
    foreign = await foreignPair();
    anew = await anewPair();
    row = await rowPair();
    even = await evenPair();
    labelled = await labelledPair();
    columns = await columnsPair();
    scan = await scanPair();
    beneath = { auto: await beneathPair("auto"), sealed: await beneathPair("sealed") };
    areas = { auto: await areaPair("auto"), sealed: await areaPair("sealed") };
    SECRET_PICTURE.current = await pictureOf(pair);
  }, 120_000);

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    console.log(
      `cheats caught: ${caught} of ${MUTATIONS.length + ODD_MUTATIONS.length + IN_TAGS.length + CHOICES.length + FOREIGN.length + ANEW.length + IN_ROWS.length + EXCHANGED_PARAGRAPHS.length + CROSSED_LABELS.length + IN_COLUMNS.length + DRAWN.length + SCANNED.length + BENEATH.length + AREAS.length + IN_PIXELS.length}`,
    );
  });

  async function judge(candidate: Uint8Array, { original, marks } = pair): Promise<Verification> {
    const candidatePath = join(folder, "candidate.pdf");
    await writeFile(candidatePath, candidate);
    return verify({ original, candidatePath, marks });
  }

  async function judgeOdd(candidate: Uint8Array, claimed = true): Promise<Verification> {
    const candidatePath = join(folder, "odd.pdf");
    await writeFile(candidatePath, candidate);
    const { original, marks, claim } = odd;
    return verify({ original, candidatePath, marks, ...(claimed ? { claim } : {}) });
  }

  async function judgeBurnt(candidate: Uint8Array, like = burnt): Promise<Verification> {
    const candidatePath = join(folder, "burnt.pdf");
    await writeFile(candidatePath, candidate);
    const { original, marks, claim } = like;
    return verify({ original, candidatePath, marks, claim });
  }

  it("V2: a good export passes, twice alike", async () => {
    const first = await judge(pair.good);
    expect(first.findings).toEqual([]);
    expect(first.passed).toBe(true);
    expect(await judge(pair.good)).toEqual(first);
  });

  it.each(MUTATIONS.map((mutation) => [mutation.name, mutation] as const))(
    "V3: %s is caught",
    async (_, mutation) => {
      expectCaught(await judge(await mutation.make(pair)), mutation, pair);
      caught++;
    },
  );

  it("V2: a good export with tags passes", async () => {
    expect((await judge(tagged.good, tagged)).findings).toEqual([]);
  });

  it.each(IN_TAGS.map((mutation) => [mutation.name, mutation] as const))(
    "V3: %s is caught in the tags",
    async (_, mutation) => {
      expectCaught(await judge(await mutation.make(tagged), tagged), mutation, tagged);
      caught++;
    },
  );

  it("V2: what the burner makes of it passes, and so it does when it is written again", async () => {
    expect((await judgeBurnt(burnt.good)).findings).toEqual([]);
    const again = edited("", "", () => undefined);
    expect((await judgeBurnt(await again.make(burnt))).findings).toEqual([]);
  });

  it.each(CHOICES.map((mutation) => [mutation.name, mutation] as const))(
    "V4: %s is caught in a burnt file",
    async (_, mutation) => {
      expectCaught(await judgeBurnt(await mutation.make(burnt)), mutation, burnt);
      caught++;
    },
  );

  it.each(DRAWN.map((mutation) => [mutation.name, mutation] as const))(
    "V3: %s, is caught in a burnt file",
    async (_, mutation) => {
      const result = await judgeBurnt(await mutation.make(burnt));
      expectCaught(result, mutation, burnt);
      // Nothing but its look gives it away.
      const looks = [mutation.check, "labels-placed", "page-unchanged"];
      for (const { check } of result.findings) expect(looks).toContain(check);
      caught++;
    },
  );

  it("V2: letters of fonts that the original only names pass, written again as well", async () => {
    expect(foreign.claim.pages.map(({ kind }) => kind)).toEqual(["crisp"]);
    expect((await judgeBurnt(foreign.good, foreign)).findings).toEqual([]);
    const again = edited("", "", () => undefined);
    expect((await judgeBurnt(await again.make(foreign), foreign)).findings).toEqual([]);
  });

  it.each(FOREIGN.map((mutation) => [mutation.name, mutation] as const))(
    "V3: %s is caught",
    async (_, mutation) => {
      const result = await judgeBurnt(await mutation.make(foreign), foreign);
      expectCaught(result, mutation, foreign);
      // By nothing else that knows what a page says: the look is all that gives it away.
      const checks = result.findings.map(({ check }) => check);
      for (const check of ["words-kept", "terms-absent"]) expect(checks).not.toContain(check);
      caught++;
    },
  );

  it("V2: what is sealed passes, and so it does when it is written again", async () => {
    expect((await judgeBurnt(sealed.good, sealed)).findings).toEqual([]);
    const again = edited("", "", () => undefined);
    expect((await judgeBurnt(await again.make(sealed), sealed)).findings).toEqual([]);
  });

  it.each(IN_PIXELS.map((mutation) => [mutation.name, mutation] as const))(
    "V3: %s is caught on a sealed page",
    async (_, mutation) => {
      expectCaught(await judgeBurnt(await mutation.make(sealed), sealed), mutation, sealed);
      caught++;
    },
  );

  it("V2: what was set anew passes", async () => {
    expect((await judgeBurnt(anew.good, anew)).findings).toEqual([]);
  });

  it.each(ANEW.map((mutation) => [mutation.name, mutation] as const))(
    "V3: %s is caught in a line set anew",
    async (_, mutation) => {
      expectCaught(await judgeBurnt(await mutation.make(anew), anew), mutation, anew);
      caught++;
    },
  );

  it("V2: a scan without text passes", async () => {
    expect((await judgeBurnt(scan.good, scan)).findings).toEqual([]);
  });

  it.each(SCANNED.map((mutation) => [mutation.name, mutation] as const))(
    "V3: %s, is caught on a scan",
    async (_, mutation) => {
      expectCaught(await judgeBurnt(await mutation.make(scan), scan), mutation, scan);
      caught++;
    },
  );

  it("V2: a row of cells passes", async () => {
    expect((await judgeBurnt(row.good, row)).findings).toEqual([]);
  });

  it.each(IN_ROWS.map((mutation) => [mutation.name, mutation] as const))(
    "V3: %s is caught",
    async (_, mutation) => {
      expectCaught(await judgeBurnt(await mutation.make(row), row), mutation, row);
      caught++;
    },
  );

  it("V2: paragraphs as far apart as marked ones pass", async () => {
    expect((await judgeBurnt(even.good, even)).findings).toEqual([]);
  });

  it.each(EXCHANGED_PARAGRAPHS.map((mutation) => [mutation.name, mutation] as const))(
    "V3: %s, is caught",
    async (_, mutation) => {
      expectCaught(await judgeBurnt(await mutation.make(even), even), mutation, even);
      caught++;
    },
  );

  it("V2: two people in a paragraph and two in a table pass", async () => {
    expect((await judgeBurnt(labelled.good, labelled)).findings).toEqual([]);
  });

  it.each(CROSSED_LABELS.map((mutation) => [mutation.name, mutation] as const))(
    "V3: %s, is caught",
    async (_, mutation) => {
      const result = await judgeBurnt(await mutation.make(labelled), labelled);
      expectCaught(result, mutation, labelled);
      expect(new Set(result.findings.map(({ check }) => check))).toEqual(new Set([mutation.check]));
      caught++;
    },
  );

  it("V2: two columns whose lines break elsewhere than they did pass", async () => {
    expect(columns.claim.pages.map(({ kind }) => kind)).toEqual(["crisp"]);
    expect((await judgeBurnt(columns.good, columns)).findings).toEqual([]);
  });

  it.each(IN_COLUMNS.map((mutation) => [mutation.name, mutation] as const))(
    "V3: %s: caught",
    async (_, mutation) => {
      expectCaught(await judgeBurnt(await mutation.make(columns), columns), mutation, columns);
      caught++;
    },
  );

  it.each(["auto", "sealed"] as const)(
    "V2: words beneath lines left out pass, %s",
    async (mode) => {
      const result = await judgeBurnt(beneath[mode].good, beneath[mode]);
      expect(result.findings).toEqual([]);
    },
  );

  it.each(BENEATH.map(([mode, mutation]) => [mutation.name, mode, mutation] as const))(
    "V3: %s, put back, is caught, %s",
    async (_, mode, mutation) => {
      const pair = beneath[mode];
      expectCaught(await judgeBurnt(await mutation.make(pair), pair), mutation, pair);
      caught++;
    },
  );

  it.each(["auto", "sealed"] as const)("V2: an area burnt whole passes, %s", async (mode) => {
    const pair = areas[mode];
    expect(pair.claim.pages.map(({ kind }) => kind)).toEqual([mode === "auto" ? "crisp" : mode]);
    expect((await judgeBurnt(pair.good, pair)).findings).toEqual([]);
  });

  it.each(AREAS.map(([mode, mutation]) => [mutation.name, mode, mutation] as const))(
    "V3: %s, left or put back, is caught, %s",
    async (_, mode, mutation) => {
      const pair = areas[mode];
      expectCaught(await judgeBurnt(await mutation.make(pair), pair), mutation, pair);
      caught++;
    },
  );

  it("V2: the odd export passes, with and without its claim", async () => {
    expect((await judgeOdd(odd.good)).findings).toEqual([]);
    expect((await judgeOdd(odd.good, false)).findings).toEqual([]);
  });

  it.each(ODD_MUTATIONS.map((mutation) => [mutation.name, mutation] as const))(
    "V3: %s is caught on the odd pair",
    async (_, mutation) => {
      expectCaught(await judgeOdd(await mutation.make(odd)), mutation, odd);
      caught++;
    },
  );
});

function expectCaught(result: Verification, { check }: Mutation, { secrets }: GoodPair): void {
  expect(result.passed).toBe(false);
  expect(result.findings.map((finding) => finding.check)).toContain(check);
  const told = JSON.stringify(result).toLowerCase();
  for (const secret of secrets) expect(told).not.toContain(secret.toLowerCase());
}

/** The original's pixels of the first mark, as an image that stands upright in a PDF. */
async function pictureOf({ original, marks }: GoodPair): Promise<typeof SECRET_PICTURE.current> {
  const engine = await PdfiumEngine.start();
  const document = engine.open(original);
  const page = new PdfiumPage(document, 0, 1);
  const scale = 2;
  const raster = page.render(scale);
  page.close();
  document.close();
  const [x0, y0, x1, y1] = marks[0]!.rect.map(Math.round) as [number, number, number, number];
  const width = (x1 - x0) * scale;
  const height = (y1 - y0) * scale;
  const pixels = new Uint8Array(width * height);
  const top = raster.height - y1 * scale;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      pixels[y * width + x] = raster.grey[(top + y) * raster.width + x0 * scale + x]!;
  return { pixels, width, height, rect: [x0, y0, x1, y1] };
}
