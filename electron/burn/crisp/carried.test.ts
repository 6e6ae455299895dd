import { describe, expect, it } from "vitest";
import { openPdfium } from "../../pdfium/document.ts";
import { crispExport } from "./testing/export.ts";
import { form, group, oddPage, stream, type3 } from "./testing/odd-page.ts";
import type { Extras } from "./testing/odd-page.ts";
import { textOf } from "./testing/text-of.ts";

const half = { ExtGState: { G: { ca: 0.5 } } };
const axial = {
  ShadingType: 2,
  ColorSpace: "DeviceRGB",
  Coords: [20, 0, 220, 0],
  Extend: [true, true],
  Function: { FunctionType: 2, Domain: [0, 1], C0: [1, 0.9, 0.6], C1: [0.4, 0.6, 1], N: 1 },
};
const mask: Extras["resources"] = (doc) => {
  const shade = {
    ...axial,
    ColorSpace: "DeviceGray",
    Function: { ...axial.Function, C0: [0], C1: [1] },
  };
  const dict = {
    ...form,
    Group: { ...group, CS: "DeviceGray" },
    Resources: { Shading: { S: shade } },
  };
  return { ExtGState: { G: { SMask: { S: "Luminosity", G: stream(doc, dict, "/S sh") } } } };
};

const CARRIED: readonly (readonly [string, string, string, Extras?])[] = [
  [
    "see-through paint over a drawing and letters",
    "0 1 0 rg 10 10 60 60 re f /G gs 1 0 0 rg 40 40 90 120 re f",
    "Seen at home",
    { resources: () => half },
  ],
  [
    "see-through letters across the text",
    "/G gs 0.6 g BT /F 90 Tf 0.8 0.6 -0.6 0.8 60 20 Tm (DR) Tj ET",
    "DR",
    { resources: () => half },
  ],
  [
    "a see-through group",
    "/G gs /X Do",
    "Seen at home",
    {
      resources: (doc) => ({
        ...half,
        XObject: { X: stream(doc, { ...form, Group: group }, "1 0 0 rg 10 100 90 80 re f") },
      }),
    },
  ],
  [
    "a highlighter that is a group over letters and bare paper",
    "/G gs /X Do",
    "Seen at home",
    {
      resources: (doc) => ({
        ExtGState: { G: { BM: "Multiply", ca: 0.8 } },
        XObject: {
          X: stream(
            doc,
            { ...form, Group: group },
            "1 1 0 rg 20 146 60 16 re f 0.7 g 9 9 90 9 re f",
          ),
        },
      }),
    },
  ],
  [
    "a see-through group of things that cover one another on bare paper",
    "/G gs /X Do",
    "Seen at home",
    {
      resources: (doc) => ({
        ...half,
        XObject: {
          X: stream(doc, { ...form, Group: group }, "10 10 40 40 re f 1 0 0 rg 20 20 50 50 re f"),
        },
      }),
    },
  ],
  [
    "a see-through group with a see-through thing and one more group in it",
    "0.9 1 0.9 rg 0 0 300 120 re f /G gs /X Do",
    "Seen at home",
    {
      resources: (doc) => {
        const dict = { ...form, Group: group, Resources: half };
        const inner = stream(doc, dict, "0 0 1 rg 150 20 40 40 re f 200 20 40 40 re f");
        const Resources = { ...half, XObject: { Y: inner } };
        const content = "/G gs 1 0 0 rg 20 20 50 50 re f /Y Do";
        return { ...half, XObject: { X: stream(doc, { ...dict, Resources }, content) } };
      },
    },
  ],
  [
    "a gradient",
    "q 10 10 200 80 re W n /S sh Q",
    "Seen at home",
    { resources: () => ({ Shading: { S: axial } }) },
  ],
  [
    "a shape filled with a gradient",
    "/Pattern cs /P scn 20 20 m 220 20 l 120 120 l f",
    "Seen at home",
    { resources: () => ({ Pattern: { P: { PatternType: 2, Shading: axial } } }) },
  ],
  [
    "a shape that fades away",
    "/G gs 0 0 1 rg 20 20 200 90 re f",
    "Seen at home",
    { resources: mask },
  ],
  [
    "a shape filled with tiles",
    "/Pattern cs /P scn 20 20 90 50 re f",
    "Seen at home",
    {
      resources: (doc) => {
        const dict = { PatternType: 1, PaintType: 1, TilingType: 1, XStep: 9, YStep: 9 };
        const tile = stream(
          doc,
          { ...dict, BBox: [0, 0, 9, 9], Resources: {} },
          "1 0 0 rg 0 0 4 4 re f",
        );
        return { Pattern: { P: tile } };
      },
    },
  ],
  [
    "letters that are small drawings",
    "BT /T 12 Tf 20 100 Td (aa) Tj ET",
    "aa",
    { resources: (doc) => type3(doc, "1 0 0 0 1 1 d1 0.1 0 m 0.9 0 l 0.5 0.9 l f") },
  ],
  [
    "letters within a clip that cuts nothing off them",
    "BT /T 12 Tf 20 100 Td (aa) Tj ET",
    "aa",
    {
      resources: (doc) => type3(doc, "1 0 0 0 1 1 d1 0 0 1 1 re W n 0.1 0 m 0.9 0 l 0.5 0.9 l f"),
    },
  ],
  [
    "letters that are stencils",
    "BT /T 24 Tf 20 100 Td (a) Tj ET",
    "a",
    {
      resources: (doc) =>
        type3(doc, "1 0 0 0 1 1 d1 BI /W 8 /H 4 /IM true /BPC 1 /F /AHx ID 0F3C3CF0> EI"),
    },
  ],
];

