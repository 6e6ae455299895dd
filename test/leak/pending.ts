// Fixtures that are known to be red, each with the reason. They are run and counted in the closing
// line, but do not fail the suite; the list is meant to be empty.

export interface Pending {
  readonly name: string;
  readonly why: string;
}

export const PENDING_LEAKS: readonly Pending[] = [];
export const PENDING_TWINS: readonly Pending[] = [
  {
    name: "indented line that the longest name takes to the margin",
    why: "by its place alone it cannot be told from a right-aligned line",
  },
];

export const PENDING_HOSTILE: readonly Pending[] = [];

/**
 * Of the usual number of random pages, how many may still be unequal: single lines whose alignment is
 * guessed from where they end, or from their middle, which hang on the secret.
 */
export const UNEQUAL_RANDOM_PAGES = 5;

export const PENDING_GATE: readonly Pending[] = [];
