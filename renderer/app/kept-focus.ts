// Where the focus goes when what had it is gone with its screen: to the new screen's main part, so that
// the next Tab begins there and a screen reader says where it is. What kept its focus keeps it.
import { useSession } from "./session.ts";

/** Milliseconds: a sheet that closes gives the focus back first, where it can. */
const SETTLED = 80;

/** @returns a function that stops keeping it */
export function keepFocus(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = useSession.subscribe((now, before) => {
    const same = now.open?.documents.length === before.open?.documents.length;
    if (now.screen === before.screen && same) return;
    clearTimeout(timer);
    timer = setTimeout(recover, SETTLED);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

function recover(): void {
  if (document.activeElement !== document.body) return;
  const main = document.querySelector("main");
  if (!main) return;
  main.tabIndex = -1;
  main.focus({ preventScroll: true });
}
