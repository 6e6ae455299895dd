// Whose parent, partner, sibling or carer somebody is, a line each.
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { RELATIONS, type PersonCard, type Relation } from "../../../shared/ipc/people.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import styles from "./people.module.css";

interface KinFieldsProps {
  readonly kin: PersonCard["kin"];
  readonly others: readonly PersonCard[];
  readonly onChange: (kin: PersonCard["kin"]) => void;
}

export function KinFields({ kin, others, onChange }: KinFieldsProps) {
  const { t } = useTranslation();
  if (others.length === 0) return null;
  const relations = RELATIONS.map((id) => ({ id, name: t(`people.relation.${id}`) }));
  const people = others.map((p) => ({ id: p.id, name: p.names[0]! }));
  const change = (at: number, next: Partial<PersonCard["kin"][number]>): void =>
    onChange(kin.map((k, i) => (i === at ? { ...k, ...next } : k)));
  return (
    <fieldset className={styles["kin"]}>
      <legend>{t("people.kin")}</legend>
      {kin.map(({ other, relation }, i) => (
        <div key={`${other}-${i}`} className={styles["kinRow"]}>
          <Choice<Relation>
            label={t("people.kin")}
            hideLabel
            options={relations}
            value={relation}
            onChange={(id) => change(i, { relation: id })}
          />
          <Choice
            label={t("people.kinOf")}
            hideLabel
            options={people}
            value={other}
            onChange={(id) => change(i, { other: id })}
          />
          <Button
            tone="quiet"
            aria-label={t("people.kinRemove")}
            icon={<X aria-hidden="true" />}
            onPress={() => onChange(kin.filter((_, at) => at !== i))}
          />
        </div>
      ))}
      <Button
        small
        icon={<Plus aria-hidden="true" />}
        onPress={() => onChange([...kin, { other: others[0]!.id, relation: "parent" }])}
      >
        {t("people.kinAdd")}
      </Button>
    </fieldset>
  );
}
