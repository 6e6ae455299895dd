// What the pointer does on a page: a click picks a mark, a drag selects text, a drag with the box
// tool or with Shift draws a box, a double click takes a word. Positions are read from the page's
// own quads; the picture is never looked at.
import { useRef, useState, type MouseEvent, type PointerEvent } from "react";
import type { PageTextAnswer } from "../../shared/ipc/documents.ts";
import { height, width } from "../../shared/geometry/rect.ts";
import { boxBetween, rectOf, toPage, type Box, type Point } from "./page-space.ts";
import { pageText } from "./page-text.ts";
import type { PageViewProps } from "./page-props.ts";
import { caretAt, onText, trimmedRange, wordAt } from "./quads.ts";

const CLICK = 4;
const LEAST_SIDE = 3;

interface Drag {
  readonly kind: "box" | "text";
  readonly from: Point;
  readonly mark: string | null;
  moved: boolean;
}

const markUnder = (target: EventTarget): string | null =>
  target instanceof Element
    ? (target.closest("[data-mark]")?.getAttribute("data-mark") ?? null)
    : null;

/** Where the pointer is on the page, in CSS pixels from its top left. */
function at(event: MouseEvent<HTMLElement>): Point {
  const bounds = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
}

export function usePagePointer(props: PageViewProps) {
  const { document, page, zoom, drawing, asPublic, acts } = props;
  const drag = useRef<Drag | null>(null);
  const text = useRef<PageTextAnswer | null>(null);
  const [dragged, setDragged] = useState<Box | null>(null);

  const caret = (point: Point): number => {
    const { x, y } = toPage(page, zoom, point);
    return text.current ? caretAt(text.current.quads, x, y) : 0;
  };

  const needText = (): void => {
    if (text.current) return;
    pageText(document, page.page).then(
      (answer) => (text.current = answer),
      () => undefined,
    );
  };

  const down = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || asPublic) return;
    needText();
    const box = drawing || event.shiftKey;
    drag.current = {
      kind: box ? "box" : "text",
      from: at(event),
      mark: markUnder(event.target),
      moved: false,
    };
    event.currentTarget.setPointerCapture(event.pointerId);
  };

  const move = (event: PointerEvent<HTMLElement>): void => {
    const now = drag.current;
    const point = at(event);
    if (!now) {
      showCursor(event, point);
      return;
    }
    const far = Math.hypot(point.x - now.from.x, point.y - now.from.y) > CLICK;
    now.moved = now.moved || far;
    if (!now.moved) return;
    if (now.kind === "box") setDragged(boxBetween(now.from, point));
    else if (text.current) {
      const range = trimmedRange(text.current.text, caret(now.from), caret(point));
      acts.selectText(range && { page: page.page, ...range });
    }
  };

  const showCursor = (event: PointerEvent<HTMLElement>, point: Point): void => {
    const { x, y } = toPage(page, zoom, point);
    const over =
      !asPublic && !drawing && text.current ? onText(text.current.quads, x, y, 3) : false;
    event.currentTarget.dataset["over"] = over ? "text" : "";
  };

  const up = (event: PointerEvent<HTMLElement>): void => {
    const now = drag.current;
    drag.current = null;
    setDragged(null);
    if (!now) return;
    if (now.kind === "box" && now.moved) {
      const rect = rectOf(page, zoom, boxBetween(now.from, at(event)));
      if (width(rect) > LEAST_SIDE && height(rect) > LEAST_SIDE) acts.drawBox(page.page, rect);
    } else if (!now.moved) {
      acts.selectText(null);
      if (now.mark) acts.pick(now.mark);
    }
  };

  const doubleClick = (event: MouseEvent<HTMLElement>): void => {
    if (!text.current || asPublic || drawing || markUnder(event.target)) return;
    const point = toPage(page, zoom, at(event));
    if (!onText(text.current.quads, point.x, point.y, 4)) return;
    const word = wordAt(text.current.text, caret(at(event)));
    acts.selectText({ page: page.page, ...word });
  };

  const cancel = (): void => {
    drag.current = null;
    setDragged(null);
  };

  return {
    dragged,
    handlers: {
      onPointerEnter: needText,
      onPointerDown: down,
      onPointerMove: move,
      onPointerUp: up,
      onPointerCancel: cancel,
      onDoubleClick: doubleClick,
    },
  };
}
