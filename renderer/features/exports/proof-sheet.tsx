// An export shows its proof: each check and what it looked at, the engines that wrote and read it,
// page by page what kind it is and what its gaps can betray, and the trail it belongs to. What is to be
// known of it comes first, what only a machine compares last.
import { CircleCheckBig, CircleX } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { gathered, inOneLine } from "../../../shared/audit/gathered.ts";
import type { ExportCard } from "../../../shared/ipc/publish.ts";
import { ask } from "../../app/client.ts";
import { attempt } from "../../app/notices.ts";
import { groupedIn } from "../../i18n/number.ts";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import burn from "../burn/burn-result.module.css";
import { Glance } from "../burn/glance.tsx";
import { PageGrid } from "../burn/page-grid.tsx";
import form from "../../ui/form.module.css";
import { proofSchema, readersOf, writersOf, type Proof } from "./proof.ts";
import styles from "./exports.module.css";

interface ProofSheetProps {
  readonly card: ExportCard;
  readonly onClose: () => void;
}

export function ProofSheet({ card, onClose }: ProofSheetProps) {
  const { t } = useTranslation();
  const [proof, setProof] = useState<Proof | null>(null);
  useEffect(() => {
    attempt(async () =>
      setProof(proofSchema.parse(await ask("publish.certificate", { export: card.id }))),
    );
  }, [card.id]);
  return (
    <Sheet
      title={t("exports.proof.title", { name: card.name })}
      size="wide"
      onClose={onClose}
      testId="proof"
    >
      {card.standing !== "signed" && (
        <p className={burn["draft"]} data-testid="proof-standing">
          {t(`exports.standing.${card.standing}`)}
        </p>
      )}
      {proof && <Glance of={proof} />}
      {proof && <Notes proof={proof} />}
      {proof && <Facts proof={proof} card={card} />}
      {proof && <Pages proof={proof} />}
      <div className={form["acts"]}>
        <Button onPress={onClose}>{t("common.close")}</Button>
      </div>
    </Sheet>
  );
}

/** Before the checks: what is to be known of the file stands where the count of it does. */
function Notes({ proof }: { readonly proof: Proof }) {
  const { t } = useTranslation();
  const notes = gathered([...proof.notes.map((message) => ({ message })), ...proof.notices]);
  if (notes.length === 0) return null;
  return (
    <section>
      <h3 className={styles["proofHead"]}>{t("exports.proof.notes")}</h3>
      <ul className={styles["proofNotes"]} data-testid="proof-notes">
        {notes.map(inOneLine).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

interface FactsProps {
  readonly proof: Proof;
  readonly card: ExportCard;
}

function Facts({ proof, card }: FactsProps) {
  const { t } = useTranslation();
  const { gaps, trail } = proof;
  const loose = gaps.count - gaps.constant;
  const facts: readonly (readonly [string, string])[] = [
    [t("burn.hash"), card.sha256],
    [t("exports.proof.original"), proof.original.sha256],
    [t("exports.proof.plan"), proof.plan.sha256],
    ...(proof.plan.name ? [[t("exports.proof.planName"), proof.plan.name] as const] : []),
    [
      t("exports.proof.gaps"),
      loose === 0
        ? t("exports.proof.gapsConstant", { count: gaps.count })
        : t("exports.proof.gapsLoose", {
            count: loose,
            bits: gaps.mostBits,
            times: Math.ceil(2 ** gaps.mostBits),
          }),
    ],
    [t("exports.proof.written"), writersOf(proof)],
    [t("exports.proof.read"), readersOf(proof)],
    ...(trail
      ? [
          [
            t("exports.proof.trail"),
            t("exports.proof.trailAt", { count: trail.entries, head: trail.head }),
          ] as const,
        ]
      : []),
  ];
  return (
    <>
      <h3 className={styles["proofHead"]}>{t("exports.proof.checks")}</h3>
      <ul className={burn["checks"]} data-testid="proof-checks">
        {proof.checks.map((check) => (
          <li key={check.id} data-passed={check.passed}>
            {check.passed ? <CircleCheckBig aria-hidden="true" /> : <CircleX aria-hidden="true" />}
            <span className="sr-only">{t(check.passed ? "burn.passed" : "burn.notPassed")}</span>
            <span className={burn["check"]}>{check.name}</span>
            <span className={burn["detail"]}>{groupedIn(check.detail)}</span>
          </li>
        ))}
      </ul>
      <h3 className={styles["proofHead"]}>{t("exports.proof.facts")}</h3>
      <dl className={styles["proof"]}>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className="selectable">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Pages({ proof }: { readonly proof: Proof }) {
  const { t } = useTranslation();
  return (
    <>
      <PageGrid pages={proof.pages} total={proof.pages.length} />
      <details>
        <summary>{t("exports.proof.byPage", { count: proof.pages.length })}</summary>
        <table className={styles["byPage"]}>
          <thead>
            <tr>
              {(["page", "kind", "boxes", "bits", "why"] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`exports.proof.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {proof.pages.map((p) => (
              <tr key={p.page}>
                <td>{p.page}</td>
                <td>{t(`burn.${p.kind}`)}</td>
                <td>{p.boxes}</td>
                <td>{p.bits}</td>
                <td>{p.reason ?? ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
