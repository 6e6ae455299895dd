// Plans how a touched segment is set anew: which words survive, where boxes stand, and how both fill
// the room of their line. Of the burnt words it uses nothing but that they were there (B1).
import type { PageMark } from "../../page-output.ts";
import type { BoxLook } from "./label-box.ts";
import { roomsFor } from "./line-room.ts";
import type { Beside } from "./line-room.ts";
import type { PlacedGlyph, Segment } from "../glyphs/lines.ts";
import { setLine } from "./reset-line.ts";
import type { LineItem, LineRoom, LineSetting } from "./reset-line.ts";

export interface TouchedSegment {
  readonly segment: Segment;
  /** For each glyph of the segment the mark that removes it, or null. */
  readonly burnt: readonly (PageMark | null)[];
}

export interface PlannedWord {
  readonly kind: "word";
  readonly glyphs: readonly PlacedGlyph[];
  readonly spaced: boolean;
  readonly advances: readonly number[];
  readonly start: number;
}

export interface PlannedBox {
  readonly kind: "box";
  readonly mark: PageMark;
  readonly look: BoxLook;
  readonly spaced: boolean;
  readonly start: number;
  readonly width: number;
}

export interface LinePlan {
  readonly items: readonly (PlannedWord | PlannedBox)[];
  readonly scale: number;
  /** Stretch of the line that was or may be painted anew. */
  readonly from: number;
  readonly to: number;
  /** Words that found no room and lie under the last box. */
  readonly lost: number;
}

/** What stands around a line, and how its boxes look. */
export interface Surroundings extends Beside {
  readonly look: (label: string | null, scale?: number) => BoxLook;
}

type Draft =
  | { kind: "word"; glyphs: PlacedGlyph[]; spaced: boolean }
  | { kind: "box"; mark: PageMark; look: BoxLook; spaced: boolean };

/** A line that would be narrowed beyond this leaves its column's margin if it can. */
const COMFORTABLE = 0.85;

export function planLine(touched: TouchedSegment, around: Surroundings): LinePlan {
  const { look } = around;
  // Where a label finds no room a smaller one may, then a plain box, then a narrow one.
  const looks: readonly Surroundings["look"][] = [
    look,
    (label) => look(label, 0.84),
    (label) => look(label, 0.68),
    () => look(null),
    () => narrow(look(null)),
  ];
  for (const tried of looks) {
    const plan = planWith(touched, { ...around, look: tried });
    if (plan) return plan;
  }
  return planWith(touched, around, true)!;
}

function narrow(look: BoxLook): BoxLook {
  return { ...look, width: look.width * 0.4 };
}

function planWith(
  touched: TouchedSegment,
  around: Surroundings,
  atAnyCost = false,
): LinePlan | null {
  const { segment } = touched;
  const drafts = draftItems(touched, around);
  const tracking = trackingOf(touched);
  const items: LineItem[] = drafts.map((d) =>
    d.kind === "word"
      ? { kind: "word", spaced: d.spaced, advances: advancesOf(d.glyphs, tracking) }
      : { kind: "box", spaced: d.spaced, width: d.look.width },
  );
  const rooms = roomsFor(segment, around);
  let setting: LineSetting | undefined;
  let room = rooms[0]!;
  for (room of rooms) {
    setting = setLine(items, room);
    if (setting.fits && setting.scale >= COMFORTABLE) break;
  }
  if (setting!.fits) {
    return finished(drafts, items, setting!, segment, 0);
  }
  return atAnyCost ? boxedToTheEnd(drafts, items, room, segment) : null;
}

function draftItems({ segment, burnt }: TouchedSegment, around: Surroundings): Draft[] {
  const drafts: Draft[] = [];
  let closing = false; // a closed-up gap whose spaces are still owed
  let previous: PlacedGlyph | undefined;
  segment.glyphs.forEach((placed, i) => {
    const mark = burnt[i]!;
    const spaced = spaceBetween(previous, placed);
    previous = placed;
    const last = drafts[drafts.length - 1];
    if (mark) {
      if (last?.kind === "box" && last.mark === mark) return;
      if (mark.text === "") {
        closing ||= spaced;
        return;
      }
      drafts.push({ kind: "box", mark, look: around.look(mark.text), spaced: spaced || closing });
      closing = false;
      return;
    }
    const after = i > 0 && burnt[i - 1] !== null;
    if (last?.kind === "word" && !spaced && !closing && !after) {
      last.glyphs.push(placed);
      return;
    }
    drafts.push({ kind: "word", glyphs: [placed], spaced: spaced || closing });
    closing = false;
  });
  return drafts;
}

