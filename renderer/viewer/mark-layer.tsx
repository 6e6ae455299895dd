// The marks of one page, drawn over its picture: dashed with a "?" while undecided, a solid label
// as it will be burnt, a dotted line where refused, a double outline when drawn by hand, and an
// outline with a halo where you are. Hidden from screen readers: the list is the accessible truth.
import { memo } from "react";
import type { PageGeometry } from "../../shared/model/page.ts";
import { boxOf } from "./page-space.ts";
import { labelSize, type MarkShape } from "./mark-shape.ts";
import styles from "./mark-layer.module.css";

interface MarkLayerProps {
  readonly page: PageGeometry;
  readonly zoom: number;
  readonly marks: readonly MarkShape[];
  readonly selected: string | null;
  readonly asPublic: boolean;
}

export const MarkLayer = memo(function MarkLayer(props: MarkLayerProps) {
  const { page, zoom, marks, selected, asPublic } = props;
  const shown = asPublic
    ? marks.filter((m) => m.state === "accepted" || m.state === "drawn")
    : marks;
  return (
    <div className={styles["layer"]} aria-hidden="true">
      {shown.map((mark) => (
        <Mark
          key={mark.id}
          mark={mark}
          page={page}
          zoom={zoom}
          here={!asPublic && mark.id === selected}
          asPublic={asPublic}
        />
      ))}
    </div>
  );
});

/** The "?" keeps its proportion to the line at every zoom. */
function queryStyle(lineHeight: number) {
  const side = Math.round(Math.max(9, Math.min(15, lineHeight * 0.8)));
  return {
    width: side,
    height: side,
    top: -side * 0.6,
    right: -side * 0.6,
    fontSize: side * 0.86,
    lineHeight: `${side}px`,
  };
}

/** CSS pixels; below, nobody reads without effort. */
const READABLE = 9;

interface MarkProps {
  readonly mark: MarkShape;
  readonly page: PageGeometry;
  readonly zoom: number;
  readonly here: boolean;
  readonly asPublic: boolean;
}

const Mark = memo(function Mark({ mark, page, zoom, here, asPublic }: MarkProps) {
  const burnt = mark.state === "accepted" || mark.state === "drawn";
  const state = asPublic && burnt ? "accepted" : mark.state;
  return mark.rects.map((rect, i) => {
    const box = boxOf(page, zoom, rect);
    const label = burnt && i === 0 ? mark.label : null;
    const size = label ? labelSize(label, box.width, box.height) : 0;
    const classes = [styles["mark"], styles[state], here ? styles["here"] : ""].join(" ");
    return (
      <div
        key={`${mark.id}-${i}`}
        className={classes}
        data-mark={mark.id}
        data-state={mark.state}
        // In a narrow box the label is cut, or too small to be read.
        title={label && size < READABLE ? label : undefined}
        style={{
          left: box.left - 1,
          top: box.top - 1,
          width: box.width + 2,
          height: box.height + 2,
          fontSize: size || undefined,
        }}
      >
        {label && size > 0 && <span className={styles["label"]}>{label}</span>}
        {state === "undecided" && i === mark.rects.length - 1 && (
          <span className={styles["query"]} style={queryStyle(box.height)}>
            ?
          </span>
        )}
      </div>
    );
  });
});
