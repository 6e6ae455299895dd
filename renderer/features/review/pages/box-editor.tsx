// A box that is moved and resized: by its corners, by dragging it, or by the arrow keys (Shift
// resizes, Ctrl goes in larger steps). Adjusts the chosen place, or draws a new one by keys.
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { normalise, union, type Rect } from "../../../../shared/geometry/rect.ts";
import type { PageGeometry } from "../../../../shared/model/page.ts";
import { attempt } from "../../../app/notices.ts";
import { boxOf, rectOf, viewSize } from "../../../viewer/page-space.ts";
import { boxMoved, CORNERS, type Corner } from "./box-steps.ts";
import { adjust, draw } from "../deciding/draw.ts";
import { focusList } from "../search-field.ts";
import type { Place } from "../deciding/places.ts";
import { useView } from "../view.ts";
import styles from "./box-editor.module.css";

interface BoxEditorProps {
  readonly page: PageGeometry;
  readonly zoom: number;
  /** The place whose box is adjusted; without it a new box is drawn. */
  readonly place?: Place | undefined;
}

export function BoxEditor({ page, zoom, place }: BoxEditorProps) {
  const { t } = useTranslation();
  const editor = useRef<HTMLDivElement>(null);
  const [rect, setRect] = useState<Rect | null>(() => (place ? place.rects.reduce(union) : null));
  const drag = useRef<{ corner: Corner | null; x: number; y: number } | null>(null);

  useEffect(() => editor.current?.focus({ preventScroll: true }), []);

  const keep = (): void => {
    leave();
    if (!rect) return;
    attempt(async () => {
      if (place) await adjust(place.id, page.page, [rect]);
      else {
        await draw([{ page: page.page, rects: [rect] }]);
        useView.setState({ labelling: "label" });
      }
    });
  };

  const shift = (corner: Corner | null, dx: number, dy: number): void =>
    setRect((now) => {
      const from = now ?? firstBox(page);
      const box = boxMoved(boxOf(page, zoom, from), corner, dx, dy);
      return normalise(...rectOf(page, zoom, box));
    });

  const key = (event: KeyboardEvent): void => {
    if (event.key === "Enter") keep();
    else if (event.key === "Escape") leave();
    else {
      const step = (event.ctrlKey ? 20 : 4) * zoom;
      const moves: Record<string, readonly [number, number]> = {
        ArrowLeft: [-step, 0],
        ArrowRight: [step, 0],
        ArrowUp: [0, -step],
        ArrowDown: [0, step],
      };
      const by = moves[event.key];
      if (!by) return;
      shift(event.shiftKey ? "bottom-right" : null, by[0], by[1]);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const grab = (corner: Corner | null) => (event: PointerEvent<HTMLElement>) => {
    event.stopPropagation();
    drag.current = { corner, x: event.clientX, y: event.clientY };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const pull = (event: PointerEvent<HTMLElement>): void => {
    const now = drag.current;
    if (!now) return;
    event.stopPropagation();
    shift(now.corner, event.clientX - now.x, event.clientY - now.y);
    drag.current = { ...now, x: event.clientX, y: event.clientY };
  };
  const drop = (event: PointerEvent<HTMLElement>): void => {
    if (!drag.current) return;
    event.stopPropagation();
    drag.current = null;
  };

  const box = rect ? boxOf(page, zoom, rect) : null;
  return (
    <div
      ref={editor}
      className={styles["editor"]}
      tabIndex={0}
      role="application"
      aria-label={t(place ? "review.adjustHint" : "review.boxHint")}
      data-testid="box-editor"
      onKeyDown={key}
    >
      {box && (
        <div
          className={styles["box"]}
          style={{ left: box.left, top: box.top, width: box.width, height: box.height }}
          onPointerDown={grab(null)}
          onPointerMove={pull}
          onPointerUp={drop}
          onDoubleClick={keep}
        >
          {CORNERS.map((corner) => (
            <span
              key={corner}
              className={`${styles["corner"]} ${styles[corner]}`}
              onPointerDown={grab(corner)}
              onPointerMove={pull}
              onPointerUp={drop}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function leave(): void {
  useView.setState({ tool: "read" });
  focusList();
}

/** Where a box drawn by keys begins: in the middle of what is seen of the page. */
function firstBox(page: PageGeometry): Rect {
  const { offset, shown, actualZoom } = useView.getState();
  const { width, height } = viewSize(page, 1);
  const middle = Math.max(20, Math.min(height - 20, offset + shown / actualZoom / 2));
  return rectOf(page, 1, { left: width / 2 - 60, top: middle - 10, width: 120, height: 20 });
}
