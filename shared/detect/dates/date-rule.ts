// What a rule of a date is, and the parts of which patterns of dates are made.
import type { Tier } from "../model.ts";

export interface DateRule {
  /** It may match without any digit, so the whole page is tried. */
  readonly wordy?: boolean;
  readonly pattern: RegExp;
  readonly score: number;
  readonly tier: Tier;
  readonly why: string;
  /** Text before and after decide; null lets the match pass as it is. */
  refuse?(before: string, after: string, match: string): boolean;
}

export const DAY = "\\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)?";
/** Spaces and line ends; a blank line, which parts rows and paragraphs, is not among them. */
export const GAP = "(?: |\\n(?!\\n)){1,3}";
export const SEASON = "(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)";
export const TO = "(?:[ ]?(?:-|/|&|to|and|or)[ ]?)";
/** After these a year is a law's, a guidance's or a cited work's. */
export const LAW =
  /(?:\b(?:act|acts|regulations?|rules|order|convention|code|guidance|directive|protocol|bill|measure|charter|schedule|statute|law|circular|framework|strategy|working together|safeguard children|safeguarding children|report|review|census|policy|procedures|plan|standards|edition|stud(?:y|ies)|papers?|inquiry|findings|legislation)(?: (?:of|in|from|since|as revised in|published in|amended in)(?: [A-Z][a-z]+)?)?|\bet al\.?|\bofsted|\bnice|\bnspcc|\bdfe|\bdepartment for education|\bhm government|[A-Z][a-z]+ and [A-Z][a-z]+)[,( ]*$/i;
export const CITED = /\([A-Z][\w' &.,-]{1,60}$/;
