// The certificate of an export as the window reads it: what it needs of it, checked on arrival.
import { z } from "zod";
import { enginesListed } from "../../../shared/model/engines.ts";

const count = z.number();

export const proofSchema = z.object({
  application: z.string(),
  original: z.object({ sha256: z.string() }),
  plan: z.object({ name: z.string().optional(), sha256: z.string(), marks: count }),
  pages: z.array(
    z.object({
      page: count,
      kind: z.enum(["crisp", "sealed"]),
      reason: z.string().optional(),
      boxes: count,
      bits: count,
    }),
  ),
  gaps: z.object({ count, constant: count, mostBits: count }),
  swept: z.record(z.string(), count),
  notes: z.array(z.string()),
  checks: z.array(
    z.object({ id: z.string(), name: z.string(), passed: z.boolean(), detail: z.string() }),
  ),
  notices: z.array(z.object({ page: count.optional(), message: z.string() })),
  engines: z.object({
    burn: z.record(z.string(), z.string()),
    verify: z.record(z.string(), z.string()),
  }),
  trail: z.looseObject({ entries: count, head: z.string() }).nullable(),
});

export type Proof = z.infer<typeof proofSchema>;

export const writersOf = ({ engines }: Proof): string => enginesListed(engines.burn);
export const readersOf = ({ engines }: Proof): string => enginesListed(engines.verify);
