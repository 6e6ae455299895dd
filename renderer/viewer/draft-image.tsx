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
/** A page that was scrolled past is not made; one that is still here is asked for again. */
const MOST_AGAIN = 4;
/** Milliseconds, and as many more each time. */
const AGAIN = 500;

export function DraftImage({ src, page }: DraftImageProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState({ src, again: 0 });
  const again = asked.src === src ? asked.again : 0;
  const address = again === 0 ? src : `${src}&again=${again}`;
  const { sources, shown, failed, loaded, broke } = useLastingImage(address);
  const [slow, setSlow] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(src), PATIENCE);
    return () => clearTimeout(timer);
  }, [src]);
  useEffect(() => {
    if (!failed || again >= MOST_AGAIN) return;
    const timer = setTimeout(() => setAsked({ src, again: again + 1 }), AGAIN * (again + 1));
    return () => clearTimeout(timer);
  }, [failed, again, src]);
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
      {shown !== address && failed && again >= MOST_AGAIN && (
        <p className={styles["making"]}>{t("review.notDrafted", { page })}</p>
      )}
      {shown !== address && !(failed && again >= MOST_AGAIN) && slow === src && (
        <p className={styles["making"]}>{t("review.beingDrafted", { page })}</p>
      )}
    </>
  );
}
