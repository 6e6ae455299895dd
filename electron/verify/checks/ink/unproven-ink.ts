// Ink on the burnt lines of a page that is a picture, less what is proven to be kept: a blob that the
// original shows unmarked, on its line or where the same words stood, each place but once. What is
// left are labels and whatever should not be there; somebody has to read it.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import { meets } from "../../../../shared/geometry/rect.ts";
import { blobsOf } from "../../pixels/blobs.ts";
import type { Blob, Blobs } from "../../pixels/blobs.ts";
import { isEmpty, pixelBox } from "../../pixels/raster.ts";
import type { PixelBox, Raster } from "../../pixels/raster.ts";
import { samePlace } from "../../pixels/same-ink.ts";
import type { Offset } from "../../pixels/same-ink.ts";
import type { PixelStore } from "../../pixels/store.ts";
import type { PlacedMark } from "../../reading/coverage.ts";
import type { Glyph } from "../../reading/glyph.ts";
import { besideBox } from "./beside-box.ts";
import { isLarge, strokesUnder } from "./strokes-under.ts";
import type { Zone } from "../zones.ts";

export interface InkInput {
  readonly original: Raster;
  readonly candidate: Raster;
  readonly scale: number;
  readonly zones: readonly Zone[];
  readonly marks: readonly PlacedMark[];
  /** Where letters of labels stand in the export. */
  readonly labels: readonly Rect[];
  /** Letters of the export and the original's letters that they stand for. */
  readonly pairs: readonly (readonly [Glyph, Glyph])[];
  readonly store: PixelStore;
}

/** One band of lines and the ink in it that nothing explains. */
export interface Unproven {
  /** Undefined: too ragged to be told apart, all of it is unproven. */
  readonly blobs: Blobs | undefined;
  readonly region: PixelBox;
  readonly left: readonly Blob[];
  /** Some of it is what a mark covers: a letter that was left, or went along with the words behind it. */
  readonly burnt: boolean;
}

/** Correlation with what stood where it is said to have stood, and with what is found by seeking. */
const ALIKE = 0.8;
const FOUND_ALIKE = 0.9;
/** Pixels about a guess, along and across. */
const NEAR: readonly [number, number] = [4, 2];
const CLOSE: readonly [number, number] = [2, 1];
const NOWHERE: Offset = { dx: 0, dy: 0 };
/** Ways in which words moved that are remembered; pixels of a letter's sides, and of its ink. */
const MOST_MOVES = 24;
const LETTER = 5;
const LEAST_LETTER = 20;
/** A letter's width in heights, and the height of the lowest one in those of its mark: a comma is lower. */
const OF_A_LETTER = 0.4;
const OF_A_MARK = 0.4;
/** Share of a blob's pixels that may have explained another blob already. */
const TWICE = 0.2;
/** Blobs of a page that are sought all along their line. */
const MOST_SOUGHT = 60;
/** Pixels of a word's width. */
const LEAST_WORD = 12;
/** Ink that can be no letter: so few pixels, or a dot of so many across. */
const SPECK = 5;
const DOT = 3;
/** More of a blob's box than this is a box, not a word. */
const SOLID = 0.6;

export function unprovenInk(input: InkInput): Unproven[] {
  const { candidate, scale, zones } = input;
  const lineHeight = Math.max(...zones.map(({ rect }) => Math.min(rect[3] - rect[1], 60)), 8);
  const known = new KnownInk(input);
  return merged(zones.map(({ rect }) => rect))
    .map((rect) => pixelBox(rect, candidate, scale))
    .filter((box) => !isEmpty(box))
    .map((region) => {
      const blobs = blobsOf(candidate, region, lineHeight * scale);
      const left = blobs?.blobs.filter((blob) => !known.explains(blobs, blob)) ?? [];
      const burnt =
        blobs !== undefined &&
        left.flatMap((blob) => besideBox(blobs, blob)).some((part) => known.isBurnt(blobs, part));
      return { blobs, region, left: left.filter((blob) => !isSpeck(blob)), burnt };
    });
}

function isSpeck({ box: [x0, y0, x1, y1], pixels }: Blob): boolean {
  return pixels <= SPECK || (x1 - x0 <= DOT && y1 - y0 <= DOT);
}

class KnownInk {
  private readonly input: InkInput;
  private readonly source: Raster;
  /** 1 where the original's ink has explained a blob. */
  private readonly used: Uint8Array;
  private last: Offset = { dx: 0, dy: 0 };
  private sought = 0;
  /** How far what was proven had moved. */
  private readonly moves = new Map<string, Offset>();
  private readonly burnt: readonly PixelBox[];
  private readonly labels: readonly PixelBox[];

  constructor(input: InkInput) {
    this.input = input;
    this.source = unmarked(input);
    this.used = input.store.take(this.source.grey.length).fill(0);
    const boxOf = (rect: Rect): PixelBox => pixelBox(rect, input.original, input.scale);
    this.burnt = input.marks.map(({ rect }) => boxOf(rect));
    this.labels = input.labels.map(boxOf);
  }

