import { expect, test } from "vitest";
import type { RenderOptions, ShownPage } from "../engines/shown-page.ts";
import { pageFrame } from "../place.ts";
import { PixelStore } from "../pixels/store.ts";
import type { Raster } from "../pixels/raster.ts";
import { Bands } from "./bands.ts";
import { PagesTogether } from "./shown-together.ts";

const WIDTH = 8;
const HEIGHT = 10;
const PAGES = 3;

/** Pages of one shade each, and the memory that each was drawn in. */
function shaded(): { readonly pages: readonly ShownPage[]; readonly drawnIn: Set<unknown> } {
  const drawnIn = new Set<unknown>();
  const pages = Array.from({ length: PAGES }, (_, page) => {
    const draw = (store: PixelStore): Raster => {
      const grey = store.take(WIDTH * HEIGHT).fill(10 * (page + 1));
      drawnIn.add(grey.buffer);
      return { width: WIDTH, height: HEIGHT, grey };
    };
    return {
      frame: pageFrame([0, 0, WIDTH, HEIGHT], 0, 1),
      render: (_scale: number, { store }: RenderOptions) => draw(store!),
      smoothed: (_scale: number, _like: unknown, store: PixelStore) => draw(store),
    } as unknown as ShownPage;
  });
  return { pages, drawnIn };
}

const bands = (): Bands =>
  new Bands(
    Array.from({ length: PAGES }, () => ({ height: HEIGHT, from: 0, to: HEIGHT })),
    Array.from({ length: PAGES }, () => ({ head: 0, foot: HEIGHT })),
    PAGES * HEIGHT,
    1,
  );

test.each(["render", "smoothed"] as const)(
  "%s: each page is drawn in the memory of the one before, and the whole in memory that is lent",
  (how) => {
    const { pages, drawnIn } = shaded();
    const store = new PixelStore();
    const known = store.take(WIDTH * HEIGHT * PAGES);
    store.reclaim();
    const whole = new PagesTogether(pages, bands(), 1);
    const { grey } =
      how === "render" ? whole.render(1, { store }) : whole.smoothed(1, { width: WIDTH }, store);
    expect([...new Set(grey)]).toEqual([10, 20, 30]);
    expect(drawnIn.size).toBe(1);
    expect(grey.buffer).toBe(known.buffer);
  },
);
