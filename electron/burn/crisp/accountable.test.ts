import { PDFDocument, PDFName, PDFRawStream, StandardFonts } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { crispExport } from "./testing/export.ts";
import { textOf } from "./testing/text-of.ts";

interface Extras {
  readonly resources?: (doc: PDFDocument) => Record<string, unknown>;
  readonly raw?: Uint8Array;
}

/** A page with a line of text and whatever else the content says. */
async function page(content: string, extras: Extras = {}): Promise<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const page = doc.addPage([300, 200]);
  const font = await doc.embedFont(StandardFonts.Helvetica);
  const { context } = doc;
  const text = new TextEncoder().encode(`BT /F 12 Tf 20 150 Td (Seen at home) Tj ET\n${content}`);
  const contents = PDFRawStream.of(context.obj({ Length: text.length }), text);
  page.node.set(PDFName.of("Contents"), context.register(contents));
  const own = extras.resources?.(doc) ?? {};
  page.node.set(PDFName.of("Resources"), context.obj({ Font: { F: font.ref }, ...own } as never));
  return doc.save({ useObjectStreams: false });
}

function stream(doc: PDFDocument, dict: Record<string, unknown>, content: string) {
  const bytes = new TextEncoder().encode(content);
  const entries = doc.context.obj({ ...dict, Length: bytes.length } as never);
  return doc.context.register(PDFRawStream.of(entries as never, bytes));
}

const group = { Type: "Group", S: "Transparency" };
const form = { Type: "XObject", Subtype: "Form", BBox: [0, 0, 300, 200] };

const DENIED: readonly (readonly [string, string, string, Extras?])[] = [
  ["text that clips", "BT /F 12 Tf 7 Tr 20 100 Td (x) Tj ET", "cuts out"],
  ["invisible text", "BT /F 12 Tf 3 Tr 20 100 Td (hidden) Tj ET", "invisible text"],
  [
    "see-through paint",
    "10 10 30 30 re f /G gs 20 20 50 50 re f",
    "see-through",
    { resources: () => ({ ExtGState: { G: { ca: 0.5 } } }) },
  ],
  [
    "a blend mode",
    "/G gs 20 20 50 50 re f",
    "blends",
    { resources: () => ({ ExtGState: { G: { BM: "Screen" } } }) },
  ],
  [
    "a soft mask",
    "/G gs 20 20 50 50 re f",
    "soft mask",
    {
      resources: (doc) => {
        const mask = stream(
          doc,
          { ...form, Group: { ...group, CS: "DeviceGray" } },
          "1 g 0 0 9 9 re f",
        );
        return { ExtGState: { G: { SMask: { S: "Luminosity", G: mask } } } };
      },
    },
  ],
  [
    "a shading",
    "/S sh",
    "shading",
    {
      resources: () => ({
        Shading: {
          S: {
            ShadingType: 2,
            ColorSpace: "DeviceGray",
            Coords: [0, 0, 300, 0],
            Function: { FunctionType: 2, Domain: [0, 1], C0: [0], C1: [1], N: 1 },
          },
        },
      }),
    },
  ],
  [
    "a tiling pattern",
    "/Pattern cs /P scn 20 20 50 50 re f",
    "pattern",
    {
      resources: (doc) => {
        const dict = { PatternType: 1, PaintType: 1, TilingType: 1, XStep: 9, YStep: 9 };
        const tile = stream(doc, { ...dict, BBox: [0, 0, 9, 9], Resources: {} }, "0 0 4 4 re f");
        return { Pattern: { P: tile } };
      },
    },
  ],
  [
    "letters drawn as pictures",
    "BT /T 12 Tf 20 100 Td (a) Tj ET",
    "drawn as pictures",
    {
      resources: (doc) => ({
        Font: {
          T: {
            Type: "Font",
            Subtype: "Type3",
            FontBBox: [0, 0, 1, 1],
            FontMatrix: [1, 0, 0, 1, 0, 0],
            FirstChar: 97,
            LastChar: 97,
            Widths: [1],
            Encoding: { Type: "Encoding", Differences: [97, "a"] },
            CharProcs: { a: stream(doc, {}, "1 0 d0 0 0 1 1 re f") },
            Resources: {},
          },
          F: { Type: "Font", Subtype: "Type1", BaseFont: "Helvetica" },
        },
      }),
    },
  ],
];

describe("pages that are not accountable", () => {
  for (const [what, content, reason, extras] of DENIED) {
    it(`B4 ${what} is refused with a plain reason`, async () => {
      const { pages, refused } = await crispExport(await page(content, extras), []);
      expect(pages).toEqual([]);
      expect(refused.get(1)).toContain(reason);
    });
  }

  it("B4 half a page is not taken for a page", async () => {
    const broken = await page("BT /F 12 Tf 20 100 Td (and on) Tj ET /Missing Do 20 20 9 9 re f");
    expect((await crispExport(broken, [])).refused.get(1)).toContain("to its end");
  });

  it("an opaque group and a plain form are painted without fuss", async () => {
    const resources = (doc: PDFDocument) => ({
      XObject: {
        A: stream(doc, { ...form, Group: group }, "0.5 g 20 20 40 40 re f"),
        B: stream(doc, form, "0.8 g 80 20 40 40 re f"),
      },
    });
    const { refused, pages } = await crispExport(await page("/A Do /B Do", { resources }), []);
    expect([...refused]).toEqual([]);
    expect(pages).toHaveLength(1);
  });
});

describe("what a reader cannot see is not carried on", () => {
  const hidden: readonly (readonly [string, string])[] = [
    ["off the page", "BT /F 12 Tf 400 100 Td (Secretname) Tj ET"],
    ["clipped away", "q 0 0 5 5 re W n BT /F 12 Tf 20 100 Td (Secretname) Tj ET Q"],
    ["painted over", "BT /F 12 Tf 20 100 Td (Secretname) Tj ET 0 g 10 90 120 30 re f"],
    ["in the colour of its ground", "1 g BT /F 12 Tf 20 100 Td (Secretname) Tj ET"],
  ];
  for (const [what, content] of hidden) {
    it(`B2 text ${what}`, async () => {
      const { bytes, refused } = await crispExport(await page(content), []);
      expect([...refused]).toEqual([]);
      expect(await textOf(bytes)).toEqual(["Seen at home"]);
    });
  }

  it("B3 white text on a dark ground is seen and stays", async () => {
    const content = "0 g 10 90 120 30 re f 1 g BT /F 12 Tf 20 100 Td (Chapter) Tj ET";
    const { bytes } = await crispExport(await page(content), []);
    expect(await textOf(bytes)).toEqual(["Seen at home Chapter"]);
  });
});
