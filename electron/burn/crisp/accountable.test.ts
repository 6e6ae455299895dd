import type { PDFDocument } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { crispExport } from "./testing/export.ts";
import { form, group, oddPage, stream, type3 } from "./testing/odd-page.ts";
import type { Extras } from "./testing/odd-page.ts";
import { textOf } from "./testing/text-of.ts";

const DENIED: readonly (readonly [string, string, string, Extras?])[] = [
  ["text that clips", "BT /F 12 Tf 7 Tr 20 100 Td (x) Tj ET", "cuts out"],
  [
    "invisible text over a drawing",
    "0.9 g 10 90 90 30 re f BT /F 12 Tf 3 Tr 20 100 Td (hidden) Tj ET",
    "invisible text",
  ],
  ["invisible text over letters", "BT /F 12 Tf 3 Tr 20 150 Td (hidden) Tj ET", "invisible text"],
  [
    "a line that darkens a drawing",
    "0 1 0 rg 10 10 30 30 re f /G gs 1 0 0 RG 9 w 20 20 50 50 re S",
    "darkens",
    { resources: () => ({ ExtGState: { G: { BM: "Multiply" } } }) },
  ],
  [
    "a see-through group of things that cover one another, over a drawing",
    "0 1 0 rg 30 30 90 9 re f /G gs /X Do",
    "blends a group",
    {
      resources: (doc) => ({
        ExtGState: { G: { ca: 0.5 } },
        XObject: {
          X: stream(doc, { ...form, Group: group }, "10 10 40 40 re f 1 0 0 rg 20 20 50 50 re f"),
        },
      }),
    },
  ],
  [
    "a blend mode",
    "/G gs 20 20 50 50 re f",
    "blends",
    { resources: () => ({ ExtGState: { G: { BM: "Screen" } } }) },
  ],
  [
    "letters behind a soft mask",
    "/G gs BT /F 12 Tf 20 100 Td (Faded) Tj ET",
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
    "a soft mask made of letters",
    "/G gs 20 20 50 50 re f",
    "soft mask",
    {
      resources: (doc) => {
        const own = { Font: { F: { Type: "Font", Subtype: "Type1", BaseFont: "Helvetica" } } };
        const dict = { ...form, Group: { ...group, CS: "DeviceGray" }, Resources: own };
        const mask = stream(doc, dict, "1 g BT /F 40 Tf 20 30 Td (Secret) Tj ET");
        return { ExtGState: { G: { SMask: { S: "Luminosity", G: mask } } } };
      },
    },
  ],
  [
    "a shading that is told point by point",
    "/S sh",
    "mesh",
    {
      resources: () => ({
        Shading: {
          S: {
            ShadingType: 1,
            ColorSpace: "DeviceGray",
            Function: { FunctionType: 2, Domain: [0, 1, 0, 1], C0: [0], C1: [1], N: 1 },
          },
        },
      }),
    },
  ],
  [
    "a pattern of very many tiles",
    "/Pattern cs /P scn 20 20 200 150 re f",
    "pattern",
    {
      resources: (doc) => {
        const dict = { PatternType: 1, PaintType: 1, TilingType: 1, XStep: 0.5, YStep: 0.5 };
        const tile = stream(
          doc,
          { ...dict, BBox: [0, 0, 0.5, 0.5], Resources: {} },
          "0 0 1 1 re f",
        );
        return { Pattern: { P: tile } };
      },
    },
  ],
  [
    "letters drawn in colours of their own",
    "BT /T 12 Tf 20 100 Td (a) Tj ET",
    "drawn as pictures",
    { resources: (doc) => type3(doc, "1 0 d0 1 0 0 rg 0 0 1 1 re f") },
  ],
  [
    "letters that a clip cuts",
    "BT /T 12 Tf 20 100 Td (a) Tj ET",
    "drawn as pictures",
    { resources: (doc) => type3(doc, "1 0 0 0 1 1 d1 0 0 0.5 1 re W n 0 0 1 1 re f") },
  ],
  [
    "letters drawn with a pen",
    "BT /T 12 Tf 20 100 Td (a) Tj ET",
    "drawn as pictures",
    { resources: (doc) => type3(doc, "1 0 0 0 1 1 d1 0.1 w 0 0 m 1 1 l S") },
  ],
];