  /** True of a letter that stood under a mark, in its place or as far away as other words moved. */
  isBurnt(blobs: Blobs, blob: Blob): boolean {
    const { candidate, original } = this.input;
    const [x0, y0, x1, y1] = blob.box;
    const [wide, high] = [x1 - x0, y1 - y0];
    if (original.width !== candidate.width || wide < LETTER || high < LETTER) return false;
    if (blob.pixels > SOLID * wide * high || blob.pixels < LEAST_LETTER) return false;
    // A label may be spelt with letters of the word that it stands for.
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    if (this.labels.some((b) => x > b[0] && x < b[2] && y > b[1] && y < b[3])) return false;
    // The letter may hang together with a comma behind it; a word may reach a little under a mark.
    const least = Math.max(LETTER, OF_A_LETTER * high);
    const isUnder = ({ dx, dy }: Offset): boolean =>
      this.burnt.some(
        (b) =>
          high >= OF_A_MARK * (b[3] - b[1]) &&
          Math.min(x1 + dx, b[2]) - Math.max(x0 + dx, b[0]) >= least &&
          Math.min(y1 + dy, b[3]) - Math.max(y0 + dy, b[1]) >= high / 2 &&
          (!isLarge(blob, b) || strokesUnder(blobs, blob, b, { dx, dy }) >= LEAST_LETTER),
      );
    return [NOWHERE, ...this.moves.values()].some((guess) => {
      if (!isUnder(guess)) return false;
      const place = samePlace(candidate, blobs, blob, original, guess, CLOSE, ALIKE);
      return place !== undefined && isUnder(place);
    });
  }

  explains(blobs: Blobs, blob: Blob): boolean {
    const { candidate } = this.input;
    if (this.source.width !== candidate.width) return false;
    const told = this.moved(blob);
    for (const guess of [told, this.last, { dx: 0, dy: 0 }])
      if (guess && this.stands(blobs, blob, guess, NEAR, ALIKE)) return true;
    const [x0, y0, x1, y1] = blob.box;
    const word = x1 - x0 >= LEAST_WORD && blob.pixels < SOLID * (x1 - x0) * (y1 - y0);
    if (told || !word) return false;
    if (++this.sought > MOST_SOUGHT) return false;
    const middle = Math.round((candidate.width - x0 - x1) / 2);
    const reach = Math.round((candidate.width - (x1 - x0)) / 2);
    return this.stands(blobs, blob, { dx: middle, dy: this.last.dy }, [reach, 1], FOUND_ALIKE);
  }

  private stands(
    blobs: Blobs,
    blob: Blob,
    guess: Offset,
    reach: readonly [number, number],
    alike: number,
  ): boolean {
    const place = samePlace(this.input.candidate, blobs, blob, this.source, guess, reach, alike);
    if (!place || !this.take(blobs, blob, place)) return false;
    this.last = place;
    if (this.moves.size < MOST_MOVES) this.moves.set(`${place.dx} ${place.dy}`, place);
    return true;
  }

  /** Uses up the original's ink in a place; false where another blob has used it. */
  private take({ owners, region }: Blobs, { id, box, pixels }: Blob, { dx, dy }: Offset): boolean {
    const { width } = this.source;
    const [left, top, right] = region;
    const at: number[] = [];
    let twice = 0;
    for (let y = box[1]; y < box[3]; y++)
      for (let x = box[0]; x < box[2]; x++) {
        if (owners[(y - top) * (right - left) + x - left] !== id) continue;
        const place = (y + dy) * width + x + dx;
        at.push(place);
        twice += this.used[place] ?? 0;
      }
    if (twice > TWICE * pixels) return false;
    for (const place of at) if (place >= 0 && place < this.used.length) this.used[place] = 1;
    return true;
  }

  /** Where the words of a blob stood in the original. */
  private moved({ box }: Blob): Offset | undefined {
    const { pairs, candidate, scale } = this.input;
    const rect: Rect = [
      box[0] / scale,
      (candidate.height - box[3]) / scale,
      box[2] / scale,
      (candidate.height - box[1]) / scale,
    ];
    let nearest: Offset | undefined;
    let least = Infinity;
    for (const [shown, stood] of pairs) {
      const distance = Math.abs(shown.x - rect[0]);
      if (distance >= least || !meets(shown.loose, rect)) continue;
      least = distance;
      nearest = {
        dx: Math.round((stood.x - shown.x) * scale),
        dy: Math.round((shown.y - stood.y) * scale),
      };
    }
    return nearest;
  }
}

/** The original's picture without what the marks cover. */
function unmarked({ original, marks, scale, store }: InkInput): Raster {
  const { width, height, grey } = original;
  const copy = store.take(grey.length);
  copy.set(grey);
  for (const { rect } of marks) {
    const [x0, y0, x1, y1] = pixelBox(rect, original, scale);
    for (let y = y0; y < y1; y++) copy.fill(255, y * width + x0, y * width + x1);
  }
  return { width, height, grey: copy };
}

/** Bands that overlap become one. */
function merged(rects: readonly Rect[]): Rect[] {
  const bands: Rect[] = [];
  for (const rect of rects.toSorted((a, b) => b[3] - a[3])) {
    const last = bands[bands.length - 1];
    if (last && rect[3] > last[1])
      bands[bands.length - 1] = [
        Math.min(last[0], rect[0]),
        Math.min(last[1], rect[1]),
        Math.max(last[2], rect[2]),
        Math.max(last[3], rect[3]),
      ];
    else bands.push(rect);
  }
  return bands;
}
