// What can be done with selected text, floating just under it.
import { useTranslation } from "react-i18next";
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { PageGeometry } from "../../../../shared/model/page.ts";
import { runCommand } from "../../../commands/table.ts";
import { useSettings } from "../../../app/settings.ts";
import { Button } from "../../../ui/button.tsx";
import { boxOf, viewSize } from "../../../viewer/page-space.ts";
import styles from "./selection-bar.module.css";

interface SelectionBarProps {
  readonly page: PageGeometry;
  readonly zoom: number;
  readonly rects: readonly Rect[];
}

const WIDTH = 190;

export function SelectionBar({ page, zoom, rects }: SelectionBarProps) {
  const { t } = useTranslation();
  const singleKeys = useSettings((s) => s.singleKeys);
  const box = boxOf(page, zoom, rects.at(-1)!);
  const left = Math.max(0, Math.min(box.left, viewSize(page, zoom).width - WIDTH));
  return (
    <div
      className={styles["bar"]}
      role="group"
      aria-label={t("review.selection")}
      style={{ left, top: box.top + box.height + 8 }}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <Button
        tone="primary"
        small
        keys={singleKeys ? "m" : undefined}
        data-testid="mark-selection"
        onPress={() => runCommand("markText")}
      >
        {t("review.markSelection")}
      </Button>
    </div>
  );
}
