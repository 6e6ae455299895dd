// Which of the command panels is open: palette, keys or settings. One at a time.
import { create } from "zustand";

export type Panel = "palette" | "help" | "settings";

export const usePanels = create<{ readonly panel: Panel | null }>(() => ({ panel: null }));

/** Closes whichever is open. */
export const closePanel = (): void => usePanels.setState({ panel: null });

export const showPanel = (panel: Panel): void => usePanels.setState({ panel });
