import { describe, expect, it } from "vitest";
import { codeSpans } from "../../shared/text/code-text.ts";
import { detect } from "../../shared/detect/detect.ts";
import { rectsOfSpan } from "../../shared/text/span-rects.ts";
import type { PageText } from "../../shared/model/page.ts";
import { CODE_AT, codedPage } from "../../test/fixtures/coded-page.ts";
import type { CodedPage } from "../../test/fixtures/coded-page.ts";
import { readDocumentText } from "../text/document-text.ts";

async function read(code: CodedPage): Promise<PageText> {
  const pages: PageText[] = [];
  await readDocumentText({ bytes: await codedPage(code), name: "a.pdf" }, (p) => pages.push(p));
  return pages[0]!;
}

const LINK = "https://example.org/r?nhs=999 127 4405";

describe("codes on a page", () => {
  it.each<CodedPage>([
    { format: "QRCode", content: LINK, as: "lines" },
    { format: "QRCode", content: LINK, as: "picture" },
    { format: "DataMatrix", content: "Caleb Whitlock 17/01/2009", as: "lines" },
    { format: "Code128", content: "9991274405", as: "lines" },
    { format: "Code128", content: "9991274405", as: "picture" },
  ])("are read and stand where they are drawn: $format as $as", async (code) => {
    const page = await read(code);
    const spans = codeSpans(page.text);
    expect(spans.map(({ start, end }) => page.text.slice(start, end))).toEqual([code.content]);
    const rects = rectsOfSpan(page.quads, spans[0]!.start, spans[0]!.end);
    expect(rects).toHaveLength(1);
    const [x0, y0, x1, y1] = rects[0]!;
    expect(x0).toBeLessThanOrEqual(CODE_AT.x);
    expect(y0).toBeLessThanOrEqual(CODE_AT.y);
    expect(x0).toBeGreaterThan(CODE_AT.x - 15);
    expect(y0).toBeGreaterThan(CODE_AT.y - 15);
    expect(Math.min(x1 - x0, y1 - y0)).toBeGreaterThan(20);
    expect(page.text.startsWith("The referral came by post.")).toBe(true);
    expect(page.source).toBe("text");
  });

  it("small ones too: modules of one point", async () => {
    const page = await read({ format: "QRCode", content: LINK, as: "lines", module: 1 });
    expect(page.text).toContain(LINK);
  });

  it("become one suggestion of their own class with a reason in plain words", async () => {
    const { text } = await read({ format: "QRCode", content: LINK, as: "lines" });
    const found = detect([{ id: "d", name: "a.pdf", pages: [{ page: 1, text }] }]).get("d")!;
    expect(found.map((f) => [f.category, f.text, f.tier, f.why])).toEqual([
      ["code", LINK, "suggested", "QR code; any telephone reads in it an NHS number"],
    ]);
  });
});
