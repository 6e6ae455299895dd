// The table of commands. Every act of the window that has a key or a place in the palette is a row
// of it; toolbar, palette, shortcuts and help are views of it.
import type { Command } from "./command.ts";
import { REVIEW_COMMANDS } from "./review-commands.ts";
import { WINDOW_COMMANDS } from "./window-commands.ts";

export const COMMANDS: readonly Command[] = [...REVIEW_COMMANDS, ...WINDOW_COMMANDS];

export const commandOf = (id: Command["id"]): Command => COMMANDS.find((c) => c.id === id)!;

/** Runs a command from a button; a command that is not possible now does nothing. */
export function runCommand(id: Command["id"]): void {
  const command = commandOf(id);
  if (command.when()) command.run();
}
