// How this person likes the window: theme, contrast, size of type, single-letter keys. Kept by the
// side with power as one JSON object; an unknown or odd value falls back to its default.
import { useSyncExternalStore } from "react";
import { create } from "zustand";
import { z } from "zod";
import { SETTINGS } from "../../shared/ipc/app.ts";
import { ask } from "./client.ts";

const settingsSchema = z.object({
  theme: SETTINGS.theme.catch("system"),
  contrast: SETTINGS.contrast.catch("system"),
  textSize: SETTINGS.textSize.catch(16),
  singleKeys: SETTINGS.singleKeys.catch(true),
  thumbnails: SETTINGS.thumbnails.catch("auto"),
});
export type Settings = z.infer<typeof settingsSchema>;

export const useSettings = create<Settings>(() => settingsSchema.parse({}));

export async function loadSettings(): Promise<void> {
  useSettings.setState(settingsSchema.parse(await ask("app.settings", {})));
}

export async function saveSettings(change: Partial<Settings>): Promise<void> {
  useSettings.setState(change);
  await ask("app.saveSettings", { settings: { ...useSettings.getState() } });
}

const wide = (): MediaQueryList => window.matchMedia("(min-width: 1200px)");

export const thumbnailsShown = ({ thumbnails }: Settings, room: boolean): boolean =>
  thumbnails === "auto" ? room : thumbnails === "show";

/** True in a window with room for three columns; follows resizing. */
export const useWide = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const query = wide();
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => wide().matches,
  );

export async function toggleThumbnails(): Promise<void> {
  const shown = thumbnailsShown(useSettings.getState(), wide().matches);
  await saveSettings({ thumbnails: shown ? "hide" : "show" });
}

/** Puts theme and size on the root element, from where the tokens take over. */
export function applySettings({ theme, contrast, textSize }: Settings): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
  const more = contrast === "more" || window.matchMedia("(prefers-contrast: more)").matches;
  if (more) root.dataset["contrast"] = "more";
  else delete root.dataset["contrast"];
  root.style.fontSize = `${textSize}px`;
}
