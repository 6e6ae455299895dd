// Operators that change how things are painted, and marked content.
import { NotAccountable } from "../display-list.ts";
import { concatenate } from "../graphics-state.ts";
import type { GraphicsState } from "../graphics-state.ts";
import { fetchObject } from "../image-operators.ts";
import { matrixOf, numberOf } from "../numbers.ts";
import type { Operator, Operators, Reading } from "../reading.ts";
import { patternMatrix, shadingSample } from "../shading.ts";
import { tilingOf } from "../tiling.ts";

export function stateOperators(reading: Reading): Operators {
  const set =
    <K extends keyof GraphicsState>(key: K): Operator =>
    ([value]) => {
      reading.state[key] = numberOf(value) as GraphicsState[K];
    };
  return {
    dependency: () => {},
    save: () => reading.save(),
    restore: () => reading.restore(),
    transform: (m) => concatenate(reading.state, matrixOf(m)),
    setLineWidth: set("lineWidth"),
    setLineCap: set("cap"),
    setLineJoin: set("join"),
    setMiterLimit: set("mitre"),
    setDash: ([dash, phase]) => setDash(reading.state, dash, phase),
    setRenderingIntent: () => {},
    setFlatness: () => {},
    setGState: ([entries]) => setAll(reading, entries as [string, unknown][]),
    ...colourOperators(reading),
    beginMarkedContent: ([tag]) => reading.begin(true, (tag as { name?: string } | null)?.name),
    beginMarkedContentProps: ([tag, props]) =>
      reading.begin(tag !== "OC" || reading.of.layers.isVisible(props), tag, props),
    endMarkedContent: () => reading.end(),
  };
}

function colourOperators(reading: Reading): Operators {
  return {
    setFillRGBColor: ([colour]) => {
      reading.state.fill = String(colour);
    },
    setStrokeRGBColor: ([colour]) => {
      reading.state.stroke = String(colour);
    },
    setFillColorN: async ([kind, id, m, ...rest]) => {
      const { state } = reading;
      state.fill = undefined;
      state.gradient = undefined;
      state.tiling =
        kind === "TilingPattern" ? tilingOf([kind, id, m, ...rest], state.base) : undefined;
      if (kind !== "Shading") return;
      const told = await fetchObject(reading.of.page, String(id));
      const toPage = patternMatrix(m as ArrayLike<number> | null, state.base);
      state.gradient = shadingSample(told, toPage);
    },
    setStrokeColorN: () => {
      reading.state.stroke = undefined;
    },
  };
}

function setAll(reading: Reading, entries: readonly (readonly [string, unknown])[]): void {
  const { state } = reading;
  for (const [key, value] of entries) {
    if (key === "LW") state.lineWidth = numberOf(value);
    else if (key === "LC") state.cap = numberOf(value);
    else if (key === "LJ") state.join = numberOf(value);
    else if (key === "ML") state.mitre = numberOf(value);
    else if (key === "CA") state.strokeAlpha = numberOf(value);
    else if (key === "ca") state.fillAlpha = numberOf(value);
    else if (key === "BM") {
      state.normalBlend = value === "source-over";
      state.multiplies = value === "multiply";
    } else if (key === "SMask") state.softMask = value === false ? undefined : reading.mask;
    else if (key === "TR") state.transfer = value !== null;
    else if (key === "Font") setFont(state, ...(value as [unknown, unknown]));
    else if (key === "D") setDash(state, ...(value as [unknown, unknown]));
    else if (key !== "RI" && key !== "FL") {
      throw new NotAccountable(`The page changes an unknown setting`);
    }
  }
}

export function setFont(state: GraphicsState, id: unknown, size: unknown): void {
  state.font = String(id);
  state.size = numberOf(size);
}

function setDash(state: GraphicsState, dash: unknown, phase: unknown): void {
  state.dash = (dash as unknown[]).map(numberOf);
  state.phase = numberOf(phase);
}
