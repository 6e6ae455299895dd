// The window's one button, on React Aria. `tone` says how much it matters, never what it does.
import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaProps } from "react-aria-components";
import { KeyCaps } from "./key-cap.tsx";
import styles from "./button.module.css";

export interface ButtonProps extends Omit<AriaProps, "className" | "style" | "children"> {
  readonly tone?: "primary" | "plain" | "quiet" | "stop";
  readonly small?: boolean;
  readonly icon?: ReactNode;
  /** Binding shown beside the words. */
  readonly keys?: string;
  readonly children?: ReactNode;
}

export function Button({ tone = "plain", small, icon, keys, children, ...rest }: ButtonProps) {
  const classes = [styles["button"], styles[tone], small ? styles["small"] : ""].join(" ");
  return (
    <AriaButton {...rest} className={classes}>
      {icon}
      {children !== undefined && <span>{children}</span>}
      {keys && <KeyCaps binding={keys} />}
    </AriaButton>
  );
}
