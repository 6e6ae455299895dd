// B3: what a document says to those who listen to it is kept. Every twin and every page that real
// typesetters made is burnt and held against the checkpoints of the Matterhorn Protocol; tags that
// a source has come out with the roles they had.
import { describe, expect, it } from "vitest";
import { PDFDocument } from "pdf-lib";
import { burn } from "../../electron/burn/burn.ts";
import type { Twin } from "../fixtures/twins/twin.ts";
import { taggedTwin } from "../fixtures/twins/tagged.ts";
import { twins } from "../fixtures/twins/index.ts";
import { typesetterTwins } from "../fixtures/typesetters/twins.ts";
import { accessibilityFaults, outline, readTags } from "./oracle/accessible.ts";

const MODES = ["auto", "sealed"] as const;

async function exported({ versions }: Twin, mode: (typeof MODES)[number]): Promise<Uint8Array> {
  const { bytes, marks } = versions[0]!;
  const { marks: plan } = marks;
  return (await burn({ original: bytes, marks: plan, mode, language: "en-GB" })).bytes;
}

async function outlineOf(bytes: Uint8Array): Promise<string> {
  const tags = await readTags(await PDFDocument.load(bytes, { updateMetadata: false }));
  return tags.map(outline).join(" ");
}

/** Roles of tagged pages, by typesetter and layout; a paragraph stands before and after each. */
const OUTLINES: Readonly<Record<string, string>> = {
  "Chromium: list": "L(LI(LBody) LI(LBody) LI(LBody)) L(LI(Lbl LBody) LI(Lbl LBody))",
  "Chromium: table": "Table(TR(TH TH TH) TR(TD TD TD) TR(TD TD TD))",
  "Chromium: placed": "H1 P P",
  "LibreOffice: list": "L(LI(Lbl LBody(P)) LI(Lbl LBody(P)) LI(Lbl LBody(P)))",
  "LibreOffice: placed": "H1 P P",
};

describe("B3: exports for those who listen", () => {
  const documents = [...twins(), ...typesetterTwins()];

  it.each(MODES.flatMap((mode) => documents.map((twin) => [mode, twin.name, twin] as const)))(
    "%s: %s meets the checkpoints",
    async (mode, _, twin) => {
      expect(await accessibilityFaults(await exported(twin, mode))).toEqual([]);
    },
  );

  it.each(Object.entries(OUTLINES))("%s keeps its roles", async (name, roles) => {
    const twin = documents.find((document) => document.name === name)!;
    expect(await outlineOf(await exported(twin, "auto"))).toBe(`Document(P ${roles} P)`);
  });

  it("a heading, a list and a table of burnt words alone keep their roles", async () => {
    expect(await outlineOf(await exported(taggedTwin(), "auto"))).toBe(
      "Document(H1 P(Link) L(LI(Lbl LBody) LI(Lbl LBody)) Table(TR(TH TH) TR(TD TD)) P P)",
    );
  });
});
