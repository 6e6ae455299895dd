// The weights of the network while it learns.

export interface NetWeights {
  /** From a given vector to ours: DEPTH numbers for each of GIVEN_DEPTH. */
  readonly given: Float64Array;
  readonly wordRows: Float64Array;
  /** What is added to the vector of a word of its own. */
  readonly own: Float64Array;
  readonly places: Float64Array;
  readonly placeRows: Float64Array;
  readonly bias: Float64Array;
  readonly out: Float64Array;
  readonly base: Float64Array;
}
