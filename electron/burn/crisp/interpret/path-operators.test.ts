import { describe, expect, it } from "vitest";
import { oddPage } from "../testing/odd-page.ts";
import { interpretPage } from "./interpret-page.ts";
import { Faces } from "./loaded-faces.ts";
import { openPdf } from "./open-pdf.ts";

async function boxes(content: string): Promise<readonly (readonly number[])[]> {
  const pdf = await openPdf(await oddPage(content), undefined);
  try {
    const { items } = await interpretPage(pdf, 1, new Faces());
    return items.flatMap((item) => (item.kind === "path" ? [item.bounds] : []));
  } finally {
    await pdf.loadingTask.destroy();
  }
}

describe("filled boxes that a clip cuts", () => {
  it("B3 a panel that is the whole page cut to it is told as what is seen of it", async () => {
    const panel = "q 20 20 100 50 re W n 0.9 g 0 0 300 200 re f Q";
    expect(await boxes(panel)).toEqual([[20, 20, 120, 70]]);
    expect(await boxes(`${panel} 0.5 g 10 90 40 20 re f`)).toEqual([
      [20, 20, 120, 70],
      [10, 90, 50, 110],
    ]);
  });

  it("hairs and shapes that are no boxes stay as they are drawn", async () => {
    const hair = "q 20 20 100 0.5 re W n 0 g 0 0 300 200 re f Q";
    expect(await boxes(hair)).toEqual([[0, 0, 300, 200]]);
    const round = "q 20 20 m 60 90 l 100 20 l h W n 0 g 0 0 300 200 re f Q";
    expect(await boxes(round)).toEqual([[0, 0, 300, 200]]);
  });
});
