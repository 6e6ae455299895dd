import { describe, expect, it } from "vitest";
import type { BurnInput, BurnOutput } from "../../shared/model/burning.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import { benchDocument } from "../../test/bench/burn-document.ts";
import { openPdfium } from "../pdfium/document.ts";
import { burn } from "./burn.ts";
import { KeptPages } from "./kept-pages.ts";

/** Widths of Helvetica's letters that the fixtures use, in thousandths of an em. */
const WIDTHS: Readonly<Record<string, number>> = { I: 278, i: 222, l: 222, W: 944, w: 722, m: 833 };

function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, c) => sum + ((WIDTHS[c] ?? 556) * size) / 1000, 0);
}

interface Drawing {
  readonly content: string;
  readonly objects?: readonly string[];
  readonly page?: string;
  readonly catalog?: string;
  readonly info?: string;
}

function pdf({ content, objects = [], page = "", catalog = "", info = "" }: Drawing): Uint8Array {
  const all = [
    `<</Type/Catalog/Pages 2 0 R ${catalog}>>`,
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>${page}>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ...objects,
    `<<${info}>>`,
  ];
  let text = "%PDF-1.7\n";
  const offsets = all.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj${object}endobj\n`;
    return at;
  });
  const xref = text.length;
  text += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n`;
  for (const at of offsets) text += `${String(at).padStart(10, "0")} 00000 n \n`;
  text += `trailer<</Root 1 0 R/Size ${all.length + 1}/Info ${all.length} 0 R>>\nstartxref\n${xref}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}

/** "low <secret> moon" with a line above that shows the margin, and a mark on the secret. */
function sentence(
  secret: string,
  extra: Partial<Drawing> = {},
): Pick<BurnInput, "original" | "marks"> {
  const x = 40 + widthOf("low ", 12) - ((556 - 278) * 12) / 1000; // the space is narrower
  const content =
    `BT /F 12 Tf 40 200 Td (A line above it that is longer) Tj ET ` +
    `BT /F 12 Tf 40 180 Td (low ${secret} moon) Tj ET`;
  const mark: PlanMark = {
    page: 1,
    rect: [x, 177, x + widthOf(secret, 12), 190],
    label: "Child A",
    reason: "child-name",
  };
  return { original: pdf({ content, ...extra }), marks: [mark] };
}

const burnt = (given: Pick<BurnInput, "original" | "marks">, change: Partial<BurnInput> = {}) =>
  burn({ ...given, mode: "sealed", language: "en-GB", epoch: 0, ...change });

async function textOf({ bytes }: BurnOutput): Promise<string> {
  const document = await openPdfium(bytes);
  const text = document.withPage(1, ({ handle }) => {
    const { api } = document.pdfium;
    const page = api.FPDFText_LoadPage(handle);
    let all = "";
    for (let i = 0; i < api.FPDFText_CountChars(page); i++) {
      all += String.fromCodePoint(api.FPDFText_GetUnicode(page, i));
    }
    api.FPDFText_ClosePage(page);
    return all;
  });
  document.close();
  return text.replace(/\s+/g, " ").trim();
}

describe.each(["sealed", "auto"] as const)("burning, mode %s", (mode) => {
  it("B1 gives equal bytes for twins with secrets of other widths", async () => {
    const [narrow, wide] = [sentence("Ill"), sentence("Wimmooo")];
    const a = await burnt(narrow, { mode });
    const b = await burnt(wide, { mode });
    expect(Buffer.compare(a.bytes, b.bytes)).toBe(0);
  });

  it("B2 B3 takes the marked word and nothing else, and the label says so", async () => {
    const output = await burnt(sentence("Wimmooo"), { mode });
    expect(await textOf(output)).toBe("A line above it that is longer low [Child A] moon");
    expect(output.report.pages[0]!.boxes).toHaveLength(1);
    // Lines of a sealed page keep their breaks, and another line stands over this one.
    const bits = mode === "sealed" ? 2 : 0;
    expect(output.report.pages[0]!.boxes[0]).toMatchObject({ label: "Child A", bits });
  });

  it("B2 sweeps the title and bookmarks, and brings no property of the source along", async () => {
    const given = sentence("Wimmooo", {
      catalog: "/Outlines 6 0 R/PageMode/UseNone",
      objects: [
        "<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 1>>",
        "<</Title(About Wimmooo)/Parent 6 0 R/Dest[3 0 R/Fit]>>",
      ],
      info: "/Title(Story of Wimmooo)/Author(Wimmooo)/Keywords(Wimmooo)",
    });
    const output = await burnt(given, { mode });
    expect(Buffer.from(output.bytes).includes("Wimmooo")).toBe(false);
    const document = await openPdfium(output.bytes);
    expect(document.title).toBe("Story of [Child A]");
    expect(document.info("Author")).toBe(null);
    expect(document.bookmarks()).toEqual([{ title: "About [Child A]", page: 1, children: [] }]);
    document.close();
    expect(output.report.swept).toEqual({ title: 1, bookmark: 1 });
  });

  it("a name marked letter by letter is swept from the title as a whole", async () => {
    const { original, marks } = sentence("Wimmooo", { info: "/Title(Story of Wimmooo)" });
    const [whole] = marks;
    let x = whole!.rect[0];
    const letters = [..."Wimmooo"].map((letter): PlanMark => {
      const from = x;
      x += widthOf(letter, 12);
      return { ...whole!, rect: [from + 0.2, whole!.rect[1], x - 0.2, whole!.rect[3]] };
    });
    const output = await burnt({ original, marks: letters });
    expect(output.report.swept).toEqual({ title: 1 });
    expect(Buffer.from(output.bytes).toString("latin1")).not.toContain("Wimmooo");
  });

  it("B1 writes no date unless one is given, and then exactly that", async () => {
    const given = sentence("Ill");
    const without = await burnt(given, { mode, epoch: undefined });
    expect(Buffer.from(without.bytes).includes("Date")).toBe(false);
    const dated = await burnt(given, { mode, epoch: 1_288_000_000 });
    expect(Buffer.from(dated.bytes).includes("D:20101025094640Z")).toBe(true);
  });
});

describe("sealing", () => {
  it.each([90, 180, 270])("B1 B3 re-sets the line of a page turned by %i", async (turn) => {
    const page = `/Rotate ${turn}`;
    const a = await burnt(sentence("Ill", { page }));
    const b = await burnt(sentence("Wimmooo", { page }));
    expect(Buffer.compare(a.bytes, b.bytes)).toBe(0);
    // The engine reads turned lines in an order of its own.
    expect((await textOf(a)).split(" ").sort()).toEqual(
      "A line above it that is longer low [Child A] moon".split(" ").sort(),
    );
  });

  it("B2 leaves words that nobody sees out of the text layer", async () => {
    const content =
      "BT /F 12 Tf 40 180 Td (seen) Tj 1 g 60 0 Td (whitewords) Tj 3 Tr 0 g 90 0 Td (unseen) Tj ET " +
      "BT /F 12 Tf 900 180 Td (offthepage) Tj ET " +
      "BT /F 12 Tf 40 60 Td (covered) Tj ET 0 0 0 rg 30 50 90 30 re f";
    const output = await burnt({ original: pdf({ content }), marks: [] });
    expect(await textOf(output)).toBe("seen");
  });

  it("closes up the later piece of a broken span", async () => {
    const { original, marks } = sentence("Wimmooo");
    const above: PlanMark = { ...marks[0]!, rect: [40, 197, 47, 212], group: "span" };
    const output = await burnt({ original, marks: [above, { ...marks[0]!, group: "span" }] });
    expect(await textOf(output)).toBe("[Child A] line above it that is longer low moon");
  });

  it("B1 gives a box without a label one constant width", async () => {
    const widths = await Promise.all(
      ["Ill", "Wimmooo"].map(async (secret) => {
        const { original, marks } = sentence(secret);
        const plain = [{ ...marks[0]!, label: undefined, reason: "other" }];
        const { report } = await burnt({ original, marks: plain });
        const [x0, , x1] = report.pages[0]!.boxes[0]!.rect;
        return x1 - x0;
      }),
    );
    expect(widths[0]).toBeCloseTo(widths[1]!, 6);
  });
});

describe("refusing", () => {
  async function refusal(input: Partial<BurnInput>): Promise<string> {
    try {
      await burnt(sentence("Ill"), input);
      return "burnt";
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      return (error as Refusal).code;
    }
  }

  it("B5 refuses a mark that cannot be meant, and a language that is none", async () => {
    expect(await refusal({ marks: [{ page: 2, rect: [0, 0, 9, 9] }] })).toBe("bad-arguments");
    expect(await refusal({ marks: [{ page: 1, rect: [0, 0, Infinity, 9] }] })).toBe(
      "bad-arguments",
    );
    expect(await refusal({ language: "en GB)" })).toBe("bad-arguments");
  });

  it("B4 refuses a page that must be crisp and cannot, and names it", async () => {
    const content =
      "/Pattern cs /P scn 0 0 400 300 re f BT /F 12 Tf 40 180 Td (low Ill moon) Tj ET";
    const original = pdf({
      content,
      page: "",
      objects: [
        "<</Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<<>>/Length 14>>stream\n0 0 4 4 re f  \nendstream",
      ],
    });
    const patterned = Buffer.from(original)
      .toString("latin1")
      .replace("<</Font<</F 5 0 R>>>>", "<</Font<</F 5 0 R>>/Pattern<</P 6 0 R>>>>");
    const error = await burnt({ original: rebuilt(patterned), marks: [] }, { mode: "crisp" }).catch(
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(Refusal);
    expect((error as Refusal).page).toBe(1);
    expect((error as Refusal).message).toMatch(/^Page 1 cannot stay text\. .+\.$/);
  });
});

/** The bytes of an edited document with its cross-reference table made anew. */
function rebuilt(text: string): Uint8Array {
  const body = text.slice(0, text.indexOf("xref\n0"));
  const offsets = [...body.matchAll(/(\d+) 0 obj/g)].map((m) => m.index);
  let out = `${body}xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`;
  for (const at of offsets) out += `${String(at).padStart(10, "0")} 00000 n \n`;
  out += `trailer<</Root 1 0 R/Size ${offsets.length + 1}>>\nstartxref\n${body.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(out, "latin1"));
}

