// What is said of something that goes on, with how long it has lasted once that is long: so that nobody
// takes for stuck what is only slow.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** Seconds: from when on they are said, and how often. */
const LONG = 10;
const EVERY = 5;

export function useLasting(words: string): string {
  const { t } = useTranslation();
  const seconds = useSecondsOf(words);
  return seconds < LONG ? words : `${words} · ${t("common.lasts", { seconds })}`;
}

/** For how many seconds the same has been said. */
function useSecondsOf(words: string): number {
  const [since, setSince] = useState({ words, seconds: 0 });
  useEffect(() => {
    const timer = setInterval(
      () =>
        setSince((now) => ({ words, seconds: now.words === words ? now.seconds + EVERY : EVERY })),
      EVERY * 1_000,
    );
    return () => clearInterval(timer);
  }, [words]);
  return since.words === words ? since.seconds : 0;
}
