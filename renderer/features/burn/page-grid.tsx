// Every page as a small square: outlined while it waits, lined where it stays text, solid where it
// is sealed.
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { BurnedPage } from "../../../shared/model/burning.ts";
import styles from "./burn.module.css";

interface PageGridProps {
  readonly pages: readonly Pick<BurnedPage, "page" | "kind" | "reason">[];
  readonly total: number;
}

export const PageGrid = memo(function PageGrid({ pages, total }: PageGridProps) {
  const { t } = useTranslation();
  const kinds = new Map(pages.map((p) => [p.page, p]));
  return (
    <div
      className={styles["grid"]}
      role="img"
      aria-label={t("burn.burning", { done: pages.length, total })}
    >
      {Array.from({ length: total }, (_, i) => {
        const page = kinds.get(i + 1);
        const words = page ? t(`burn.${page.kind}`) : "";
        return (
          <span
            key={i}
            className={styles[page?.kind ?? "waiting"]}
            title={
              page ? `${t("common.page", { page: i + 1 })}: ${page.reason ?? words}` : undefined
            }
          />
        );
      })}
    </div>
  );
});