describe("pages that are burnt again another way", () => {
  const { bytes: original, marks } = benchDocument(10);
  const input = { original, marks, mode: "auto", language: "en-GB", epoch: 0 } as const;

  it("B1 give the file that burning everything anew gives, and no other page is burnt twice", async () => {
    const kept = new KeptPages();
    await burn(input, undefined, kept);
    const again: BurnInput = { ...input, sealedPages: [2, 9], picturePages: [9] };
    const told: (number | undefined)[] = [];
    const second = await burn(again, (_done, _total, page) => told.push(page?.page), kept);
    expect(told).toEqual([2, 9]);
    const fresh = await burn(again);
    expect(Buffer.compare(second.bytes, fresh.bytes)).toBe(0);
    expect(second.report).toEqual(fresh.report);
    expect(second.report.pages.filter((page) => page.kind === "sealed")).toHaveLength(2);
  }, 60_000);

  it("tells of every page as it is burnt, those to be sealed first as read", async () => {
    const told: string[] = [];
    await burn({ ...input, sealedPages: [1] }, (done, total, page) =>
      told.push(`${done}/${total} ${page ? `${page.page} ${page.kind}` : "read"}`),
    );
    expect(told[0]).toBe("1/10 read");
    expect(told[1]).toBe("1/10 2 crisp");
    expect(told.at(-1)).toBe("10/10 1 sealed");
  }, 60_000);
});

describe("words that nobody sees under a mark", () => {
  it("B1 state what a box as long as they were can betray, whoever they name", async () => {
    const bits = [];
    for (const secret of ["llo", "mowmowmowmow"]) {
      const { report } = await burnt(
        {
          original: pdf({
            content:
              "BT /F 12 Tf 40 200 Td (A line above it that is longer) Tj ET " +
              `BT /F 12 Tf 1 g 40 100 Td (${secret}) Tj ET`,
          }),
          marks: [{ page: 1, rect: [40, 97, 40 + widthOf(secret, 12), 110], reason: "child-name" }],
        },
        { mode: "crisp" },
      );
      bits.push(report.pages[0]!.boxes.map((box) => box.bits));
    }
    expect(bits).toEqual([[2.6], [2.6]]);
  });
});
