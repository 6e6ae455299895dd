// What came of it: the proof, check by check, or in kind words why nothing was exported and where
// to look.
import { CircleCheckBig, CircleX, ClipboardCheck, Columns2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { BurnReport } from "../../../shared/model/burning.ts";
import type { Verification } from "../../../shared/model/verification.ts";
import type { ExportCard } from "../../../shared/ipc/publish.ts";
import { goTo } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import { groupedIn } from "../../i18n/number.ts";
import { CopyButtons } from "../exports/copy-buttons.tsx";
import { resetBurn, useBurnRun } from "./burn-run.ts";
import { Glance } from "./glance.tsx";
import { gapsOf } from "./glance.ts";
import { PageGrid } from "./page-grid.tsx";
import { Sentences } from "./sentences.tsx";
import styles from "./burn.module.css";
import result from "./burn-result.module.css";

export function BurnResult({ document }: { readonly document: string }) {
  const { t } = useTranslation();
  const answer = useBurnRun((r) => r.answer);
  if (!answer) return null;
  const { report, verification } = answer;
  return (
    <div data-testid={answer.exported ? "burn-done" : "burn-failed"}>
      {answer.exported ? (
        <Done card={answer.export} />
      ) : (
        <Failed message={answer.message} page={answer.page} document={document} />
      )}
      {answer.exported && verification && report && (
        <Glance
          of={{
            checks: verification.checks,
            notices: verification.notices,
            pages: report.pages,
            notes: report.notes,
            gaps: gapsOf(report.pages.flatMap((p) => p.boxes)),
          }}
        />
      )}
      {verification && (
        <>
          <Sentences
            title={t("burn.findings")}
            kind="stop"
            document={document}
            list={verification.findings.filter(
              (f) => answer.exported || f.message !== withoutLead(answer.message),
            )}
          />
          {!answer.exported && <Checks verification={verification} />}
        </>
      )}
      {report && <PagesMade report={report} document={document} />}
      {verification && (
        <Sentences
          title={t("burn.notices")}
          kind="warn"
          document={document}
          list={verification.notices}
        />
      )}
      {answer.exported && verification && <Checks verification={verification} />}
      <div className={styles["acts"]}>
        <Button onPress={() => goTo({ at: "review", document })}>{t("burn.backToReview")}</Button>
        {!answer.exported && <Button onPress={resetBurn}>{t("burn.again")}</Button>}
      </div>
    </div>
  );
}

function Done({ card }: { readonly card: ExportCard }) {
  const { t } = useTranslation();
  const draft = card.standing !== "signed";
  return (
    <div className={`${result["verdict"]} ${result["good"]}`} role="status">
      <CircleCheckBig aria-hidden="true" />
      <div>
        <h2>{t(draft ? "burn.draftTitle" : "burn.doneTitle")}</h2>
        <p>{t("burn.doneText")}</p>
        {draft && (
          <p className={result["draft"]} data-testid="burnt-draft">
            {t(`burn.notSigned.${card.standing}`)}
          </p>
        )}
        <p className={result["file"]}>{card.name}</p>
        <p className={result["hash"]}>
          {t("burn.hash")} <code className="selectable">{card.sha256}</code>
        </p>
        <div className={result["next"]}>
          {!draft && <CopyButtons exportId={card.id} tone="primary" />}
          <Button
            tone={draft ? "primary" : "plain"}
            icon={<Columns2 aria-hidden="true" />}
            data-testid="before-after"
            onPress={() => goTo({ at: "exports", open: card.id })}
          >
            {t("burn.read")}
          </Button>
          {draft && (
            <Button
              icon={<ClipboardCheck aria-hidden="true" />}
              data-testid="to-signoff"
              onPress={() => goTo({ at: "signoff" })}
            >
              {t("burn.toSignoff")}
            </Button>
          )}
          {draft && <CopyButtons exportId={card.id} />}
        </div>
      </div>
    </div>
  );
}

/** The title says it already. */
const withoutLead = (message: string): string => message.replace(/^Nothing was exported\.\s*/, "");

interface FailedProps {
  readonly message: string;
  readonly page: number | undefined;
  readonly document: string;
}

function Failed({ message, page, document }: FailedProps) {
  const { t } = useTranslation();
  return (
    <div className={`${result["verdict"]} ${result["bad"]}`} role="alert">
      <CircleX aria-hidden="true" />
      <div>
        <h2>{t("burn.failedTitle")}</h2>
        <p className={result["why"]}>{withoutLead(message)}</p>
        <p>{t("burn.failedText")}</p>
        {page !== undefined && (
          <Button
            tone="primary"
            data-testid="go-there"
            onPress={() => goTo({ at: "review", document, page })}
          >
            {t("common.goThere")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Once all is well the checks are there for who wants to read them; otherwise they are laid open. */
function Checks({ verification }: { readonly verification: Verification }) {
  const { t } = useTranslation();
  const passed = verification.checks.every((check) => check.passed);
  if (!passed)
    return (
      <section>
        <h2>{t("burn.checks")}</h2>
        <CheckLines verification={verification} />
      </section>
    );
  return (
    <details className={result["allChecks"]} data-testid="checks">
      <summary>{t("burn.checksPassed", { count: verification.checks.length })}</summary>
      <CheckLines verification={verification} />
    </details>
  );
}

function CheckLines({ verification }: { readonly verification: Verification }) {
  const { t } = useTranslation();
  const engines = Object.entries(verification.engines).map(([name, v]) => `${name} ${v}`);
  return (
    <>
      <ul className={result["checks"]}>
        {verification.checks
          .toSorted((x, y) => Number(x.passed) - Number(y.passed))
          .map((check) => (
            <li key={check.id} data-passed={check.passed}>
              {check.passed ? (
                <CircleCheckBig aria-hidden="true" />
              ) : (
                <CircleX aria-hidden="true" />
              )}
              <span className="sr-only">{t(check.passed ? "burn.passed" : "burn.notPassed")}</span>
              <span className={result["check"]}>{check.name}</span>
              <span className={result["detail"]}>{groupedIn(check.detail)}</span>
            </li>
          ))}
      </ul>
      {engines.length > 0 && (
        <p className={styles["help"]}>{t("burn.engines", { engines: engines.join(", ") })}</p>
      )}
    </>
  );
}

interface PagesMadeProps {
  readonly report: BurnReport;
  readonly document: string;
}

function PagesMade({ report, document }: PagesMadeProps) {
  const { t } = useTranslation();
  const sealed = report.pages.filter((p) => p.kind === "sealed");
  const sentences = [
    ...sealed.map((p) => ({
      message: t("burn.sealedWhy", { page: p.page, why: p.reason ?? t("burn.sealed") }),
    })),
    ...report.notes.map((message) => ({ message })),
  ];
  return (
    <>
      <section>
        <h2>
          {t("burn.crispCount", { count: report.pages.length - sealed.length })}
          {sealed.length > 0 && <> · {t("burn.sealedCount", { count: sealed.length })}</>}
        </h2>
        <PageGrid pages={report.pages} total={report.pages.length} />
      </section>
      <Sentences title={t("burn.notes")} kind="note" document={document} list={sentences} />
    </>
  );
}
