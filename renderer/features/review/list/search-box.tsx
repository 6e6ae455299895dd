// "/" comes here. Enter goes to the list, Escape empties the field and goes back to it.
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { KeyCaps } from "../../../ui/key-cap.tsx";
import { useSettings } from "../../../app/settings.ts";
import { focusList, SEARCH_FIELD } from "../search-field.ts";
import { useView } from "../view.ts";
import styles from "./review-list.module.css";

export function SearchBox() {
  const { t } = useTranslation();
  const query = useView((v) => v.query);
  const singleKeys = useSettings((s) => s.singleKeys);
  return (
    <div className={styles["search"]} role="search">
      <input
        id={SEARCH_FIELD}
        type="search"
        value={query}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        placeholder={t("review.find")}
        aria-label={t("review.find")}
        aria-keyshortcuts="/"
        data-testid="search"
        onChange={(event) => useView.setState({ query: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === "Escape") clear();
          else if (event.key === "Enter" || event.key === "ArrowDown") focusList();
          else return;
          event.preventDefault();
        }}
      />
      {query === "" ? (
        singleKeys && <KeyCaps binding="/" />
      ) : (
        <button
          type="button"
          className={styles["clear"]}
          aria-label={t("common.dismiss")}
          onClick={clear}
        >
          <X size={18} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

function clear(): void {
  useView.setState({ query: "" });
  focusList();
}
