// Binds the table's keys to the window. Single letters work only while the focus is in the review
// (or nowhere), never in a text field or a dialog, and not at all when the person turned them off
// (WCAG 2.1.4).
import { createKeybindingsHandler } from "tinykeys";
import { useSettings } from "../app/settings.ts";
import { isSingleKey, type Command } from "./command.ts";
import { COMMANDS } from "./table.ts";

const TEXT_FIELD =
  "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";
const OVERLAY = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

/** True where this key press belongs to the command rather than to what has the focus. */
function ours(command: Command, binding: string, event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest(OVERLAY)) return command.everywhere === true && !isSingleKey(binding);
  const typing = target.closest(TEXT_FIELD) !== null;
  if (!isSingleKey(binding)) return !typing || !/\$mod\+(z|y|Shift\+z)$/i.test(binding);
  if (typing || (event.repeat && !command.repeats) || !useSettings.getState().singleKeys)
    return false;
  if (binding === "Enter" && target.closest("button, a, [role=button]")) return false;
  return target === document.body || target.closest("[data-keys=review]") !== null;
}

export function bindCommands(): () => void {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {};
  for (const command of COMMANDS)
    for (const binding of command.keys) {
      bindings[binding] = (event) => {
        if (event.defaultPrevented || !ours(command, binding, event) || !command.when()) return;
        event.preventDefault();
        command.run();
      };
    }
  const handler = createKeybindingsHandler(bindings, { ignore: () => false });
  window.addEventListener("keydown", handler as (event: Event) => void);
  return () => window.removeEventListener("keydown", handler as (event: Event) => void);
}
