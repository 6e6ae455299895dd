// A burnt name that the page draws a second time: through a soft mask beneath unseen letters, as a pale
// shadow, or twice a hair apart to look bold. Nothing of the second may stay, nor tell where it stood.
import { describe, expect, it } from "vitest";
import { burn } from "../../electron/burn/burn.ts";
import type { Rect } from "../../shared/geometry/rect.ts";
import { helvetica, LeakDocument, mark, sentence, SURROUNDINGS } from "../fixtures/leaks/leak.ts";
import { drawPage } from "./oracle/pixels.ts";
import type { Picture } from "./oracle/pixels.ts";

const BEFORE = "The child ";
const AFTER = " was seen at home.";
const LONG = "Hollingbourne-Wetherby";

interface Original {
  readonly original: Uint8Array;
  readonly rect: Rect;
}

/** A line over which only its name is painted again, as the hole of a mask. */
function throughMask(paint: string, letters: string, aside: number): Original {
  const document = new LeakDocument();
  const { operators, rect } = sentence(BEFORE, LONG, AFTER);
  const group = document.pdf.stream(
    `/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Group << /S /Transparency /CS /DeviceGray >> /Resources << /Font << /F1 ${document.helvetica} 0 R >> >>`,
    `1 g BT /F1 12 Tf ${72 + helvetica(BEFORE, 12) + aside} ${600 - aside} Td (${LONG}) Tj ET`,
  );
  document.page({
    content: `${SURROUNDINGS}\nq /M gs ${paint} rg 60 590 480 24 re f Q\nq ${letters} ${operators} Q`,
    resources: `/ExtGState << /M << /SMask << /Type /Mask /S /Luminosity /G ${group} 0 R >> >> /N << /ca 0 >> >>`,
  });
  return { original: document.finish(), rect };
}

/** Every line of letters drawn again, so far to the right and down, in so pale a shade. */
function twice(name: string, right: number, down: number, shade: number): Original {
  const document = new LeakDocument();
  const { operators, rect } = sentence(BEFORE, name, AFTER);
  const again = operators.replace(/[\d.]+ [\d.]+ Td/, `${72 + right} ${600 - down} Td`);
  document.page({ content: `${SURROUNDINGS}\n${shade} g ${again}\n0 g ${operators}` });
  return { original: document.finish(), rect };
}

async function burnt({ original, rect }: Original, mode: "auto" | "sealed") {
  return burn({ original, marks: [mark(rect)], mode, language: "en-GB", epoch: 0 });
}

/** Columns of a stretch of rows that are not white, in points from the left. */
function inkedColumns({ data, width, height, scale }: Picture, low: number, high: number) {
  const columns: number[] = [];
  for (let x = 0; x < width; x++)
    for (let y = Math.round(height - high * scale); y < height - low * scale; y++)
      if (data[(y * width + x) * 4]! < 250) {
        columns.push(x / scale);
        break;
      }
  return columns;
}

describe("a name that is drawn a second time", () => {
  it.each([
    { name: "in ink, beneath letters without any", paint: "0.85 0 0", letters: "/N gs", aside: 0 },
    { name: "in a pale shade, beneath the letters", paint: "1 0.86 0.86", letters: "", aside: 1.4 },
    { name: "in yellow, as light as paper", paint: "1 1 0.8", letters: "", aside: 1.4 },
  ])("B2 goes wholly from a sealed page: $name", async ({ paint, letters, aside }) => {
    const page = throughMask(paint, letters, aside);
    expect(countTinted(await drawPage(page.original, 1, 3))).toBeGreaterThan(200);
    const { bytes } = await burnt(page, "auto");
    expect(countTinted(await drawPage(bytes, 1, 3))).toBe(0);
  });

  it("B1 leaves no shadow where its line ended", async () => {
    for (const name of ["Ik", LONG]) {
      const { bytes } = await burnt(twice(name, 1.5, 1.5, 0.88), "sealed");
      const columns = inkedColumns(await drawPage(bytes, 1, 4), 590, 614);
      const gaps = columns.slice(1).map((at, i) => at - columns[i]!);
      // Words of this line stand no further apart; a speck behind its end would.
      expect(Math.max(...gaps), name).toBeLessThan(6);
      expect(columns[columns.length - 1]! - columns[0]!, name).toBeLessThan(
        helvetica(BEFORE + AFTER, 12) + 60,
      );
    }
  });

  it("B1 takes its second blanks along, where it is drawn twice to look bold", async () => {
    const [first, ...others] = await Promise.all(
      ["Ik", "Marian Tolland", LONG].map((name) => burnt(twice(name, 0.3, 0, 0), "auto")),
    );
    expect(first!.report.pages[0]!.kind).toBe("crisp");
    for (const other of others) expect(Buffer.compare(first!.bytes, other.bytes)).toBe(0);
  });
});

function countTinted({ data }: Picture): number {
  let count = 0;
  for (let i = 0; i < data.length; i += 4)
    if (data[i]! - Math.min(data[i + 1]!, data[i + 2]!) > 12) count++;
  return count;
}
