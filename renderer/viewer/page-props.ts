// What a page is shown with, and what can be done on it.
import { type ReactNode } from "react";
import type { Rect } from "../../shared/geometry/rect.ts";
import type { PageGeometry } from "../../shared/model/page.ts";
import { type MarkShape } from "./mark-shape.ts";

export interface PageActs {
  readonly pick: (id: string) => void;
  readonly selectText: (choice: { page: number; start: number; end: number } | null) => void;
  readonly drawBox: (page: number, rect: Rect) => void;
  /** A page's picture is on the screen, or no longer. */
  readonly drawn: (page: number, drawn: boolean) => void;
}

export interface PageViewProps {
  readonly document: string;
  readonly page: PageGeometry;
  readonly zoom: number;
  readonly marks: readonly MarkShape[];
  readonly selected: string | null;
  readonly asPublic: boolean;
  /** True while the box tool is in hand; Shift does the same for one drag. */
  readonly drawing: boolean;
  readonly selection: readonly Rect[];
  readonly acts: PageActs;
  /** A word about the whole page, on its top edge. */
  readonly tag?: string | undefined;
  /** The box being adjusted or drawn by keys, and what floats near the selection. */
  readonly children?: ReactNode;
}
