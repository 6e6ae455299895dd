// A line of text to fill in, with its label above, its help below and its trouble in words.
import type { ReactNode, Ref } from "react";
import {
  FieldError,
  Input,
  Label,
  Text,
  TextField,
  type TextFieldProps,
} from "react-aria-components";
import styles from "./field.module.css";

interface FieldProps extends Omit<TextFieldProps, "className" | "style" | "children"> {
  readonly label: string;
  readonly help?: ReactNode;
  readonly trouble?: string | undefined;
  readonly testId?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function Field({ label, help, trouble, testId, inputRef, ...rest }: FieldProps) {
  return (
    <TextField {...rest} isInvalid={trouble !== undefined} className={styles["field"]!}>
      <Label className={styles["label"]!}>{label}</Label>
      <Input ref={inputRef} className={styles["input"]!} data-testid={testId} />
      {help && (
        <Text slot="description" className={styles["help"]!}>
          {help}
        </Text>
      )}
      <FieldError className={styles["trouble"]!}>{trouble}</FieldError>
    </TextField>
  );
}
