// How this person likes the window: theme, contrast, size of type, single-letter keys. Kept by the
// side with power as one JSON object; an unknown or odd value falls back to its default.
import { create } from "zustand";
import { z } from "zod";
import { ask } from "./client.ts";

const settingsSchema = z.object({
  theme: z.enum(["system", "light", "dark"]).catch("system"),
  contrast: z.enum(["system", "more"]).catch("system"),
  textSize: z.union([z.literal(16), z.literal(18), z.literal(20)]).catch(16),
  singleKeys: z.boolean().catch(true),
  thumbnails: z.boolean().catch(true),
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
