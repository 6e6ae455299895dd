// Operators that place and show text.
import { multiply } from "../../../../pdfium/display.ts";
import { NotAccountable } from "../display-list.ts";
import type { SourceGlyph } from "../faces.ts";
import { IDENTITY, moveText, setTextMatrix } from "../graphics-state.ts";
import type { GraphicsState } from "../graphics-state.ts";
import { matrixOf, numberOf } from "../numbers.ts";
import type { Args, Operator, Operators, Reading } from "../reading.ts";
import { showText } from "../text-operators.ts";
import { setFont } from "./state.ts";

export function textOperators(reading: Reading): Operators {
  const set =
    (key: "charSpacing" | "wordSpacing" | "mode" | "rise"): Operator =>
    ([n]) => {
      reading.state[key] = numberOf(n);
    };
  const on =
    (act: (state: GraphicsState, args: Args) => void): Operator =>
    (args) =>
      act(reading.state, args);
  return {
    beginText: on((state) => setTextMatrix(state, IDENTITY)),
    endText: () => {},
    setCharSpacing: set("charSpacing"),
    setWordSpacing: set("wordSpacing"),
    setHScale: on((state, [n]) => {
      state.stretch = numberOf(n) / 100;
    }),
    setLeading: on((state, [n]) => {
      state.leading = -numberOf(n);
    }),
    setFont: on((state, [id, size]) => setFont(state, id, size)),
    setTextRenderingMode: set("mode"),
    setTextRise: set("rise"),
    moveText: on((state, [x, y]) => moveText(state, numberOf(x), numberOf(y))),
    setLeadingMoveText: on((state, [x, y]) => {
      state.leading = numberOf(y);
      moveText(state, numberOf(x), numberOf(y));
    }),
    setTextMatrix: on((state, [m]) => setTextMatrix(state, matrixOf(m as ArrayLike<unknown>))),
    nextLine: on((state) => moveText(state, 0, state.leading)),
    showText: on((state, [glyphs]) => {
      const { faces, page, names } = reading.of;
      if (state.font === undefined) throw new NotAccountable("Text is shown without a font");
      const [a, b, c, d] = multiply(state.textMatrix, state.ctm);
      const loaded = faces.get(state.font, page, names, a * d - b * c < 0);
      const shapeOf = (glyph: SourceGlyph) => loaded.shape(glyph, page.commonObjs);
      showText(state, glyphs as (SourceGlyph | number)[], loaded, shapeOf, reading.emit);
    }),
  };
}
