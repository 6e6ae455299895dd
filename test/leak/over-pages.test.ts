// V3: pages whose text runs over their ends are verified together, with the burner's claim and without
// it, and nothing passes there that would not pass on one page.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { degrees, PDFDocument } from "pdf-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { verify } from "../../electron/verify/verify.ts";
import type { BurnReport } from "../../shared/model/burning.ts";
import type { Verification } from "../../shared/model/verification.ts";
import type { BurntPair } from "./mutations/burnt-pair.ts";
import { ALIKE, OVER_PAGES, pagesPair } from "./mutations/over-pages.ts";

describe.each(["Chromium", "LibreOffice"])("text that runs over pages, set by %s", (typesetter) => {
  let pair: BurntPair;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "candour-pages-"));
    pair = await pagesPair(typesetter);
  }, 60_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function judge(candidate: Uint8Array, claimed: boolean): Promise<Verification> {
    const candidatePath = join(folder, "candidate.pdf");
    await writeFile(candidatePath, candidate);
    const { original, marks, claim } = pair;
    return verify({ original, candidatePath, marks, ...(claimed ? { claim } : {}) });
  }

  it("B1: its pages are laid out together, and the bits for that are stated", () => {
    const { pages, notes } = pair.claim;
    const total = pages.length;
    expect(pages.map(({ kind, run }) => [kind, run])).toEqual(
      pages.map(() => ["crisp", [1, total]]),
    );
    expect(pages[0]!.boxes[0]!.bits).toBeGreaterThan(0);
    expect(notes.join(" ")).toContain("runs on over the ends of pages");
  });

  it("B1: pages that are asked to stand alone do", async () => {
    const { original, marks } = pair;
    const asked = { mode: "auto", language: "en-GB", epoch: 0, alonePages: [2] } as const;
    const { report } = await burn({ original, marks, ...asked });
    expect(report.pages.flatMap(({ run }) => run ?? [])).not.toContain(2);
  });

  it("B1: a page after it that cannot be part of it hinders none before", async () => {
    const longer = await PDFDocument.load(pair.original, { updateMetadata: false });
    const total = longer.getPageCount();
    const [last] = await longer.copyPages(longer, [total - 1]);
    longer.addPage(last!).setRotation(degrees(180));
    const { pages } = await burnt(await longer.save(), pair);
    const together = Array.from({ length: total }, () => [1, total]);
    expect(pages.map(({ run }) => run)).toEqual([...together, undefined]);
  });

  it.each([true, false])("V2: it passes, claimed: %s", async (claimed) => {
    expect((await judge(pair.good, claimed)).findings).toEqual([]);
  });

  it.each(
    OVER_PAGES.flatMap((mutation) =>
      [true, false].map((claimed) => [mutation.name, claimed, mutation] as const),
    ),
  )("V3: %s, is caught, claimed: %s", async (_, claimed, mutation) => {
    const result = await judge(await mutation.make(pair), claimed);
    expect(result.passed).toBe(false);
    expect(result.findings.map(({ check }) => check)).toContain(mutation.check);
  });
});

it("B1: whether a run ends in the middle of its text or with its last page, the bits of both are stated", async () => {
  const pair = await pagesPair("Chromium");
  const turned = await PDFDocument.load(pair.original, { updateMetadata: false });
  const total = turned.getPageCount();
  turned.getPage(total - 1).setRotation(degrees(180));
  const { pages } = await burnt(await turned.save(), pair);
  expect(pages[0]!.run).toEqual([1, total - 1]);
  expect(pages[0]!.boxes[0]!.bits).toBe(2);
  expect(pair.claim.pages[0]!.boxes[0]!.bits).toBe(2);
});

it.each([true, false])(`V3: ${ALIKE.name}, are caught, claimed: %s`, async (claimed) => {
  const { original, marks, claim, ...pair } = await pagesPair("Chromium");
  const folder = await mkdtemp(join(tmpdir(), "candour-alike-"));
  try {
    const candidatePath = join(folder, "candidate.pdf");
    await writeFile(candidatePath, await ALIKE.make({ original, marks, ...pair }));
    const told = claimed ? { claim } : {};
    const { findings } = await verify({ original, candidatePath, marks, ...told });
    expect(findings.map(({ check }) => check)).toContain(ALIKE.check);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it("B1: in a long document every chapter's pages are laid out together, and pass together", async () => {
  const pair = await pagesPair("LibreOffice");
  const total = pair.claim.pages.length;
  const copies = Math.ceil(31 / total);
  const long = await PDFDocument.create({ updateMetadata: false });
  const source = await PDFDocument.load(pair.original, { updateMetadata: false });
  for (let i = 0; i < copies; i++)
    for (const page of await long.copyPages(source, source.getPageIndices())) long.addPage(page);
  const original = await long.save();
  const marks = Array.from({ length: copies }, (_, i) =>
    pair.marks.map((mark) => ({
      ...mark,
      page: mark.page + i * total,
      ...(mark.group ? { group: `${mark.group} ${i}` } : {}),
    })),
  ).flat();
  const asked = { mode: "auto", language: "en-GB", epoch: 0 } as const;
  const { bytes, report } = await burn({ original, marks, ...asked });
  expect(report.pages.map(({ run }) => run)).toEqual(
    report.pages.map((_, i) => {
      const first = Math.floor(i / total) * total + 1;
      return [first, first + total - 1];
    }),
  );
  const folder = await mkdtemp(join(tmpdir(), "candour-long-"));
  try {
    const candidatePath = join(folder, "candidate.pdf");
    await writeFile(candidatePath, bytes);
    const { findings } = await verify({ original, candidatePath, marks, claim: report });
    expect(findings).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 120_000);

async function burnt(original: Uint8Array, { marks }: BurntPair): Promise<BurnReport> {
  return (await burn({ original, marks, mode: "auto", language: "en-GB", epoch: 0 })).report;
}