describe("what looks odd and can be told entirely", () => {
  for (const [what, content, text, extras] of CARRIED) {
    it(`B3 ${what} is written crisp, in the look it had`, async () => {
      const { bytes, refused } = await crispExport(await oddPage(content, extras), []);
      expect([...refused]).toEqual([]);
      const written = (await textOf(bytes)).join(" ");
      for (const letter of text.replaceAll(" ", "")) expect(written).toContain(letter);
    });
  }

  it.each([
    ["their font", "1 0 0 1"],
    ["their font and again by the text", "1 0 0 -1"],
  ])("B2 letters that are turned over by %s are burnt like others", async (_, turn) => {
    const content = `BT /T 12 Tf ${turn} 20 100 Tm (aaa) Tj /F 12 Tf 1 0 0 1 60 100 Tm (was seen) Tj ET`;
    const down = turn === "1 0 0 1";
    const letter = down ? "0.1 0 m 0.9 0 l 0.5 -0.9 l f" : "0.1 0 m 0.9 0 l 0.5 0.9 l f";
    const box = down ? "0 -1 1 0" : "0 0 1 1";
    const source = await oddPage(content, {
      resources: (doc) => type3(doc, `1 0 ${box} d1 ${letter}`, -1),
    });
    const mark = { page: 1, rect: [20, 98, 56, 111] as const, label: "Child A" };
    const { bytes, refused } = await crispExport(source, [mark]);
    expect([...refused]).toEqual([]);
    expect((await textOf(bytes)).join(" ")).toContain("[Child A] was seen");
  });

  it("B2 a watermark over a burnt word keeps clear of its box and stays a word", async () => {
    const content = "/G gs 0.6 g BT /F 90 Tf 20 110 Td (DRAFT) Tj ET";
    const source = await oddPage(content, { resources: () => half });
    const mark = { page: 1, rect: [20, 147, 48, 161] as const, label: "Child A" };
    const { bytes, refused, pages } = await crispExport(source, [mark]);
    expect([...refused]).toEqual([]);
    const text = (await textOf(bytes)).join(" ");
    expect(text).toContain("Child A");
    expect(text).toContain("DRAFT");
    expect(text).not.toContain("Seen");
    const [x0, y0, x1, y1] = pages[0]!.boxes[0]!.rect;
    const document = await openPdfium(bytes);
    const { rgba, width } = document.render(1, { dpi: 72 });
    document.close();
    // Along the box's lower edge nothing of its label is drawn: black and nothing else.
    for (let x = Math.ceil(x0) + 1; x < Math.floor(x1) - 1; x++) {
      const at = ((200 - Math.ceil(y0) - 1) * width + x) * 4;
      expect(y1 - y0).toBeGreaterThan(6);
      expect(Math.max(rgba[at]!, rgba[at + 1]!, rgba[at + 2]!)).toBeLessThan(40);
    }
  });
});
