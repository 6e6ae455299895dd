// How wide a label is in the window's own face, measured once for each label. In em, so that every
// zoom is served by one measure.
const FACE = '600 100px "Atkinson Hyperlegible Next Variable", system-ui, sans-serif';

const known = new Map<string, number>();
let context: CanvasRenderingContext2D | null = null;

export function labelWidth(label: string): number {
  let width = known.get(label);
  if (width === undefined) {
    context ??= document.createElement("canvas").getContext("2d")!;
    context.font = FACE;
    width = context.measureText(label).width / 100;
    known.set(label, width);
  }
  return width;
}

// Before its face was loaded, a label was measured in another one.
if (typeof document !== "undefined")
  document.fonts.addEventListener("loadingdone", () => known.clear());
