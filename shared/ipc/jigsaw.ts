// Calls about what stays readable and points to somebody only together: the jigsaw.
import { z } from "zod";
import { read, write } from "./call.ts";
import type { Instant } from "../model/ids.ts";
import type { JigsawPerson } from "../detect/jigsaw.ts";

/** "safe": nobody would be recognised by it; "risk": somebody might; "open": to be looked into. */
export const INTRUDER_ANSWERS = ["safe", "risk", "open"] as const;
export type IntruderAnswer = (typeof INTRUDER_ANSWERS)[number];

export interface IntruderQuestion {
  readonly text: string;
  readonly answer: IntruderAnswer | null;
  readonly at: Instant | null;
  readonly by: string | null;
}

export interface JigsawAnswer {
  /** Those with the most kinds first; texts are for the screen only. */
  readonly people: readonly JigsawPerson[];
  readonly questions: readonly IntruderQuestion[];
}

export const jigsawCalls = {
  "jigsaw.load": read<JigsawAnswer>()(z.object({})),
  "jigsaw.answer": write<readonly IntruderQuestion[]>()(
    z.object({ question: z.int().min(0).max(40), answer: z.enum(INTRUDER_ANSWERS) }),
  ),
};
