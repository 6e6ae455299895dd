// A key as it is printed on a keyboard. Hidden from screen readers: they get aria-keyshortcuts.
import { capsOf } from "../commands/keys.ts";
import styles from "./key-cap.module.css";

export function KeyCaps({ binding }: { readonly binding: string }) {
  return (
    <span className={styles["caps"]} aria-hidden="true">
      {capsOf(binding).map((cap) => (
        <kbd key={cap} className={styles["cap"]}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
