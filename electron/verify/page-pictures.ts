// The pictures of one page of original and candidate, drawn when they are first asked for and kept
// while the page is looked at.
import { onCandidate } from "./candidate-failure.ts";
import { withoutCovered } from "./engines/covered-text.ts";
import type { WithoutCovered } from "./engines/covered-text.ts";
import { showsPicturesAlone } from "./engines/pdfium-objects.ts";
import type { ShownPage } from "./engines/shown-page.ts";
import { FINER } from "./checks/ink/reading-again.ts";
import type { Source } from "./pages/source.ts";
import type { PixelBox, Raster } from "./pixels/raster.ts";
import type { PixelStore } from "./pixels/store.ts";

/** Pixels a point. */
export const SCALE = 150 / 72;

/** Times the usual size. */
const CLOSER = 3;
/** Points drawn around what is read: pictures are smoothed over a few pixels. */
const AROUND = 2;
/** Larger pages are drawn less large. */
const MOST_PIXELS = 60_000_000;

export interface CloseLook {
  readonly original: Raster;
  readonly candidate: Raster;
  /** Pixels a point. */
  readonly scale: number;
}

export class PagePictures {
  readonly store: PixelStore;
  private readonly source: Source;
  private readonly ofOriginal: ShownPage;
  private readonly ofCandidate: ShownPage;
  private readonly grey: boolean;
  private pictureOfOriginal: Raster | undefined;
  private pictureOfCandidate: Raster | undefined;

  /** @param grey both pages are drawn in one way: without colours, where neither needs them */
  constructor(source: Source, candidate: ShownPage, store: PixelStore, grey: boolean) {
    this.source = source;
    this.ofOriginal = source.page;
    this.ofCandidate = candidate;
    this.store = store;
    this.grey = grey;
  }

  original(): Raster {
    const { store, grey } = this;
    this.pictureOfOriginal ??=
      (grey && this.source.takeGrey()) || this.ofOriginal.render(SCALE, { store, grey });
    return this.pictureOfOriginal;
  }

  /** @throws CandidateFailure */
  async candidate(): Promise<Raster> {
    const { store, grey } = this;
    this.pictureOfCandidate ??= await onCandidate(() =>
      this.ofCandidate.render(SCALE, { store, grey }),
    );
    return this.pictureOfCandidate;
  }

  /** The original without its annotations. */
  bare(): Raster {
    const { store } = this;
    return this.ofOriginal.annotations > 0
      ? this.ofOriginal.render(SCALE, { annotations: false, store })
      : this.original();
  }

  /** The original without texts over which much is painted; undefined where there are none. */
  withoutCovered(): WithoutCovered | undefined {
    return withoutCovered(this.ofOriginal, SCALE, this.store, this.grey);
  }

  /** Drawn twice as large and halved to the size of `like`. */
  smoothed(which: "original" | "candidate", like: Raster): Raster {
    const page = which === "original" ? this.ofOriginal : this.ofCandidate;
    return page.smoothed(SCALE, like, this.store);
  }

  /** Both pages drawn larger: small letters vary with the pixels that they fall on. */
  async close(): Promise<CloseLook> {
    const { store } = this;
    const { width, height } = this.original();
    const scale = Math.min(CLOSER, Math.max(1, Math.sqrt(MOST_PIXELS / (width * height)))) * SCALE;
    const original = this.ofOriginal.render(scale, { store, grey: this.grey });
    const candidate = await onCandidate(() =>
      this.ofCandidate.render(scale, { store, grey: this.grey }),
    );
    return { original, candidate, scale };
  }

  /** The original as large as it is read from its pixels. */
  largeOriginal(): Raster {
    return this.ofOriginal.render(FINER * SCALE, { store: this.store });
  }

  /**
   * The candidate as large as it is read from its pixels.
   * @param boxes pixels of its usual picture: elsewhere it may be white
   * @throws CandidateFailure
   */
  large(boxes: readonly PixelBox[]): Promise<Raster> {
    const { ofCandidate: page, store } = this;
    return onCandidate(() => {
      // A part of anything else may come out a shade otherwise than within the whole.
      const rows = showsPicturesAlone(page) ? rowsAround(boxes, page.frame.height) : undefined;
      return page.render(FINER * SCALE, rows ? { store, rows } : { store });
    });
  }
}

/** Heights in points as shown, from the lower to the higher, each once. */
function rowsAround(boxes: readonly PixelBox[], height: number): readonly [number, number][] {
  const rows: [number, number][] = [];
  for (const [, top, , bottom] of boxes.toSorted((a, b) => b[3] - a[3])) {
    const [low, high] = [height - bottom / SCALE - AROUND, height - top / SCALE + AROUND];
    const last = rows[rows.length - 1];
    if (last && low <= last[1]) last[1] = Math.max(last[1], high);
    else rows.push([low, high]);
  }
  return rows;
}
