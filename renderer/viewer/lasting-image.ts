// A picture that is asked for anew under another address: the one before stays on the screen until
// the new one has arrived, so that nothing flashes white. The element that loaded is the element
// that is shown, because pictures are never kept in the browser's cache.
import { useState } from "react";

export interface LastingImage {
  /** Addresses to draw an element for, the one on the screen first. */
  readonly sources: readonly string[];
  /** The address that is on the screen. */
  readonly shown: string | null;
  /** Whether the address asked for could not be drawn. */
  readonly failed: boolean;
  readonly loaded: (source: string) => void;
  readonly broke: (source: string) => void;
}

export function useLastingImage(src: string): LastingImage {
  const [shown, loaded] = useState<string | null>(null);
  const [broken, broke] = useState<string | null>(null);
  const sources = shown === null || shown === src ? [src] : [shown, src];
  return { sources, shown, failed: broken === src, loaded, broke };
}
