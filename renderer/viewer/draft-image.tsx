// The page as it would be burnt now, laid over the page with its labels once it is there. Until then,
// and where it cannot be made, the labels over the page stand for it, and that is said.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLastingImage } from "./lasting-image.ts";
import styles from "./page-view.module.css";

interface DraftImageProps {
  readonly src: string;
  readonly page: number;
}

/** Milliseconds before anything is said: most pages are there by then. */
const PATIENCE = 600;

export function DraftImage({ src, page }: DraftImageProps) {
  const { t } = useTranslation();
  const { sources, shown, failed, loaded, broke } = useLastingImage(src);
  const [slow, setSlow] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(src), PATIENCE);
    return () => clearTimeout(timer);
  }, [src]);
  return (
    <>
      {sources.map((source) => (
        <img
          key={source}
          className={styles["draft"]}
          src={source}
          alt=""
          hidden={source !== shown}
          draggable={false}
          data-testid="draft"
          onLoad={() => loaded(source)}
          onError={() => broke(source)}
        />
      ))}
      {shown !== src && failed && (
        <p className={styles["making"]}>{t("review.notDrafted", { page })}</p>
      )}
      {shown !== src && !failed && slow === src && (
        <p className={styles["making"]}>{t("review.beingDrafted", { page })}</p>
      )}
    </>
  );
}
