// The bar of a case's own screens: its name, its places, and locking.
import { Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { BarMenu } from "./bar-menu.tsx";
import { attempt } from "./notices.ts";
import { goTo, lock, useSession, type Screen } from "./session.ts";
import styles from "./case-bar.module.css";

const PLACES = [
  ["desk", "nav.documents"],
  ["people", "nav.people"],
  ["jigsaw", "nav.jigsaw"],
  ["signoff", "nav.signoff"],
  ["publication", "nav.publication"],
  ["exports", "nav.exports"],
  ["trail", "nav.trail"],
  ["case", "nav.case"],
] as const;

export function CaseBar({ at }: { readonly at: Screen["at"] }) {
  const { t } = useTranslation();
  const open = useSession((s) => s.open);
  const who = open ? `${open.user.name}, ${t(`common.roles.${open.user.role}`)}` : "";
  return (
    <header className={styles["bar"]}>
      <span className={styles["name"]} title={open?.name}>
        {open?.name}
      </span>
      <nav className={styles["places"]} aria-label={t("nav.label")}>
        {PLACES.map(([id, words]) => (
          <button
            key={id}
            type="button"
            aria-current={id === at ? "page" : undefined}
            data-words={t(words)}
            data-testid={`nav-${id}`}
            onClick={() => goTo({ at: id })}
          >
            {t(words)}
          </button>
        ))}
      </nav>
      <span className={styles["space"]} />
      {open && (
        <span className={styles["who"]} title={who}>
          {who}
        </span>
      )}
      <Button icon={<Lock aria-hidden="true" />} data-testid="lock" onPress={() => attempt(lock)}>
        <span className={styles["lock"]}>{t("nav.lock")}</span>
      </Button>
      <BarMenu />
    </header>
  );
}
