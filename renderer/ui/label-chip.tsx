// A label as it will be burnt (solid ink) or as it is proposed (dashed). The same two shapes as on
// the page, so that the list and the page say one thing.
import styles from "./label-chip.module.css";

interface LabelChipProps {
  readonly text: string;
  readonly burnt: boolean;
}

export function LabelChip({ text, burnt }: LabelChipProps) {
  return <span className={burnt ? styles["burnt"] : styles["proposed"]}>{text}</span>;
}
