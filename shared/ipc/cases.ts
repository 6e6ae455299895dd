import { z } from "zod";
import { read, write } from "./call.ts";
import type { DocumentRole } from "../model/document-role.ts";
import type { Instant } from "../model/ids.ts";

export const ROLES = ["analyst", "reviewer", "publisher"] as const;
export type Role = (typeof ROLES)[number];

/** A case as the start screen shows it, without opening it. Names of cases are working names, not secrets. */
export interface CaseCard {
  readonly id: string;
  readonly name: string;
  readonly users: readonly { readonly id: string; readonly name: string; readonly role: Role }[];
  readonly changedAt: Instant;
  readonly sample: boolean;
  /** Set where it cannot be opened, in one sentence (damaged, newer version...). */
  readonly trouble?: string;
}

export interface CaseState {
  readonly id: string;
  readonly name: string;
  readonly user: { readonly id: string; readonly name: string; readonly role: Role };
  readonly users: CaseCard["users"];
  readonly documents: readonly DocumentCard[];
  readonly frozen: boolean;
}

export interface DocumentCard {
  readonly id: string;
  readonly name: string;
  /** One of DOCUMENT_ROLES. */
  readonly role: DocumentRole;
  readonly pages: number;
  readonly importedAt: Instant;
  readonly undecided: number;
  readonly accepted: number;
  readonly refused: number;
  /** reading: text and suggestions are still being made. */
  readonly status: "reading" | "ready" | "failed";
}

const passphrase = z.string().min(1).max(400);

export const casesCalls = {
  "cases.list": read<readonly CaseCard[]>()(z.object({})),
  /** Makes a case with its first user and opens it. */
  "cases.create": write<CaseState>()(
    z.object({
      name: z.string().trim().min(1).max(120),
      user: z.object({ name: z.string().trim().min(1).max(120), role: z.enum(ROLES) }),
      passphrase: z.string().min(8).max(400),
    }),
  ),
  "cases.open": write<CaseState>()(z.object({ id: z.uuid(), user: z.uuid(), passphrase })),
  /** Makes the sample case afresh (invented family) and opens it. */
  "cases.openSample": write<CaseState>()(z.object({})),
  "cases.current": read<CaseState | null>()(z.object({})),
  /** Writes the open case to one (encrypted) file at a place chosen in the system's dialog. */
  "cases.backup": write<{ readonly saved: boolean; readonly name: string | null }>()(z.object({})),
  /** Brings a case back from such a file; null where the dialog was closed. */
  "cases.restore": write<{ readonly id: string } | null>()(
    z.object({ replace: z.boolean().optional() }),
  ),
  /** Closes the database and forgets the key. */
  "cases.lock": write<null>()(z.object({})),
};
