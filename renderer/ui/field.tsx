// Words to fill in, with their label above, their help below and their trouble in words.
import type { ReactNode, Ref } from "react";
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
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
  /** What an empty field stands for. */
  readonly placeholder?: string;
  /** More than one line of words. */
  readonly rows?: number;
}

export function Field({
  label,
  help,
  trouble,
  testId,
  inputRef,
  placeholder,
  rows,
  ...rest
}: FieldProps) {
  return (
    <TextField {...rest} isInvalid={trouble !== undefined} className={styles["field"]!}>
      <Label className={styles["label"]!}>{label}</Label>
      {rows ? (
        <TextArea className={styles["area"]!} rows={rows} data-testid={testId} />
      ) : (
        <Input
          ref={inputRef}
          className={styles["input"]!}
          placeholder={placeholder}
          data-testid={testId}
        />
      )}
      {help && (
        <Text slot="description" className={styles["help"]!}>
          {help}
        </Text>
      )}
      <FieldError className={styles["trouble"]!}>{trouble}</FieldError>
    </TextField>
  );
}
