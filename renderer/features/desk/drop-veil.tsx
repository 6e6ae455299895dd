// Shows where a dragged file will go, and takes it. Only files are taken; text and links are not.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../app/session.ts";
import { dropFiles } from "./import.ts";
import styles from "./desk.module.css";

const carriesFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes("Files") ?? false;

export function DropVeil() {
  const { t } = useTranslation();
  const name = useSession((s) => s.open?.name ?? "");
  const [over, setOver] = useState(false);

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener(
      "dragover",
      (event) => {
        // Without this the window would open the file instead.
        event.preventDefault();
        if (carriesFiles(event)) setOver(true);
      },
      { signal },
    );
    window.addEventListener(
      "dragleave",
      (event) => {
        if (event.relatedTarget === null) setOver(false);
      },
      { signal },
    );
    window.addEventListener(
      "drop",
      (event) => {
        event.preventDefault();
        setOver(false);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) void dropFiles(files);
      },
      { signal },
    );
    return () => stop.abort();
  }, []);

  if (!over) return null;
  return (
    <div className={styles["veil"]} aria-hidden="true">
      <p>{t("desk.dropNow", { name })}</p>
    </div>
  );
}
