// Bits that the line breaks of a page's paragraphs can betray. What a longer or shorter word would have
// done counts, never what this one did: twins must state the same.
import type { Flow } from "./flow.ts";
import type { Plan } from "../paragraphs/reset.ts";
import { isLoose } from "../paragraphs/reset.ts";

const BITS_OF_A_LINE = 2;
const BITS_OF_A_BREAK = 1;
/** Typesetters that round baselines to pixels leave a trace of where lines stood before they moved. */
const BITS_OF_ROUNDING = 1;

export class TellingBreaks {
  readonly #over: boolean;
  readonly #rounded: boolean;
  readonly #levelled: boolean;
  /** Traces of rounding on the page that are not counted yet. */
  #left: number;
  #ranOver = false;

  /** @param rounded whether heights of the page were rounded */
  constructor({ over, guesses }: Flow, rounded: boolean) {
    this.#over = over;
    this.#rounded = rounded;
    this.#levelled = guesses === 0;
    this.#left = guesses;
  }

  /** May its lines take others over to the next page? */
  runsOver(plan: Plan): boolean {
    return this.#over && plan.free && isLoose(plan);
  }

  /**
   * Of a paragraph that shows a box.
   *
   * @param apart whether it runs in a direction of its own, or a name of it goes on in another text
   */
  of(plan: Plan, apart: boolean): number {
    // That of a page that runs on is one number for all its paragraphs.
    const runsOver = this.runsOver(plan);
    if (runsOver && this.#ranOver) return 0;
    this.#ranOver ||= runsOver;
    return Math.max(apart ? BITS_OF_A_LINE : 0, this.#breaks(plan));
  }

  #breaks(plan: Plan): number {
    if (!isLoose(plan)) return 0;
    if (!plan.free || this.#over) return BITS_OF_A_LINE;
    if (this.#levelled) return 0;
    if (!plan.paragraph.leadingShown) return BITS_OF_A_BREAK;
    if (!this.#rounded || this.#left <= 0) return 0;
    this.#left -= BITS_OF_ROUNDING;
    return BITS_OF_ROUNDING;
  }
}