describe("pages that are not accountable", () => {
  for (const [what, content, reason, extras] of DENIED) {
    it(`B4 ${what} is refused with a plain reason`, async () => {
      const { pages, refused } = await crispExport(await oddPage(content, extras), []);
      expect(pages).toEqual([]);
      expect(refused.get(1)).toContain(reason);
    });
  }

  it("B4 half a page is not taken for a page", async () => {
    const broken = await oddPage("BT /F 12 Tf 20 100 Td (and on) Tj ET /Missing Do 20 20 9 9 re f");
    expect((await crispExport(broken, [])).refused.get(1)).toContain("to its end");
  });

  it("B4 a mark over a pattern of letters is refused, whether or not they are seen there", async () => {
    const cellWith = (name: string) =>
      oddPage("/Pattern cs /P scn 72 20 200 20 re f", {
        resources: (doc) => {
          const dict = { PatternType: 1, PaintType: 1, TilingType: 1, XStep: 200, YStep: 20 };
          const Font = { F: { Type: "Font", Subtype: "Type1", BaseFont: "Helvetica" } };
          const cell = { ...dict, BBox: [0, 0, 200, 20], Resources: { Font } };
          return {
            Pattern: { P: stream(doc, cell, `BT /F 8 Tf 2 6 Td (${name}) Tj ET`) },
          };
        },
      });
    const mark = { page: 1, rect: [70, 18, 100, 42], reason: "child-name" } as const;
    for (const name of ["Jo", "Bo Featherstonehaugh"]) {
      const refused = async (marks: Parameters<typeof crispExport>[1]) =>
        (await crispExport(await cellWith(name), marks)).refused.get(1);
      expect(await refused([mark])).toContain("pattern of letters");
      expect(await refused([{ ...mark, rect: [20, 147, 50, 162] }])).toBeUndefined();
    }
  });

  it("an opaque group and a plain form are painted without fuss", async () => {
    const resources = (doc: PDFDocument) => ({
      XObject: {
        A: stream(doc, { ...form, Group: group }, "0.5 g 20 20 40 40 re f"),
        B: stream(doc, form, "0.8 g 80 20 40 40 re f"),
      },
    });
    const { refused, pages } = await crispExport(await oddPage("/A Do /B Do", { resources }), []);
    expect([...refused]).toEqual([]);
    expect(pages).toHaveLength(1);
  });
});

describe("what a reader cannot see is not carried on", () => {
  const hidden: readonly (readonly [string, string])[] = [
    ["off the page", "BT /F 12 Tf 400 100 Td (Secretname) Tj ET"],
    ["clipped away", "q 0 0 5 5 re W n BT /F 12 Tf 20 100 Td (Secretname) Tj ET Q"],
    ["painted over", "BT /F 12 Tf 20 100 Td (Secretname) Tj ET 0 g 10 90 120 30 re f"],
    ["without paint, where nothing is drawn", "BT /F 12 Tf 3 Tr 20 100 Td (Secretname) Tj ET"],
    ["in the colour of its ground", "1 g BT /F 12 Tf 20 100 Td (Secretname) Tj ET"],
  ];
  for (const [what, content] of hidden) {
    it(`B2 text ${what}`, async () => {
      const { bytes, refused } = await crispExport(await oddPage(content), []);
      expect([...refused]).toEqual([]);
      expect(await textOf(bytes)).toEqual(["Seen at home"]);
    });
  }

  it("B3 white text on a dark ground is seen and stays", async () => {
    const content = "0 g 10 90 120 30 re f 1 g BT /F 12 Tf 20 100 Td (Chapter) Tj ET";
    const { bytes } = await crispExport(await oddPage(content), []);
    expect(await textOf(bytes)).toEqual(["Seen at home Chapter"]);
  });
});
