// The whole document as a strip beside the page: a solid tick where something will be burnt, an
// open one where something is undecided, and a frame where you are. Ticks that would overlap are
// drawn once. A pointer's shortcut only; everything it shows is in the list.
import { memo, useMemo, useRef, useState, useLayoutEffect } from "react";
import type { PageGeometry } from "../../shared/model/page.ts";
import { boxOf, viewSize } from "./page-space.ts";
import type { MarkShape } from "./mark-shape.ts";
import styles from "./minimap.module.css";

interface MinimapProps {
  readonly pages: readonly PageGeometry[];
  readonly marksOf: (page: number) => readonly MarkShape[];
  /** Where the view is: page (counted from 1) plus share of it, and how many pages are in sight. */
  readonly at: number;
  readonly shown: number;
  readonly onGo: (page: number) => void;
}

const STEP = 8;

/** Heights in CSS pixels of the ticks of one kind, one per step of the strip at most. */
export function ticksOf(
  pages: readonly PageGeometry[],
  marksOf: (page: number) => readonly MarkShape[],
  height: number,
): { solid: number[]; open: number[] } {
  const solid = new Set<number>();
  const open = new Set<number>();
  for (const [i, page] of pages.entries()) {
    const size = viewSize(page, 1);
    for (const mark of marksOf(page.page)) {
      const [rect] = mark.rects;
      if (!rect || mark.state === "refused") continue;
      const share = boxOf(page, 1, rect).top / size.height;
      const y = ((i + share) / pages.length) * height;
      (mark.state === "undecided" ? open : solid).add(Math.round(y / STEP) * STEP);
    }
  }
  for (const y of open) solid.delete(y);
  return { solid: [...solid], open: [...open] };
}

export const Minimap = memo(function Minimap(props: MinimapProps) {
  const { pages, marksOf, at, shown, onGo } = props;
  const strip = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const element = strip.current!;
    const watch = new ResizeObserver(() => setHeight(element.clientHeight));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const ticks = useMemo(() => ticksOf(pages, marksOf, height), [pages, marksOf, height]);
  const window = Math.max(12, (shown / Math.max(1, pages.length)) * height);
  const top = ((at - 1) / Math.max(1, pages.length)) * height;
  return (
    <div
      ref={strip}
      className={styles["strip"]}
      data-testid="minimap"
      aria-hidden="true"
      onPointerDown={(event) => {
        const bounds = event.currentTarget.getBoundingClientRect();
        const share = (event.clientY - bounds.top) / bounds.height;
        onGo(Math.max(1, Math.min(pages.length, Math.floor(share * pages.length) + 1)));
      }}
    >
      <svg width="26" height={height}>
        {ticks.solid.map((y) => (
          <rect key={`s${y}`} className={styles["solid"]} x="6" y={y} width="14" height="3" />
        ))}
        {ticks.open.map((y) => (
          <rect key={`o${y}`} className={styles["open"]} x="8.5" y={y} width="9" height="3" />
        ))}
      </svg>
      <div className={styles["window"]} style={{ top, height: window }} />
    </div>
  );
});
