// The picture of one page. The old picture stays until the sharper one has arrived, so that
// zooming never flashes white; the same element that loaded is the one that is shown, because
// pictures are never kept in the browser's cache. Decorative for screen readers.
import { useState } from "react";
import styles from "./page-view.module.css";

interface PageImageProps {
  readonly src: string;
}

export function PageImage({ src }: PageImageProps) {
  const [shown, setShown] = useState<string | null>(null);
  const sources = shown === null || shown === src ? [src] : [shown, src];
  return sources.map((source) => (
    <img
      key={source}
      className={styles["image"]}
      src={source}
      alt=""
      draggable={false}
      onLoad={() => setShown(source)}
    />
  ));
}
