// Operators that paint paths, in colours, gradients and small drawings, and that clip by them.
import { NotAccountable } from "../display-list.ts";
import type { Clip } from "../display-list.ts";
import { drawnPicture } from "../drawn.ts";
import type { Sample } from "../drawn.ts";
import { initialState } from "../graphics-state.ts";
import { narrow, transformPath } from "../path-data.ts";
import { fetchObject } from "../image-operators.ts";
import { numberOf } from "../numbers.ts";
import { clipTo, paintPath } from "../path-operators.ts";
import type { PaintKind } from "../path-operators.ts";
import type { Operators, Reading } from "../reading.ts";
import { shadingSample } from "../shading.ts";
import { paintedBy, placesOf } from "../tiling.ts";
import type { Tiling } from "../tiling.ts";

const PAINT: Readonly<Record<string, PaintKind>> = {
  endPath: { fill: false, evenOdd: false, stroke: false },
  fill: { fill: true, evenOdd: false, stroke: false },
  eoFill: { fill: true, evenOdd: true, stroke: false },
  stroke: { fill: false, evenOdd: false, stroke: true },
  closeStroke: { fill: false, evenOdd: false, stroke: true },
  fillStroke: { fill: true, evenOdd: false, stroke: true },
  closeFillStroke: { fill: true, evenOdd: false, stroke: true },
  eoFillStroke: { fill: true, evenOdd: true, stroke: true },
  closeEOFillStroke: { fill: true, evenOdd: true, stroke: true },
};

export function pathOperators(reading: Reading): Operators {
  // A clip takes effect when the path that it names has been painted.
  let clip: "nonzero" | "evenodd" | undefined;
  return {
    clip: () => {
      clip = "nonzero";
    },
    eoClip: () => {
      clip = "evenodd";
    },
    constructPath: async ([op, data]) => {
      const raw = (data as unknown[])[0] as ArrayLike<number> | null;
      const kind = PAINT[reading.of.names[numberOf(op)] ?? ""];
      if (!kind) throw new NotAccountable("The page paints a path in an unknown way");
      if (raw) await paint(reading, raw, kind);
      if (!clip) return;
      clipTo(reading.state, raw ?? [], clip === "evenodd");
      clip = undefined;
    },
    shadingFill: async ([id]) => {
      const told = await fetchObject(reading.of.page, String(id));
      const { state } = reading;
      gradient(reading, shadingSample(told, state.ctm), state.clip);
    },
  };
}

async function paint(reading: Reading, raw: ArrayLike<number>, kind: PaintKind): Promise<void> {
  const { state } = reading;
  const patterned = kind.fill && state.fill === undefined && (state.gradient ?? state.tiling);
  if (!patterned) return paintPath(state, raw, kind, reading.emit);
  const within = narrow(state.clip, transformPath(raw, state.ctm), kind.evenOdd);
  if (state.gradient) gradient(reading, state.gradient, within);
  else if (state.tiling) await tiles(reading, state.tiling, within);
  paintPath(reading.state, raw, { ...kind, fill: false }, reading.emit);
}

function gradient(reading: Reading, sample: Sample, clip: Clip): void {
  const { state } = reading;
  if (!state.normalBlend || state.transfer) throw new NotAccountable("The page blends colours");
  const opacity = state.fillAlpha * state.groupAlpha;
  const faded: Sample = (x, y) => {
    const rgba = sample(x, y);
    return ((rgba & 0xffffff00) | Math.round((rgba & 255) * opacity)) >>> 0;
  };
  const item = drawnPicture(clip.rect, clip, opacity < 1 ? faded : sample);
  if (item) reading.emit(item);
}

const LETTERS = /^(?:nextLine.*)?show\w*Text$/u;

async function tiles(reading: Reading, tiling: Tiling, clip: Clip): Promise<void> {
  const { normalBlend, transfer, fillAlpha } = reading.state;
  if (!normalBlend || transfer || fillAlpha < 1) {
    throw new NotAccountable("The page paints with a pattern");
  }
  const letters = Array.from(tiling.codes).some((code) =>
    LETTERS.test(reading.of.names[code] ?? ""),
  );
  if (letters) reading.lettered.push(paintedBy(clip));
  for (const toPage of placesOf(tiling, clip)) {
    reading.save();
    const { depth } = reading;
    const plain = tiling.colour ?? "#000000";
    Object.assign(reading.state, initialState(toPage, clip), { fill: plain, stroke: plain });
    reading.clipToBox(tiling.box);
    await reading.run(tiling.codes, tiling.args);
    reading.restoreTo(depth);
    reading.restore();
  }
}
