// A few words that appear beside a button which shows only an icon; on hover and on focus.
import type { ReactElement } from "react";
import { Tooltip, TooltipTrigger } from "react-aria-components";
import { KeyCaps } from "./key-cap.tsx";
import styles from "./tip.module.css";

interface TipProps {
  readonly words: string;
  readonly keys?: string | undefined;
  readonly children: ReactElement;
}

export function Tip({ words, keys, children }: TipProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={100}>
      {children}
      <Tooltip className={styles["tip"]!} offset={8}>
        {words}
        {keys && <KeyCaps binding={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
