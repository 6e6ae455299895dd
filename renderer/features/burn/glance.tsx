// What an export rests on, in one look: checks, gaps and their bits, how pages were made, and how many
// notes there are to read. For whoever trusts nothing that has to be unfolded first.
import { useTranslation } from "react-i18next";
import { numberOf } from "../../i18n/number.ts";
import { glanceOf, type Glanced } from "./glance.ts";
import styles from "./glance.module.css";

export function Glance({ of }: { readonly of: Glanced }) {
  const { t } = useTranslation();
  const { checks, passed, gaps, loose, mostBits, text, sealed, notes } = glanceOf(of);
  const facts: readonly (readonly [string, string])[] = [
    [`${numberOf(passed)} / ${numberOf(checks)}`, t("burn.glance.checks", { count: checks })],
    [
      t("burn.glance.bits", { count: mostBits }),
      loose === 0
        ? t("burn.glance.gapsConstant", { count: gaps })
        : t("burn.glance.gapsLoose", { count: loose, total: gaps }),
    ],
    [
      sealed === 0 ? numberOf(text) : `${numberOf(text)} + ${numberOf(sealed)}`,
      sealed === 0
        ? t("burn.glance.pagesText", { count: text })
        : t("burn.glance.pagesSealed", { count: sealed }),
    ],
    [numberOf(notes), t("burn.glance.notes", { count: notes })],
  ];
  return (
    <ul className={styles["glance"]} data-testid="glance">
      {facts.map(([figure, words]) => (
        <li key={words}>
          <b>{figure}</b>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}
