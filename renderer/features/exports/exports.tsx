// The exports of the case: what was verified, when and by whom, and reading one beside its original.
import { t as translate } from "i18next";
import { Columns2, GitCompare, Send, ShieldCheck } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ExportCard } from "../../../shared/ipc/publish.ts";
import { ask } from "../../app/client.ts";
import { attempt } from "../../app/notices.ts";
import { goTo, useSession } from "../../app/session.ts";
import { whenOf } from "../../i18n/when.ts";
import { Button } from "../../ui/button.tsx";
import type { ReleaseCard } from "../../../shared/ipc/workflow.ts";
import { DiffSheet } from "./diff-sheet.tsx";
import { ProofSheet } from "./proof-sheet.tsx";
import { ReleaseSheet } from "./release-sheet.tsx";
import { Releases } from "./releases.tsx";
import { Compare } from "./compare.tsx";
import { CopyButtons } from "./copy-buttons.tsx";
import styles from "./exports.module.css";

export function Exports({ open }: { readonly open?: string | undefined }) {
  const { t } = useTranslation();
  const [cards, setCards] = useState<readonly ExportCard[] | null>(null);
  const [now] = useState(() => new Date());
  const publisher = useSession((s) => s.open?.user.role === "publisher");
  const documents = useSession((s) => s.open?.documents);
  const [releases, setReleases] = useState<readonly ReleaseCard[]>([]);
  const [releasing, setReleasing] = useState<ExportCard | null>(null);
  const [proving, setProving] = useState<ExportCard | null>(null);
  const [comparing, setComparing] = useState<ExportCard | null>(null);
  const loadReleases = async (): Promise<void> => setReleases(await ask("releases.list", {}));
  useEffect(() => {
    attempt(async () => {
      setCards(await ask("publish.exports", {}));
      setReleases(await ask("releases.list", {}));
    });
  }, []);
  const chosen = cards?.find((c) => c.id === open);
  if (chosen) return <Compare card={chosen} />;
  return (
    <main className={styles["exports"]}>
      <h1>{t("exports.title")}</h1>
      {cards?.length === 0 && (
        <div className={styles["none"]}>
          <p>{t("exports.none")}</p>
          <p>{t("exports.noneHelp")}</p>
          <Button onPress={() => goTo({ at: "desk" })}>{t("exports.toDocuments")}</Button>
        </div>
      )}
      <ul className={styles["list"]} data-testid="exports">
        {cards?.toReversed().map((card) => (
          <li key={card.id} className={styles["card"]}>
            <div className={styles["about"]}>
              <h2>{card.name}</h2>
              <p className={styles["of"]} data-testid="export-of">
                {t("exports.of", {
                  name: documents?.find((d) => d.id === card.document)?.name ?? "",
                })}
              </p>
              <p>{t("exports.by", { when: whenOf(card.at, now), who: card.by })}</p>
              <p className={styles["standing"]} data-standing={card.standing}>
                {t(`exports.standing.${card.standing}`)}
              </p>
              <p>
                {[
                  t("common.pages", { count: card.pages }),
                  t("exports.pages", { crisp: card.crispPages, sealed: card.sealedPages }),
                  sizeOf(card.bytes),
                ].join(" · ")}
              </p>
              <p className={styles["hash"]}>
                {t("burn.hash")} <code className="selectable">{card.sha256}</code>
              </p>
              <Releases
                releases={releases.filter((r) => r.export === card.id)}
                all={releases}
                onChange={setReleases}
              />
            </div>
            <div className={styles["acts"]}>
              <Button
                icon={<Columns2 aria-hidden="true" />}
                data-testid="compare"
                onPress={() => goTo({ at: "exports", open: card.id })}
              >
                {t("exports.compare")}
              </Button>
              <Button
                icon={<ShieldCheck aria-hidden="true" />}
                data-testid="show-proof"
                onPress={() => setProving(card)}
              >
                {t("exports.showProof")}
              </Button>
              {earlierOf(card, cards) && (
                <Button
                  icon={<GitCompare aria-hidden="true" />}
                  data-testid="what-changed"
                  onPress={() => setComparing(card)}
                >
                  {t("exports.whatChanged")}
                </Button>
              )}
              <CopyButtons exportId={card.id} />
              {publisher && (
                <Button
                  icon={<Send aria-hidden="true" />}
                  data-testid="release"
                  onPress={() => setReleasing(card)}
                >
                  {t("releases.record")}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {proving && <ProofSheet card={proving} onClose={() => setProving(null)} />}
      {comparing && earlierOf(comparing, cards ?? []) && (
        <DiffSheet
          before={earlierOf(comparing, cards ?? [])!}
          after={comparing}
          onClose={() => setComparing(null)}
        />
      )}
      {releasing && (
        <ReleaseSheet
          card={releasing}
          earlier={releases.filter((r) =>
            cards?.some((c) => c.id === r.export && c.document === releasing.document),
          )}
          onClose={() => setReleasing(null)}
          onRecorded={loadReleases}
        />
      )}
    </main>
  );
}

/** The export of the same document before this one; they come oldest first. */
const earlierOf = (card: ExportCard, cards: readonly ExportCard[]): ExportCard | undefined =>
  cards.slice(0, cards.indexOf(card)).findLast((c) => c.document === card.document);

/** Small files in kilobytes: "0.0 MB" says nothing. */
const sizeOf = (bytes: number): string =>
  bytes < 1e6
    ? translate("exports.smallSize", { size: Math.max(1, Math.round(bytes / 1e3)) })
    : translate("exports.size", { size: (bytes / 1e6).toFixed(1) });
