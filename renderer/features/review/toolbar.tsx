// The tools of the page: reading or drawing, and the zoom. Floats at the foot of the page view, so
// that the page keeps the height.
import { Square, Stamp, TextCursor, ZoomIn, ZoomOut } from "lucide-react";
import { Button as AriaButton, Toolbar as AriaToolbar } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";
import type { CommandId } from "../../commands/command.ts";
import { commandOf, runCommand } from "../../commands/table.ts";
import { ariaKeys } from "../../commands/keys.ts";
import { Tip } from "../../ui/tip.tsx";
import { useMayDecide } from "./deciding/may-decide.ts";
import { useReview } from "./store.ts";
import { useView } from "./view.ts";
import styles from "./toolbar.module.css";

export function Toolbar() {
  const { t } = useTranslation();
  const tool = useView((v) => v.tool);
  const zoom = useView((v) => v.actualZoom);
  const fit = useView((v) => v.zoom === null);
  const asPublic = useView((v) => v.asPublic);
  const page = useView((v) => v.page);
  const sealed = useReview((r) => r.state.sealedPages.has(page));
  const decides = useMayDecide();
  return (
    <div className={styles["place"]}>
      {tool !== "read" && (
        <p className={styles["hint"]} role="status">
          {t(tool === "box" ? "review.boxHint" : "review.adjustHint")}
        </p>
      )}
      <AriaToolbar className={styles["toolbar"]!} aria-label={t("review.tools")}>
        {!asPublic && decides && (
          <>
            <Tip words={t("review.readTool")}>
              <AriaButton
                className={styles["tool"]!}
                aria-label={t("review.readTool")}
                aria-pressed={tool === "read"}
                onPress={() => useView.setState({ tool: "read" })}
              >
                <TextCursor aria-hidden="true" />
              </AriaButton>
            </Tip>
            <Tool id="drawBox" label={t("review.boxTool")} pressed={tool === "box"}>
              <Square aria-hidden="true" />
            </Tool>
            <Tool
              id="sealPage"
              label={t(sealed ? "review.unsealPage" : "review.sealPage", { page })}
              pressed={sealed}
            >
              <Stamp aria-hidden="true" />
            </Tool>
            <span className={styles["gap"]} />
          </>
        )}
        <Tool id="zoomOut" label={t("review.zoomOut")}>
          <ZoomOut aria-hidden="true" />
        </Tool>
        <Tool
          id="zoomFit"
          label={t("review.zoomNow", { percent: Math.round(zoom * 100) })}
          pressed={fit}
        >
          <span className={styles["percent"]}>{Math.round(zoom * 100)}%</span>
        </Tool>
        <Tool id="zoomIn" label={t("review.zoomIn")}>
          <ZoomIn aria-hidden="true" />
        </Tool>
      </AriaToolbar>
    </div>
  );
}

interface ToolProps {
  readonly id: CommandId;
  readonly label: string;
  readonly pressed?: boolean;
  readonly children: ReactNode;
}

function Tool({ id, label, pressed, children }: ToolProps) {
  const key = commandOf(id).keys[0];
  return (
    <Tip words={label} keys={key}>
      <AriaButton
        className={styles["tool"]!}
        aria-label={label}
        aria-pressed={pressed}
        aria-keyshortcuts={key && ariaKeys(key)}
        data-testid={`tool-${id}`}
        onPress={() => runCommand(id)}
      >
        {children}
      </AriaButton>
    </Tip>
  );
}
