// Where the focus goes when what had it is gone, with its screen, its form or its row: into the dialog or
// the list that is open, else to the screen's main part, so that the next key and the next Tab begin
// there and a screen reader says where it is. What kept its focus keeps it.

import { useSession } from "./session.ts";

/** Milliseconds: a sheet that closes gives the focus back first, where it can. */
const SETTLED = 80;

/** Marks what takes the focus on its screen before the main part does. */
export const FOCUS_HOME = { "data-focus-home": "" } as const;

/** @returns a function that stops keeping it */
export function keepFocus(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Element | null = null;
  const remember = (event: FocusEvent): void => {
    last = event.target instanceof Element ? event.target : null;
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(recover, SETTLED);
  };
  const look = (): void => {
    if (document.activeElement !== document.body || !last || last.isConnected) return;
    last = null;
    soon();
  };
  const stop = useSession.subscribe((now, before) => {
    if (now.screen !== before.screen) soon();
  });
  const changes = new MutationObserver(look);
  changes.observe(document.body, { childList: true, subtree: true });
  document.addEventListener("focusin", remember);
  return () => {
    clearTimeout(timer);
    stop();
    changes.disconnect();
    document.removeEventListener("focusin", remember);
  };
}

function recover(): void {
  if (document.activeElement !== document.body) return;
  const home =
    document.querySelector<HTMLElement>("[role=dialog], [role=alertdialog]") ??
    document.querySelector<HTMLElement>("[data-focus-home]") ??
    document.querySelector<HTMLElement>("main");
  if (!home) return;
  if (!home.hasAttribute("tabindex")) home.tabIndex = -1;
  home.focus({ preventScroll: true });
}
