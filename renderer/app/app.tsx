// The frame around every screen: banner, bar, the screen itself, the panels, and what is said in
// passing. Which screen is shown is the session's business.
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { I18nProvider } from "react-aria-components";
import { bindCommands } from "../commands/bind.ts";
import { Panels } from "../commands/panels-view.tsx";
import { BurnScreen } from "../features/burn/burn.tsx";
import { Desk } from "../features/desk/desk.tsx";
import { Exports } from "../features/exports/exports.tsx";
import { CaseFile } from "../features/case-file/case-file.tsx";
import { Jigsaw } from "../features/jigsaw/jigsaw.tsx";
import { People } from "../features/people/people.tsx";
import { Publication } from "../features/publication/publication.tsx";
import { Signoff } from "../features/signoff/signoff.tsx";
import { ReviewScreen } from "../features/review/review.tsx";
import { Start } from "../features/start/start.tsx";
import { Trail } from "../features/trail/trail.tsx";
import { LANGUAGE } from "../i18n/i18n.ts";
import { CaseBar } from "./case-bar.tsx";
import { NoticeBoard } from "./notice-board.tsx";
import { attempt } from "./notices.ts";
import { begin, useSession } from "./session.ts";
import { applySettings, loadSettings, useSettings } from "./settings.ts";
import { keepFocus } from "./kept-focus.ts";
import styles from "./app.module.css";

export function App() {
  const { t } = useTranslation();
  const ready = useSession((s) => s.ready);
  const trial = useSession((s) => s.info?.trialRuntime ?? false);
  const screen = useSession((s) => s.screen);

  useEffect(() => {
    attempt(begin);
    attempt(loadSettings);
    applySettings(useSettings.getState());
    const stopSettings = useSettings.subscribe(applySettings);
    const stopKeys = bindCommands();
    const stopFocus = keepFocus();
    return () => {
      stopSettings();
      stopKeys();
      stopFocus();
    };
  }, []);

  return (
    <I18nProvider locale={LANGUAGE}>
      <div className={styles["app"]}>
        {trial && (
          <aside
            className={styles["trial"]}
            aria-label={t("common.trialLabel")}
            data-testid="trial-banner"
          >
            {t("common.trial")}
          </aside>
        )}
        {screen.at !== "start" && screen.at !== "review" && <CaseBar at={screen.at} />}
        <div className={styles["screen"]}>
          {ready && screen.at === "start" && <Start />}
          {screen.at === "desk" && <Desk />}
          {screen.at === "review" && (
            <ReviewScreen
              key={screen.document}
              document={screen.document}
              page={screen.page}
              place={screen.place}
              find={screen.find}
              pictures={screen.pictures}
            />
          )}
          {screen.at === "burn" && <BurnScreen key={screen.document} document={screen.document} />}
          {screen.at === "exports" && <Exports open={screen.open} />}
          {screen.at === "trail" && <Trail />}
          {screen.at === "people" && <People />}
          {screen.at === "jigsaw" && <Jigsaw />}
          {screen.at === "signoff" && <Signoff />}
          {screen.at === "publication" && <Publication />}
          {screen.at === "case" && <CaseFile />}
          <NoticeBoard />
        </div>
        <Panels />
      </div>
    </I18nProvider>
  );
}
