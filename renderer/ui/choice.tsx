// One of a few, in a menu under a button; for lists too long to lay open as radio buttons.
import { Check, ChevronDown } from "lucide-react";
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  type Key,
} from "react-aria-components";
import styles from "./choice.module.css";

export interface Option<T extends string> {
  readonly id: T;
  readonly name: string;
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly hideLabel?: boolean;
  readonly testId?: string;
}

export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, options, value, onChange, hideLabel, testId } = props;
  return (
    <Select
      className={styles["choice"]!}
      value={value}
      onChange={(key: Key | null) => {
        if (key !== null) onChange(key as T);
      }}
    >
      <Label className={hideLabel ? "sr-only" : styles["label"]!}>{label}</Label>
      <Button className={styles["button"]!} data-testid={testId}>
        <SelectValue className={styles["value"]!} />
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover className={styles["popover"]!}>
        <ListBox className={styles["list"]!} items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.name} className={styles["item"]!}>
              {({ isSelected }) => (
                <>
                  <span>{option.name}</span>
                  {isSelected && <Check aria-hidden="true" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
