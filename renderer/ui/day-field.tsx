// A day, typed in the British order whatever the system's language is. The value is "2026-03-31",
// or empty while the day is not whole.
import { parseDate } from "@internationalized/date";
import { DateField, DateInput, DateSegment, FieldError, Label, Text } from "react-aria-components";
import styles from "./field.module.css";

interface DayFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly help?: string | undefined;
  readonly trouble?: string | undefined;
  readonly testId?: string;
}

export function DayField({ label, value, onChange, help, trouble, testId }: DayFieldProps) {
  return (
    <DateField
      className={styles["field"]!}
      value={value === "" ? null : parseDate(value)}
      onChange={(day) => onChange(day ? day.toString() : "")}
      isInvalid={trouble !== undefined}
      shouldForceLeadingZeros
    >
      <Label className={styles["label"]!}>{label}</Label>
      <DateInput className={`${styles["input"]} ${styles["day"]}`} data-testid={testId}>
        {(segment) => <DateSegment segment={segment} className={styles["segment"]!} />}
      </DateInput>
      {help && (
        <Text slot="description" className={styles["help"]!}>
          {help}
        </Text>
      )}
      <FieldError className={styles["trouble"]!}>{trouble}</FieldError>
    </DateField>
  );
}
