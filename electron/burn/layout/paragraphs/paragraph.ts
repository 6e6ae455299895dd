// A text of one or more lines that is set anew as one, and the cell of a table it stands in.
import type { Align, Proof } from "../margins/alignment.ts";
import type { Column } from "../margins/columns.ts";
import type { Segment } from "../model.ts";

export interface Paragraph {
  readonly lines: readonly Segment[];
  readonly align: Align;
  /** Start of the first line and of the others; centre or right edge where so aligned. */
  readonly firstAnchor: number;
  readonly anchor: number;
  readonly column: Column;
  /** Lines run to both margins. */
  readonly justified: boolean;
  /** What shows where its line stands. */
  readonly proof: Proof;
  /** Distance of its baselines; a line without company takes it from other paragraphs. */
  readonly leading: number;
  /** False where no paragraph of the page shows a leading. */
  readonly leadingShown: boolean;
  /** The cell that it stands in, where there are walls on all its sides. */
  readonly cell: Cell | undefined;
  /** Only burnt lines show how far it reaches. */
  readonly narrowed?: boolean;
}

export interface Cell {
  readonly left: number;
  readonly right: number;
  readonly floor: number;
  readonly ceiling: number;
}
