// What a command is: data. Toolbar, palette, shortcuts and help are views of the table in table.ts,
// so a key or a word exists once. `keys` are written for tinykeys; see keys.ts for how they look.

export const COMMAND_GROUPS = ["decide", "move", "mark", "view", "case"] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

export interface Command {
  /** area.verb; also the key of its label under `commands.` in the strings. */
  readonly id: CommandId;
  readonly group: CommandGroup;
  /** Default keys, the first is shown. Empty where the palette is the only way. */
  readonly keys: readonly string[];
  /** Enabled now; a disabled command has no effect and is not in the palette. */
  readonly when: () => boolean;
  readonly run: () => void;
  /** Keys also work while a text field has the focus (only with Ctrl or a function key). */
  readonly everywhere?: true;
  /** Goes on while the key is held down. */
  readonly repeats?: true;
}

export const COMMAND_IDS = [
  "accept",
  "acceptAll",
  "acceptSuggested",
  "refuse",
  "refuseAll",
  "label",
  "generalise",
  "undo",
  "redo",
  "next",
  "previous",
  "nextInGroup",
  "previousInGroup",
  "pictures",
  "goToPage",
  "nextPage",
  "previousPage",
  "search",
  "markText",
  "selectWord",
  "unselect",
  "wordRight",
  "wordLeft",
  "wordDown",
  "wordUp",
  "wordMore",
  "wordLess",
  "drawBox",
  "adjust",
  "sealPage",
  "asPublic",
  "zoomIn",
  "zoomOut",
  "zoomFit",
  "thumbnails",
  "palette",
  "help",
  "settings",
  "burn",
  "documents",
  "people",
  "jigsaw",
  "signoff",
  "publication",
  "exports",
  "case",
  "trail",
  "import",
  "lock",
] as const;
export type CommandId = (typeof COMMAND_IDS)[number];

/** A key that types a letter: only in the review, never in a text field, and it can be turned off. */
export const isSingleKey = (binding: string): boolean =>
  !/Control|Alt|Meta|\$mod|F\d/.test(binding);
