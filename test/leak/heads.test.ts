// Heads and feet that repeat a burnt text without a mark of their own: the headless command burns it
// there too (the plan is completed), twins stay equal, and what is no head stays as it was.
import { describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import { completePlan } from "../../electron/burn/complete-plan.ts";
import { verify } from "../../electron/verify/verify.ts";
import type { MarksFile, PlanMark } from "../../shared/model/plan.ts";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { LeakDocument, literal, mark, sentence, SURROUNDINGS } from "../fixtures/leaks/leak.ts";
import { readWithPdfium } from "./oracle/engines.ts";

const NAMES = ["Marian Ashgrove", "Wilhelmina Featherstonehaugh"];

interface Made {
  readonly bytes: Uint8Array;
  readonly marks: MarksFile;
}

const line = (text: string, y: number, x = 72) => `BT /F1 9 Tf ${x} ${y} Td ${literal(text)} Tj ET`;

/** Pages of one body each; the name is marked in the body of the first alone. */
function made(
  name: string,
  pages: number,
  furniture: (name: string, page: number) => string,
  label?: string,
): Made {
  const document = new LeakDocument();
  const { operators, rect } = sentence("The child ", name, " was seen at home.");
  for (let page = 1; page <= pages; page++) {
    document.page({
      content: `${furniture(name, page)}\n${SURROUNDINGS}${page === 1 ? `\n${operators}` : ""}`,
    });
  }
  const given = mark(rect, 1, label === undefined ? {} : { label });
  return { bytes: document.finish(), marks: { marks: [given] } };
}

async function headsOf(bytes: Uint8Array, marks: readonly PlanMark[]) {
  return (await completePlan({ bytes, marks })).heads;
}

async function burnt({ bytes, marks }: Made) {
  const added = await headsOf(bytes, marks.marks);
  const plan = [...marks.marks, ...added];
  const output = await burn({ original: bytes, marks: plan, mode: "auto", language: "en-GB" });
  const folder = mkdtempSync(path.join(tmpdir(), "heads-"));
  try {
    const candidatePath = path.join(folder, "out.pdf");
    writeFileSync(candidatePath, output.bytes);
    const { findings } = await verify({
      original: bytes,
      candidatePath,
      marks: plan,
      claim: output.report,
    });
    return { added, output, findings, texts: await readWithPdfium(output.bytes) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const HEADS: readonly (readonly [string, number, (name: string, page: number) => string])[] = [
  ["a head on one page", 1, (name) => line(`Review of ${name}, in confidence`, 755)],
  ["a head in capitals", 2, (name) => line(`REVIEW OF ${name.toUpperCase()}`, 760)],
  ["a foot with the page's number", 3, (name, page) => line(`${name} - page ${page} of 3`, 30)],
  [
    "a line that stands upright in the margin",
    2,
    (name) => `BT /F1 9 Tf 0 1 -1 0 30 300 Tm ${literal(`Review of ${name}`)} Tj ET`,
  ],
  [
    "a head far from the edge that recurs",
    3,
    (name, page) => line(`Review of ${name} | ${page}`, 728),
  ],
];

describe("B1, B2 heads and feet that repeat what is burnt", () => {
  it.each(HEADS)("%s", { timeout: 60_000 }, async (_, pages, furniture) => {
    const [first, second] = [
      await burnt(made(NAMES[0]!, pages, furniture)),
      await burnt(made(NAMES[1]!, pages, furniture)),
    ];
    for (const [i, version] of [first, second].entries()) {
      expect(version.added).toHaveLength(pages);
      expect(version.added.every((one) => one.label === "Child A")).toBe(true);
      expect(version.findings).toEqual([]);
      const text = version.texts.join(" ").toLowerCase();
      for (const word of NAMES[i]!.toLowerCase().split(" ")) expect(text).not.toContain(word);
      expect(text.match(/child a/g)).toHaveLength(pages + 1);
    }
    expect(Buffer.compare(first.output.bytes, second.output.bytes)).toBe(0);
  });

  it("takes the surname alone where it stands nowhere in the body", async () => {
    const { bytes, marks } = made(NAMES[0]!, 2, (name) => line(name.split(" ")[1]!, 760));
    expect(await headsOf(bytes, marks.marks)).toHaveLength(2);
  });

  it("leaves a head that was marked already", async () => {
    const { bytes, marks } = made(NAMES[0]!, 2, (name) => line(name, 760));
    const added = await headsOf(bytes, marks.marks);
    const again = await headsOf(bytes, [...marks.marks, ...added]);
    expect([added.length, again.length]).toEqual([2, 0]);
  });

  it("keeps a plain box plain, and its reason", async () => {
    const { bytes, marks } = made(NAMES[0]!, 1, (name) => line(name, 760));
    const { label: _, ...plain } = marks.marks[0]!;
    const [added] = await headsOf(bytes, [{ ...plain, reason: "other" }]);
    expect(added).toMatchObject({ page: 1, reason: "other" });
    expect(added).not.toHaveProperty("label");
  });
});

describe("B3 what is no head stays", () => {
  it("text of the body that begins near the edge", async () => {
    const { bytes, marks } = made(NAMES[0]!, 2, (name, page) =>
      ["ate", "slept", "wrote", "sang", "wept"]
        .map((did, i) =>
          line(`${name} ${did} ${page === 1 ? "at home" : "elsewhere"}`, 760 - 12 * i),
        )
        .join("\n"),
    );
    expect(await headsOf(bytes, marks.marks)).toEqual([]);
  });

  it.each([
    ["the same name in the body of another page", 2, (name: string) => line(name, 500)],
    [
      "a line near the upper edge that does not recur",
      2,
      (name: string, page: number) =>
        page === 1 ? line(`${name} was born in May`, 728) : line("Nothing is told here", 728),
    ],
  ] as const)("%s", async (_, pages, furniture) => {
    const { bytes, marks } = made(NAMES[0]!, pages, furniture);
    expect(await headsOf(bytes, marks.marks)).toEqual([]);
  });

  it("a line that nobody sees", async () => {
    const { bytes, marks } = made(NAMES[0]!, 2, (name) => `3 Tr ${line(name, 765)} 0 Tr`);
    expect(await headsOf(bytes, marks.marks)).toEqual([]);
  });

  it("a burnt word that everybody uses", async () => {
    const { bytes, marks } = made("Review", 2, (name) => line(`${name} of practice`, 760));
    expect(await headsOf(bytes, marks.marks)).toEqual([]);
  });

  it("a head whose own words were marked, on the pages where they were not", async () => {
    const document = new LeakDocument();
    const { operators, rect } = sentence("", "Ashgrove", " Partnership", [72, 760], 9);
    for (let page = 1; page <= 2; page++)
      document.page({ content: `${operators}\n${SURROUNDINGS}` });
    const marks = [mark(rect)];
    expect(await headsOf(document.finish(), marks)).toEqual([]);
  });
});
