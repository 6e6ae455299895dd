// Words of the layout: glyphs seen along their line, segments of lines, words to be set anew and
// the boxes that stand where something was burnt. Values only.
import type { Rect } from "../../../shared/geometry/rect.ts";
import type { GlyphItem, PathItem, ImageItem } from "../crisp/interpret/display-list.ts";

export interface PaintUnit {
  readonly kind: "paint";
  readonly order: number;
  readonly item: PathItem | ImageItem;
}

/** A direction of writing: u runs along the line, v upwards from it. */
export interface Frame {
  readonly key: string;
  readonly cos: number;
  readonly sin: number;
}

export interface SeenGlyph {
  readonly item: GlyphItem;
  readonly frame: Frame;
  /** Origin along the line and height of its baseline. */
  readonly u: number;
  readonly v: number;
  /** Nominal advance and font size in points. */
  readonly advance: number;
  readonly size: number;
  readonly blank: boolean;
  /** Place in the painting order. */
  readonly order: number;
  /** Index of the mark that burns it, or -1. */
  readonly mark: number;
  /** The same letter drawn again upon it, to look bold or to cast a shadow. */
  readonly echoes?: readonly SeenGlyph[];
  /** Stands for a bar that is drawn in its line; what is drawn is the line's decoration. */
  readonly bar?: boolean;
  /** The drawing whose room it takes. */
  readonly shape?: InlineShape;
}

/** A drawing around words of a line, or in the place of one. */
export interface InlineShape {
  readonly paths: readonly PathItem[];
  /** Its ends and the baseline of its line. */
  readonly from: number;
  readonly to: number;
  readonly v: number;
  /** Nothing stands in it: it moves and keeps its length. */
  readonly rigid: boolean;
}

/** A cell's text: one for all of its lines. */
export interface CellText {
  readonly align: "left" | "centre" | "right";
  /** Its start, middle or end where the table stands now. */
  readonly anchor: number;
  /** Its maker never breaks it: one line, however long. */
  readonly whole?: boolean;
  /** Its column or table stays where it was, which may hang on what stood in it: which one that is. */
  readonly told?: string;
}

/** Glyphs that follow each other on one line without a gap wider than words have. */
export interface Segment {
  readonly frame: Frame;
  readonly glyphs: readonly SeenGlyph[];
  /** From the first to behind the last glyph that has ink. */
  readonly left: number;
  readonly right: number;
  readonly v: number;
  /** Size that most of its glyphs have. */
  readonly size: number;
  readonly order: number;
  readonly touched: boolean;
  /** Its text in a table that is laid out anew. */
  readonly recast?: CellText;
  /** It begins with the rest of a burnt name that the line's end above cut. */
  readonly rest?: boolean;
  /** A row of dots leads from it to a number. */
  readonly leads?: boolean;
  /** It is such a row, however short. */
  readonly dots?: boolean;
}

/** Something drawn along with words: an underline, a strike-through, a highlight. */
export interface Decoration {
  /** Paths of one key are one look: colour, height over the baseline, thickness. */
  readonly key: string;
  readonly colour: string;
  /** Relative to the baseline. */
  readonly from: number;
  readonly to: number;
  readonly behind: boolean;
  readonly shape?: InlineShape;
  /** No bar: drawn with dots, dashes or waves of its own. */
  readonly row?: "dots" | "dashes" | "wave";
  /** How thick a wave is drawn. */
  readonly pen?: number;
}

/** A glyph of a word that is set anew. */
export interface Piece {
  readonly kind: "glyph";
  readonly item: GlyphItem;
  readonly advance: number;
  readonly size: number;
  /** Height over the line's baseline (superscripts). */
  readonly rise: number;
  /** Nothing but the width of its decorations. */
  readonly bar?: boolean;
  readonly decorations: readonly Decoration[];
}

/** A gap: the label in its box, as wide as the label alone asks for. */
export interface Gap {
  readonly kind: "gap";
  readonly mark: number;
  /** Size of the line that it stands in. */
  readonly size: number;
  /** Of the first burnt letter: the label says what was there to whoever listens, too. */
  readonly place: Pick<GlyphItem, "piece" | "link">;
  readonly decorations: readonly Decoration[];
}

/** What a line is read as, before it falls into words. */
export type Token = Piece | Gap | "space";

/** Atoms without a space between them. */
export interface Word {
  readonly atoms: readonly (Piece | Gap)[];
}

/** A burnt box on the page written anew. */
export interface Box {
  readonly mark: number;
  /** Corners in page space, counter-clockwise from start-bottom. */
  readonly corners: readonly (readonly [number, number])[];
  readonly bounds: Rect;
  readonly label: readonly GlyphItem[];
  readonly bits: number;
  /** It stands on no line: its label is written for itself. */
  readonly alone?: true;
}
