// Operators that open and close forms, groups, soft masks, and the looks of comments and fields.
import { NotAccountable } from "../display-list.ts";
import { layGroup } from "../faded-group.ts";
import { concatenate, initialState } from "../graphics-state.ts";
import { matrixOf } from "../numbers.ts";
import type { MaskOptions, Operators, Reading } from "../reading.ts";
import { mustLieApart } from "../veil.ts";

interface Group {
  readonly matrix: ArrayLike<unknown> | null;
  readonly bbox: ArrayLike<unknown> | null;
  readonly smask: MaskOptions | null;
  readonly knockout: boolean;
}

export function groupOperators(reading: Reading): Operators {
  /** How many states were saved before each open annotation. */
  const underneath: number[] = [];
  return {
    paintFormXObjectBegin: ([m, box]) => {
      reading.inner++;
      reading.save();
      const { state } = reading;
      if (m) concatenate(state, matrixOf(m as ArrayLike<unknown>));
      state.base = state.ctm;
      reading.clipToBox(box);
    },
    paintFormXObjectEnd: () => {
      reading.inner--;
      reading.restore();
    },
    beginGroup: ([group]) => beginGroup(reading, group as Group),
    endGroup: () => endGroup(reading),
    // Comments and form fields that show something: their looks are painted over the page.
    beginAnnotation: ([id, box, transform, m]) => {
      reading.inner++;
      reading.inLink = reading.of.links.has(id);
      underneath.push(reading.depth);
      reading.save();
      reading.state = initialState(reading.of.toPage, reading.whole);
      reading.clipToBox(box);
      concatenate(reading.state, matrixOf(transform as ArrayLike<unknown>));
      concatenate(reading.state, matrixOf(m as ArrayLike<unknown>));
    },
    endAnnotation: () => {
      const depth = underneath.pop();
      if (depth === undefined) throw new NotAccountable("A comment ends that never began");
      reading.inner--;
      reading.inLink = false;
      reading.restoreTo(depth);
    },
  };
}

/**
 * A group with nothing but normal paint looks the same painted without the group; one that is
 * see-through or darkens as a whole (a highlighter), where none of its things covers another.
 */
function beginGroup(reading: Reading, group: Group): void {
  const outer = reading.state;
  const { groups, into } = reading;
  if (group.smask) {
    groups.push({ mask: group.smask, from: 0, into });
    reading.into = [];
  } else {
    const { normalBlend, multiplies, transfer, softMask, fillAlpha } = outer;
    const whole = softMask !== undefined || group.knockout;
    if ((!normalBlend && (!multiplies || whole)) || transfer) {
      throw new NotAccountable("The page blends a group of things");
    }
    const faded = !whole && (fillAlpha < 1 || multiplies);
    const veil = faded ? { fill: fillAlpha, stroke: fillAlpha, multiplies } : undefined;
    groups.push({ from: whole ? into.length : Infinity, into, veil });
    if (faded) reading.into = [];
  }
  reading.save();
  if (group.smask) {
    const bare = { groupAlpha: 1, softMask: undefined, clip: reading.whole };
    Object.assign(reading.state, bare);
  } else if (groups.at(-1)!.veil === undefined) {
    reading.state.groupAlpha *= outer.fillAlpha;
  }
  reading.state.normalBlend = true;
  reading.state.multiplies = false;
  reading.state.fillAlpha = 1;
  const before = reading.state.ctm;
  if (group.matrix) concatenate(reading.state, matrixOf(group.matrix));
  reading.clipToBox(group.bbox);
  reading.state.ctm = before;
  reading.state.strokeAlpha = 1;
}

function endGroup(reading: Reading): void {
  const group = reading.groups.pop();
  if (!group) throw new NotAccountable("The page ends a group that never began");
  if (group.mask) {
    const { subtype, backdrop, transferMap: transfer } = group.mask;
    const luminosity = subtype === "Luminosity";
    const bounds = reading.state.clip.rect;
    reading.mask = { items: reading.into, luminosity, backdrop, transfer, bounds };
    reading.into = group.into;
  } else if (group.veil) {
    const inner = reading.groups.some(({ veil, mask }) => mask ?? veil);
    layGroup(group.into, reading.into, group.veil, inner);
    reading.into = group.into;
  } else mustLieApart(reading.into.slice(group.from));
  reading.restore();
}
