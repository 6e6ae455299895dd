// A group of things that is see-through as a whole, or darkens what is beneath as a highlighter does. Where
// none covers another, each is faded by itself; where they lie over one another on a ground of one colour,
// each becomes one paler colour, which is what the faded whole shows. Everything else stays not accountable.
import { union } from "../../../../shared/geometry/rect.ts";
import { NotAccountable } from "./display-list.ts";
import type { Item } from "./display-list.ts";
import { opacityOf, over } from "./colour.ts";
import { withOpacity } from "./drawn.ts";
import { isEmpty } from "./path-data.ts";
import { groundUnder, layVeil, lieApart, reachOf, recoloured, veiled } from "./veil.ts";
import type { Veil } from "./veil.ts";

const REASON = "The page blends a group of things";

/**
 * @param veil of the whole; one that darkens must lie on the page itself
 * @param inner the group lies in another one, whose ground is not known yet
 */
export function layGroup(into: Item[], items: readonly Item[], veil: Veil, inner: boolean): void {
  const darkens = veil.multiplies && items.length > 0;
  if (darkens && (inner || !items.every(isOpaque))) throw new NotAccountable(REASON);
  if (lieApart(items)) {
    const laid = new Set<Item>();
    for (const item of items) {
      if (item.kind === "image" && item.pixels.kind !== "mask")
        into.push({ ...item, pixels: withOpacity(item.pixels, () => veil.fill) });
      else if (inner || !isOpaque(item)) into.push(veiled(item, veil));
      else laid.add(layVeil(into, item, veil, laid));
    }
    return;
  }
  const shown = items.map(reachOf).filter((reach) => !isEmpty(reach));
  const ground = inner ? undefined : groundUnder(into, shown.reduce(union));
  if (ground === undefined || !items.every(isOpaque)) throw new NotAccountable(REASON);
  for (const item of items)
    into.push(
      recoloured(item, veil, (colour, share) => over(colour, ground, veil.multiplies, share)),
    );
}

/** Paint of plain colours that hides what is beneath. */
function isOpaque(item: Item): boolean {
  if (item.kind === "image" && item.pixels.kind !== "mask") return false;
  const { fill } = item.kind === "path" ? item.paint : item;
  const stroke =
    item.kind === "image" ? undefined : item.kind === "path" ? item.paint.stroke : item.stroke;
  return [fill, stroke?.colour].every(
    (colour) => colour === undefined || opacityOf(colour) === 255,
  );
}
