// The desk of a case: its documents, how far each is, and what comes next.
import { FilePlus2, X } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentCard } from "../../../shared/ipc/cases.ts";
import type { ExportCard } from "../../../shared/ipc/publish.ts";
import { ask } from "../../app/client.ts";
import { attempt } from "../../app/notices.ts";
import { pagePicture } from "../../app/pictures.ts";
import { refreshCase, useSession } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useBurnRun } from "../burn/burn-run.ts";
import { mayBringIn, useWorkflow } from "../signoff/workflow-store.ts";
import { DocumentRow } from "./document-row.tsx";
import { DropVeil } from "./drop-veil.tsx";
import { chooseFiles, clearRefused, useImports, takeWaiting } from "./import.ts";
import { CaseNextStep } from "./next-step.tsx";
import { PasswordSheet } from "./password-sheet.tsx";
import styles from "./desk.module.css";

export function Desk() {
  const { t } = useTranslation();
  const documents = useSession((s) => s.open?.documents ?? NO_DOCUMENTS);
  useSession((s) => s.open?.frozen);
  useWorkflow((w) => w.state?.stage);
  const importing = mayBringIn();
  const { arrivals, locked, choosing } = useImports();
  const words = t(choosing ? "desk.adding" : "desk.add");
  const next = documents.find((d) => d.status === "ready" && d.undecided > 0);
  const [now] = useState(() => new Date());

  const [exports, setExports] = useState<readonly ExportCard[]>([]);

  useEffect(() => attempt(refreshCase), []);
  const burning = useBurnRun((r) => r.phase === "running");
  const loadExports = useCallback(async () => setExports(await ask("publish.exports", {})), []);
  useEffect(() => attempt(loadExports), [loadExports]);
  // A burn that comes to its end while the desk is open adds one.
  useEffect(() => {
    if (!burning) attempt(loadExports);
  }, [burning, loadExports]);
  useEffect(() => attempt(takeWaiting), []);
  useOpenedForPictures(documents);

  return (
    <main className={styles["desk"]}>
      <div className={styles["head"]}>
        <h1>{t("desk.title")}</h1>
        {documents.length > 0 && importing && (
          <Button icon={<FilePlus2 aria-hidden="true" />} data-testid="import" onPress={choose}>
            {words}
          </Button>
        )}
      </div>
      <Refusals />
      <CaseNextStep />
      <ul className={styles["documents"]} data-testid="documents">
        {documents.map((card) => (
          <DocumentRow
            key={card.id}
            card={card}
            now={now}
            next={card.id === next?.id}
            exported={exports.findLast((e) => e.document === card.id)}
          />
        ))}
        {arrivals.map((a) => (
          <li key={a.name} className={styles["document"]}>
            <div className={styles["about"]}>
              <h2>{a.name}</h2>
              <Progress
                label={t("desk.arriving", { name: a.name })}
                done={a.done}
                total={a.total}
                open={a.done >= a.total}
                words={t(a.done < a.total ? "desk.copying" : "desk.opening")}
              />
            </div>
          </li>
        ))}
      </ul>
      {documents.length > 0 && importing && (
        <p className={styles["hint"]}>{t("desk.dropAnywhere")}</p>
      )}
      {documents.length === 0 && arrivals.length === 0 && (
        <div className={styles["empty"]}>
          <FilePlus2 aria-hidden="true" />
          <p className={styles["emptyTitle"]}>{t(importing ? "desk.drop" : "desk.empty")}</p>
          <p>{t(importing ? "desk.dropHelp" : "desk.emptyHelp")}</p>
          {importing && (
            <Button tone="primary" data-testid="import" onPress={choose}>
              {words}
            </Button>
          )}
        </div>
      )}
      {importing && <DropVeil />}
      {locked[0] && (
        <PasswordSheet key={`${locked[0].token}-${locked[0].triesLeft}`} file={locked[0]} />
      )}
    </main>
  );
}

/**
 * Asks for one small page of each document, so that its pictures can be drawn at once when somebody
 * begins to read: opening a document for its first picture takes a second or two.
 */
function useOpenedForPictures(documents: readonly DocumentCard[]): void {
  const asked = useRef(new Set<string>());
  useEffect(() => {
    for (const { id, status } of documents) {
      if (status === "failed" || asked.current.has(id) || asked.current.size >= MOST_OPENED)
        continue;
      asked.current.add(id);
      new Image().src = pagePicture(id, 1, 200);
    }
  }, [documents]);
}

/** As many as are kept open for pictures. */
const MOST_OPENED = 4;

const NO_DOCUMENTS: never[] = [];
const choose = (): void => attempt(chooseFiles);

/** One clear sentence per file that could not be taken. */
function Refusals() {
  const { t } = useTranslation();
  const refused = useImports((s) => s.refused);
  if (refused.length === 0) return null;
  return (
    <div role="alert" className={styles["refused"]} data-testid="refused">
      <div>
        <h2>{t("desk.refusedTitle", { count: refused.length })}</h2>
        <ul>
          {refused.map((r, i) => (
            <li key={`${r.name}-${i}`}>
              {!r.message.includes(r.name) && <b>{r.name}: </b>}
              {r.message}
            </li>
          ))}
        </ul>
      </div>
      <Button tone="quiet" aria-label={t("common.dismiss")} icon={<X />} onPress={clearRefused} />
    </div>
  );
}
