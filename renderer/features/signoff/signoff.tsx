// Two people answer for a publication. This screen shows where the case stands between them, what
// is still in the way, and the one step that the person at the keyboard can take.
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { attempt } from "../../app/notices.ts";
import { useSession } from "../../app/session.ts";
import page from "../../ui/page.module.css";
import { Comments } from "./comments.tsx";
import { Stages } from "./stages.tsx";
import { AnalystStep } from "./analyst-step.tsx";
import { ReviewerStep } from "./reviewer-step.tsx";
import { SignedStep } from "./signed-step.tsx";
import { loadWorkflow, useWorkflow } from "./workflow-store.ts";

export function Signoff() {
  const { t } = useTranslation();
  const state = useWorkflow((w) => w.state);
  const role = useSession((s) => s.open?.user.role);
  useEffect(() => attempt(loadWorkflow), []);
  return (
    <main className={page["page"]} data-testid="signoff">
      <div className={page["head"]}>
        <div>
          <h1>{t("signoff.title")}</h1>
          <p className={page["soft"]}>{t("signoff.intro")}</p>
        </div>
      </div>
      {state && (
        <>
          <Stages state={state} />
          {state.stage === "signed" && <SignedStep state={state} />}
          {state.stage !== "signed" && role === "analyst" && <AnalystStep state={state} />}
          {state.stage !== "signed" && role === "reviewer" && <ReviewerStep state={state} />}
          {state.stage !== "signed" && role === "publisher" && (
            <p className={page["empty"]}>{t("signoff.publisherWaits")}</p>
          )}
          <Comments />
        </>
      )}
    </main>
  );
}
