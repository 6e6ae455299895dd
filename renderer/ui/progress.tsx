// Progress as a count and a bar: numbers before percentages.
import { ProgressBar } from "react-aria-components";
import styles from "./progress.module.css";

interface ProgressProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** Words that say the count; the bar alone where they stand elsewhere. */
  readonly words?: string;
  /** Going on, nobody knows how long: a piece of the bar moves, and nothing is counted. */
  readonly open?: boolean;
}

export function Progress({ label, done, total, words, open = false }: ProgressProps) {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return (
    <ProgressBar
      aria-label={label}
      className={styles["progress"]!}
      value={done}
      maxValue={Math.max(1, total)}
      isIndeterminate={open}
      valueLabel={words ?? `${done} / ${total}`}
    >
      <span className={styles["track"]}>
        <span
          className={styles[open ? "going" : "fill"]}
          style={open ? undefined : { transform: `scaleX(${share})` }}
        />
      </span>
      {words && <span className={styles["words"]}>{words}</span>}
    </ProgressBar>
  );
}
