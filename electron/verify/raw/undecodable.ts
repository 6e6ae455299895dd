// What every filter of a stream answers with, or throws.

/** The data of a stream cannot be had whole. */
export class Undecodable extends Error {}

/** What one filter gave. */
export interface Step {
  readonly bytes: Uint8Array;
  /** Bytes after the end that the filter marks for itself. */
  readonly slack: number;
}
