// The palette, the keys and the settings: three views over the same table of commands.
import { HelpSheet } from "./help.tsx";
import { Palette } from "./palette.tsx";
import { usePanels } from "./panels.ts";
import { SettingsSheet } from "./settings-sheet.tsx";

export function Panels() {
  const panel = usePanels((p) => p.panel);
  if (panel === "palette") return <Palette />;
  if (panel === "help") return <HelpSheet />;
  if (panel === "settings") return <SettingsSheet />;
  return null;
}
