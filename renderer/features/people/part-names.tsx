// Names that belong to somebody else after all: marked here, they become a person of their own when the
// entry is kept. The other way round is "the same person as".
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import styles from "./people.module.css";

interface PartNamesProps {
  readonly names: readonly string[];
  readonly apart: readonly string[];
  readonly onChange: (apart: readonly string[]) => void;
}

export function PartNames({ names, apart, onChange }: PartNamesProps) {
  const { t } = useTranslation();
  if (names.length < 2) return null;
  return (
    <fieldset className={styles["part"]} data-testid="part-names">
      <legend>{t("people.part")}</legend>
      <div>
        {names.map((name) => {
          const other = apart.includes(name);
          return (
            <Button
              key={name}
              small
              aria-pressed={other}
              onPress={() => onChange(other ? apart.filter((n) => n !== name) : [...apart, name])}
            >
              {name}
            </Button>
          );
        })}
      </div>
      <p>{t("people.partHelp")}</p>
    </fieldset>
  );
}
