// How bindings look on a key cap, and which bindings would collide. Pure.
import type { Command } from "./command.ts";

const NAMES: Readonly<Record<string, string>> = {
  $mod: "Ctrl",
  Control: "Ctrl",
  Shift: "⇧",
  ArrowDown: "↓",
  ArrowUp: "↑",
  ArrowRight: "→",
  ArrowLeft: "←",
  Escape: "Esc",
  Enter: "↵",
};

/** Caps of a binding: "Shift+A" → ["⇧A"], "$mod+Shift+z" → ["Ctrl", "⇧Z"]. */
export function capsOf(binding: string): readonly string[] {
  const parts = binding
    .replace("[Shift]+", "")
    .split("+")
    .filter((p, i, all) => p !== "" || i === all.length - 1);
  const caps = parts.map(
    (p) => NAMES[p] ?? (p === "" ? "+" : p.length === 1 ? p.toUpperCase() : p),
  );
  const shift = caps.indexOf("⇧");
  if (shift < 0 || shift === caps.length - 1) return caps;
  return [...caps.slice(0, shift), `⇧${caps[shift + 1]}`, ...caps.slice(shift + 2)];
}

/** The value of aria-keyshortcuts. */
export const ariaKeys = (binding: string): string =>
  binding.replace("$mod", "Control").replace("[Shift]+", "");

/** Bindings that more than one command claims, with their ids. */
export function collisions(commands: readonly Command[]): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const command of commands)
    for (const binding of command.keys) {
      const key = binding.toLowerCase();
      owners.set(key, [...(owners.get(key) ?? []), command.id]);
    }
  return new Map([...owners].filter(([, ids]) => ids.length > 1));
}
