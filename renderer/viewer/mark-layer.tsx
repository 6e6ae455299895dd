// The marks of one page, drawn over its picture: dashed with a "?" while undecided, a solid label
// as it will be burnt, a dotted line where refused, a double outline when drawn by hand, and an
// outline with a halo where you are. Hidden from screen readers: the list is the accessible truth.
import { memo } from "react";
import type { PageGeometry } from "../../shared/model/page.ts";
import { boxOf, viewSize } from "./page-space.ts";
import { labelWidth } from "./label-width.ts";
import { fitLabel, LEGIBLE, lineHeight, pieceFor, type MarkShape } from "./mark-shape.ts";
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
  return (
    <div className={styles["layer"]} aria-hidden="true">
      {marks.map((mark) => (
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

/**
 * The "?" keeps its proportion to the line at every zoom. It stands on the corner without a ground of its
 * own: letters of the line above, which it may reach, are read through it.
 */
function queryStyle(high: number) {
  const size = Math.round(Math.max(9, Math.min(14, high * 0.6)));
  return { top: -0.6 * size, right: -0.45 * size, fontSize: size };
}

/** CSS pixels: on flatter lines thin dashes say it alone, or the signs would cover the page. */
const QUERY_FROM = 10;
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
  const boxes = mark.rects.map((rect) => boxOf(page, zoom, rect));
  const labelled = burnt && mark.label ? pieceFor(labelWidth(mark.label), boxes) : -1;
  return boxes.map((box, i) => {
    const label = i === labelled ? mark.label : null;
    const flat = box.height < QUERY_FROM ? styles["flat"] : "";
    // Dashes keep clear of the feet of the letters; a solid label covers them anyhow.
    const edge = state === "undecided" && !flat ? 2 : 1;
    const classes = [styles["mark"], styles[state], flat, here ? styles["here"] : ""].join(" ");
    return (
      <div
        key={`${mark.id}-${i}`}
        className={classes}
        data-mark={mark.id}
        data-state={mark.state}
        style={{
          left: box.left - 1,
          top: box.top - edge,
          width: box.width + 2,
          height: box.height + 2 * edge,
        }}
      >
        {label && (
          <Label
            label={label}
            width={box.width + 2}
            height={lineHeight(box.height + 2, zoom)}
            side={box.left + box.width / 2 > viewSize(page, zoom).width / 2 ? "right" : "left"}
          />
        )}
        {state === "undecided" && i === mark.rects.length - 1 && box.height >= QUERY_FROM && (
          <span className={styles["query"]} style={queryStyle(box.height)}>
            ?
          </span>
        )}
      </div>
    );
  });
});

interface LabelProps {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** The half of the page that it stands in: what is said in full reaches towards the other one. */
  readonly side: "left" | "right";
}

/** As large as it can be read; what does not fit stands in full beside the box where one looks. */
function Label({ label, width, height, side }: LabelProps) {
  const fit = fitLabel(labelWidth(label), width, height);
  return (
    <>
      {fit && (
        <span
          className={styles["label"]}
          style={{
            maxWidth: width / fit.squeeze,
            fontSize: fit.size,
            scale: fit.squeeze < 1 ? `${fit.squeeze} 1` : undefined,
          }}
        >
          {label}
        </span>
      )}
      {(!fit || fit.cut || fit.size < LEGIBLE) && (
        <span className={styles["full"]} data-side={side} data-testid="full-label">
          {label}
        </span>
      )}
    </>
  );
}
