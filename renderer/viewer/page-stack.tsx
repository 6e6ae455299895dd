// The document as one column of pages, of which only those in sight exist. It owns scrolling:
// bringing a place to a third of the height, keeping the place when the zoom changes, and telling
// where the reader is. Sizes are known beforehand, so nothing jumps.
import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import type { Rect } from "../../shared/geometry/rect.ts";
import type { PageGeometry } from "../../shared/model/page.ts";
import { boxOf } from "./page-space.ts";
import type { Shown } from "./seen.ts";
import {
  fitZoom,
  GAP,
  PAD,
  pageInSight,
  placeAt,
  stackOf,
  visibleIn,
  type Stack,
} from "./stack.ts";
import styles from "./page-stack.module.css";

export interface RevealTarget {
  readonly page: number;
  readonly rect?: Rect;
  readonly offset?: number;
  readonly smooth: boolean;
}

export interface StackPlace {
  readonly page: number;
  readonly offset: number;
  readonly zoom: number;
  /** Height of the window on the column, in CSS pixels. */
  readonly shown: number;
  readonly visible: readonly Shown[];
}

interface PageStackProps {
  readonly label: string;
  readonly pages: readonly PageGeometry[];
  /** Null fits the width: the commonest fills it, and none is wider. */
  readonly zoom: number | null;
  readonly reveal: RevealTarget | null;
  /** Pages that will be wanted next: drawn beforehand, out of sight, so that a jump is at once. */
  readonly ahead: readonly number[];
  readonly renderPage: (page: PageGeometry, zoom: number) => ReactNode;
  readonly onPlace: (place: StackPlace) => void;
  readonly onZoomStep?: (direction: 1 | -1) => void;
}

/** Share of the height: a place at a third of it afterwards was on the screen before. */
const IN_SIGHT = 0.6;

/** Id of the scrolling pages: where keys about the text go. */
export const PAGES = "review-pages";

export function PageStack(props: PageStackProps) {
  const { label, pages, reveal, ahead, renderPage, onPlace, onZoomStep } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<number | null>(null);
  const zoom = props.zoom ?? (room === null ? null : fitZoom(pages, room));
  const widest = props.zoom === null && room !== null ? room : Infinity;
  const stack = useMemo(() => stackOf(pages, zoom ?? 1, widest), [pages, zoom, widest]);
  const drawn = useRef<Stack>(stack);

  useLayoutEffect(() => {
    const element = scroller.current!;
    const watch = new ResizeObserver(() => setRoom(element.clientWidth));
    watch.observe(element);
    setRoom(element.clientWidth);
    return () => watch.disconnect();
  }, []);

  const withAhead = useCallback(
    (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), ...ahead.map((page) => page - 1)])]
        .filter((i) => i >= 0 && i < range.count)
        .sort((a, b) => a - b),
    [ahead],
  );

  // oxlint-disable-next-line react/incompatible-library -- without it no list is virtual: 300 pages and 5,000 places would all be drawn.
  const virtual = useVirtualizer({
    count: pages.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => stack.heights[i]! + GAP,
    paddingStart: PAD,
    paddingEnd: PAD,
    overscan: 1,
    rangeExtractor: withAhead,
  });

  // A new zoom keeps what is at a third of the height where it is.
  useLayoutEffect(() => {
    const element = scroller.current!;
    const before = drawn.current;
    drawn.current = stack;
    virtual.measure();
    if (before === stack || before.tops.length !== stack.tops.length) return;
    if (element.scrollTop === 0) return;
    const third = element.clientHeight / 3;
    const place = placeAt(before, element.scrollTop + third);
    element.scrollTop =
      stack.tops[place.page - 1]! + place.offset * stack.zooms[place.page - 1]! - third;
  }, [stack, virtual]);

  const ready = zoom !== null;
  useEffect(() => {
    const element = scroller.current;
    if (!element || !reveal || !ready) return;
    const { left, top } = targetOf(drawn.current, pages, reveal, element);
    // Gliding is for what is in sight already: further away it would keep the eye waiting.
    const near = Math.abs(top - element.scrollTop) < element.clientHeight * IN_SIGHT;
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const behavior = reveal.smooth && near && !calm ? "smooth" : "instant";
    element.scrollTo({ left, top, behavior });
  }, [reveal, pages, ready]);

  const place = useRef(onPlace);
  place.current = onPlace;
  useEffect(() => {
    const element = scroller.current!;
    let frame = 0;
    const told = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const now = drawn.current;
        const shown = element.clientHeight;
        const visible = visibleIn(now, element.scrollTop, element.scrollTop + shown);
        const page = pageInSight(now, visible);
        const own = now.zooms[page - 1] ?? 1;
        const offset = (element.scrollTop - now.tops[page - 1]!) / own;
        place.current({ page, offset, zoom: own, shown, visible });
      });
    };
    told();
    element.addEventListener("scroll", told, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener("scroll", told);
    };
  }, [stack]);

  useEffect(() => {
    const element = scroller.current!;
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey || !onZoomStep) return;
      event.preventDefault();
      onZoomStep(event.deltaY < 0 ? 1 : -1);
    };
    element.addEventListener("wheel", wheel, { passive: false });
    return () => element.removeEventListener("wheel", wheel);
  }, [onZoomStep]);

  return (
    <div
      ref={scroller}
      id={PAGES}
      className={styles["scroller"]}
      tabIndex={0}
      role="group"
      aria-label={label}
      data-testid="pages"
    >
      <div
        className={styles["stack"]}
        // Of the stack itself: the virtual list learns of a new zoom a moment later, and until then the
        // column would be too low for the place that is kept.
        style={{ height: stack.height, minWidth: stack.width + 2 * PAD }}
      >
        {ready &&
          virtual.getVirtualItems().map((item) => (
            <div
              key={item.index}
              className={styles["slot"]}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {renderPage(pages[item.index]!, stack.zooms[item.index]!)}
            </div>
          ))}
      </div>
    </div>
  );
}

function targetOf(
  stack: Stack,
  pages: readonly PageGeometry[],
  reveal: RevealTarget,
  element: HTMLElement,
): { left: number; top: number } {
  const page = pages[reveal.page - 1];
  const start = stack.tops[reveal.page - 1] ?? 0;
  const left = element.scrollLeft;
  const zoom = stack.zooms[reveal.page - 1] ?? 1;
  if (reveal.offset !== undefined) return { left, top: start + reveal.offset * zoom };
  if (!reveal.rect || !page) return { left, top: start - PAD / 2 };
  const box = boxOf(page, zoom, reveal.rect);
  const across = Math.max(PAD, (element.scrollWidth - stack.widths[reveal.page - 1]!) / 2);
  const x = across + box.left;
  const hidden = x < left || x + box.width > left + element.clientWidth;
  return {
    left: hidden ? x - element.clientWidth / 3 : left,
    top: start + box.top - element.clientHeight / 3,
  };
}
