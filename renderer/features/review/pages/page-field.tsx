// Where you are in the document, and the way to a page that somebody named: "page 47".
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { focusList, PAGE_FIELD } from "../search-field.ts";
import { goToPage } from "../deciding/select.ts";
import { useReview } from "../store.ts";
import { useView } from "../view.ts";
import styles from "../status-bar.module.css";

export function PageField() {
  const { t } = useTranslation();
  const page = useView((v) => v.page);
  const pages = useReview((r) => r.pages.length);
  const [typed, setTyped] = useState<string | null>(null);
  if (pages === 0) return null;
  const go = (): void => {
    const wanted = Number.parseInt(typed ?? "", 10);
    if (wanted >= 1) goToPage(Math.min(pages, wanted));
    focusList();
  };
  return (
    <span className={styles["pages"]} data-testid="page-of">
      {t("review.pageBefore")}
      <input
        id={PAGE_FIELD}
        value={typed ?? String(page)}
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        style={{ width: `${String(pages).length + 2.2}ch` }}
        aria-label={t("review.pageField", { pages })}
        data-testid="page-field"
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value.replaceAll(/\D/g, ""))}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => {
          if (event.key === "Enter") go();
          else if (event.key === "Escape") focusList();
          else return;
          event.preventDefault();
        }}
      />
      {t("review.pageAfter", { pages })}
    </span>
  );
}
