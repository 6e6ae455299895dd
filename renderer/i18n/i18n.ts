// Starts i18next with the one language there is so far. React escapes what it shows, so the
// translations do not.
import { use as withPlugin } from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "./en.ts";
import { numbersInSentences } from "./number.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof en };
  }
}

export const LANGUAGE = "en-GB";

export async function startWords(): Promise<void> {
  await withPlugin(initReactI18next)
    .use(numbersInSentences)
    .init({
      lng: LANGUAGE,
      fallbackLng: false,
      resources: { [LANGUAGE]: { translation: en } },
      interpolation: { escapeValue: false, alwaysFormat: true },
    });
}
