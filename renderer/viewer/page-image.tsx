// The picture of one page. The old picture stays until the sharper one has arrived, so that
// zooming never flashes white. Decorative for screen readers.
import { useEffect, useState } from "react";
import styles from "./page-view.module.css";

interface PageImageProps {
  readonly src: string;
}

export function PageImage({ src }: PageImageProps) {
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    const image = new Image();
    image.addEventListener("load", () => {
      if (current) setShown(src);
    });
    image.src = src;
    return () => {
      current = false;
    };
  }, [src]);
  if (shown === null) return <div className={styles["waiting"]} />;
  return <img className={styles["image"]} src={shown} alt="" draggable={false} />;
}
