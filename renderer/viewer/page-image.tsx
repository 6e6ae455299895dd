// The picture of one page. A page that takes a while, or cannot be drawn, says so: nobody may take
// an empty sheet for an empty page.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLastingImage } from "./lasting-image.ts";
import styles from "./page-view.module.css";

interface PageImageProps {
  readonly src: string;
  readonly page: number;
  /** Told once the page is really on the screen, and when it is not any more. */
  readonly onDrawn: (page: number, drawn: boolean) => void;
}

/** Before this many milliseconds nobody notices that a page is still being drawn. */
const PATIENCE = 400;

export function PageImage({ src, page, onDrawn }: PageImageProps) {
  const { t } = useTranslation();
  const { sources, shown, failed, loaded, broke } = useLastingImage(src);
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => () => onDrawn(page, false), [page, onDrawn]);

  const nothing = shown === null;
  return (
    <>
      {nothing && failed && (
        <p className={styles["note"]} role="alert">
          {t("review.notDrawn", { page })}
        </p>
      )}
      {nothing && !failed && (
        <div className={styles["sketch"]} data-testid="sketch">
          {slow && <p className={styles["note"]}>{t("review.beingDrawn", { page })}</p>}
        </div>
      )}
      {sources.map((source) => (
        <img
          key={source}
          className={styles["image"]}
          src={source}
          alt=""
          hidden={nothing}
          draggable={false}
          onLoad={() => {
            loaded(source);
            onDrawn(page, true);
          }}
          onError={() => broke(source)}
        />
      ))}
    </>
  );
}