function spaceBetween(left: PlacedGlyph | undefined, right: PlacedGlyph): boolean {
  if (!left) return false;
  const later = right.glyph.index > left.glyph.index ? right : left;
  if (later.glyph.spaced) return true;
  return right.u - (left.u + left.glyph.advance) > 0.3 * right.glyph.em;
}

/** Letterspacing of the words that stay, in em, to the hundredth; 0 for ordinary text. */
function trackingOf({ segment, burnt }: TouchedSegment): number {
  const extras: number[] = [];
  segment.glyphs.forEach((right, i) => {
    const left = segment.glyphs[i - 1];
    if (!left || burnt[i] || burnt[i - 1] || spaceBetween(left, right)) return;
    extras.push((right.u - left.u - left.glyph.advance) / right.glyph.em);
  });
  if (extras.length < 3) return 0;
  extras.sort((a, b) => a - b);
  const middle = extras[extras.length >> 1]!;
  return Math.abs(middle) < 0.02 ? 0 : Math.round(middle * 100) / 100;
}

function advancesOf(glyphs: readonly PlacedGlyph[], tracking: number): number[] {
  return glyphs.map((g, i) => {
    const next = glyphs[i + 1];
    // Several characters of one glyph (a ligature) share an origin: only the last moves the pen.
    if (next && Math.abs(next.u - g.u) < 1e-4) return 0;
    return g.glyph.advance + (next ? tracking * g.glyph.em : 0);
  });
}

function finished(
  drafts: readonly Draft[],
  items: readonly LineItem[],
  setting: LineSetting,
  segment: Segment,
  lost: number,
): LinePlan {
  const planned = drafts.map((draft, i): PlannedWord | PlannedBox => {
    const item = items[i]!;
    const start = setting.starts[i]!;
    return draft.kind === "word"
      ? {
          kind: "word",
          glyphs: draft.glyphs,
          spaced: draft.spaced,
          start,
          advances: item.kind === "word" ? item.advances.map((a) => a * setting.scale) : [],
        }
      : {
          kind: "box",
          mark: draft.mark,
          look: draft.look,
          spaced: draft.spaced,
          start,
          width: item.kind === "box" ? item.width : draft.look.width,
        };
  });
  const first = setting.starts[0] ?? segment.start;
  return {
    items: planned,
    scale: setting.scale,
    from: Math.min(first, segment.start),
    to: Math.max(setting.end, segment.end),
    lost,
  };
}

/** The last resort: what stands before the first box stays, one box fills the rest of the room. */
function boxedToTheEnd(
  drafts: readonly Draft[],
  items: readonly LineItem[],
  room: LineRoom,
  segment: Segment,
): LinePlan {
  const first = drafts.findIndex((d) => d.kind === "box");
  // Only gaps that close up are burnt here: what stays is less than there was.
  if (first < 0) return finished(drafts, items, setLine(items, room), segment, 0);
  const kept = items.slice(0, first);
  const setting = setLine(kept, { ...room, alignment: "left", anchor: room.least });
  const gap = drafts[first]!.spaced && first > 0 ? room.gap : 0;
  const start = kept.length > 0 ? setting.end + gap : room.least;
  const width = Math.max(room.most - start, room.em);
  const box: LineItem = { kind: "box", spaced: drafts[first]!.spaced, width };
  const lost = drafts.slice(first).filter((d) => d.kind === "word").length;
  const whole: LineSetting = {
    starts: [...setting.starts, start],
    end: start + width,
    scale: setting.scale,
    fits: true,
  };
  return finished(drafts.slice(0, first + 1), [...kept, box], whole, segment, lost);
}
