// What, who, which document and which page. The kinds are the first word of an entry's kind.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Choice } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import styles from "./trail.module.css";

export const KINDS = ["case", "document", "mark", "review", "export", "publication"] as const;

export interface TrailFilter {
  readonly kind: "all" | (typeof KINDS)[number];
  readonly by: string;
  readonly document: string;
  readonly page: number | null;
}

export const NO_FILTER: TrailFilter = {
  kind: "all",
  by: "all",
  document: "all",
  page: null,
};

interface TrailFiltersProps {
  readonly filter: TrailFilter;
  readonly people: readonly string[];
  readonly documents: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (filter: TrailFilter) => void;
}

export function TrailFilters({ filter, people, documents, onChange }: TrailFiltersProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const kinds = [
    { id: "all" as const, name: t("trail.everything") },
    ...KINDS.map((id) => ({ id, name: t(`trail.kinds.${id}`) })),
  ];
  const who = [
    { id: "all", name: t("trail.everyone") },
    ...[...new Set(people)].map((name) => ({ id: name, name })),
  ];
  return (
    <div className={styles["filters"]} data-testid="trail-filters">
      <Choice
        label={t("trail.filterKind")}
        options={kinds}
        value={filter.kind}
        onChange={(kind) => onChange({ ...filter, kind })}
      />
      <Choice
        label={t("trail.filterWho")}
        options={who}
        value={filter.by}
        onChange={(by) => onChange({ ...filter, by })}
      />
      <Choice
        label={t("trail.filterDocument")}
        options={[{ id: "all", name: t("trail.allDocuments") }, ...documents]}
        value={filter.document}
        onChange={(document) => onChange({ ...filter, document })}
      />
      <Field
        label={t("trail.filterPage")}
        placeholder={t("trail.anyPage")}
        inputMode="numeric"
        value={typed}
        onChange={(text) => {
          const digits = text.replace(/\D/g, "").slice(0, 5);
          setTyped(digits);
          const page = Number(digits);
          onChange({ ...filter, page: page >= 1 ? page : null });
        }}
      />
    </div>
  );
}
