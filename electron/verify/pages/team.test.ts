// Pages verified by two threads give what one thread gives, word for word; and what a thread leaves
// undone is never passed.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { benchDocument } from "../../../test/bench/burn-document.ts";
import { shortPages } from "../../../test/fixtures/short-pages.ts";
import type { PlanMark } from "../../../shared/model/plan.ts";
import { Refusal } from "../../../shared/model/refusal.ts";
import { Findings, NotedFindings } from "../findings.ts";
import { verify } from "../verify.ts";
import type { Helper } from "./helper.ts";
import type { TeamInput } from "./messages.ts";
import { openReader } from "./open-reader.ts";
import type { PagesRead } from "./page-reader.ts";
import { FEWEST, LONG, Team, startHelper } from "./team.ts";
import type { Start } from "./team.ts";

const PAGES = 6;

/** The original as its own export: all that is burnt is still there, on every page. */
function naked(): TeamInput {
  const { bytes, marks } = benchDocument(PAGES);
  return { original: bytes, candidate: bytes, marks };
}

async function readBy(input: TeamInput, start?: Start, fewest = 1) {
  const told: number[] = [];
  const team = new Team(input, PAGES, (done) => told.push(done), start, fewest);
  const own = await openReader(input);
  const findings = new NotedFindings();
  try {
    const read = await team.read(own.reader, findings);
    return { read: await values(read), noted: findings.noted, told };
  } finally {
    await team.close();
    await own.close();
  }
}

/** What is asked for later is asked for now. */
async function values({ pages, unmarked, readAgain }: PagesRead) {
  const all: unknown[] = [];
  for (const { terms, ...page } of pages) {
    const { secondOriginal, ...others } = terms;
    all.push({ ...page, terms: others, second: await secondOriginal() });
  }
  return { pages: all, unmarked: [...unmarked].sort(), readAgain };
}

const none: Start = async () => undefined;

describe("two threads", () => {
  it("V1 find what one finds, in its order", async () => {
    const input = naked();
    const both = await readBy(input, () => startHelper(input));
    expect(both).toEqual(await readBy(input, none));
    const alone = await readBy(input, none, Infinity);
    expect(both).toEqual(alone);
    expect(both.read.pages).toHaveLength(PAGES);
    const found = both.noted.filter(({ kind }) => kind === "finding");
    expect(new Set(found.map(({ page }) => page)).size).toBe(PAGES);
    expect(both.told).toEqual([0, 1, 2, 3, 4, 5]);
  }, 120_000);

  it("B5 do not pass what a thread left undone", async () => {
    const input = naked();
    const start: Start = async () => {
      const helper = await startHelper(input);
      // It ends while it is at work.
      setTimeout(() => void helper?.close(), 1);
      return helper;
    };
    await expect(readBy(input, start)).rejects.toThrow("the second thread ended");
  }, 120_000);

  it("B5 refuse what the second cannot open", async () => {
    const input = naked();
    const broken: Start = async () => {
      const refused = new Refusal("undecodable", "Page 5 of the original cannot be read.", 5);
      const helper = { take: () => {}, read: () => Promise.reject(refused), close: async () => {} };
      return helper as unknown as Helper;
    };
    await expect(readBy(input, broken)).rejects.toThrow(Refusal);
  }, 120_000);
});

it("a check that only the second thread comes to is told as run", () => {
  const noted = new NotedFindings();
  noted.open("text-in-place");
  const all = new Findings();
  all.takeOver(noted.noted);
  expect(all.results()).toMatchObject([{ id: "text-in-place", passed: true }]);
});

describe("a long document", () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "candour-team-"));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ["V2 of two parts is judged to its last page", FEWEST],
    ["V2 is judged by both threads to its last page", LONG],
  ])(
    "%s",
    async (_, total) => {
      const original = shortPages(total);
      const candidatePath = join(folder, "long.pdf");
      await writeFile(candidatePath, original);
      const marks: PlanMark[] = [{ page: total, rect: [70, 695, 150, 715], reason: "name" }];
      const told: number[] = [];
      const { passed, findings } = await verify({ original, candidatePath, marks }, (_, done) =>
        told.push(done),
      );
      expect(passed).toBe(false);
      expect(findings.some(({ page }) => page === total)).toBe(true);
      expect(told.slice(1)).toEqual([...Array.from({ length: total + 1 }, (_, i) => i), total]);
    },
    120_000,
  );
});
