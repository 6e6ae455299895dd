// Calls about the people of a case: the register, the lists of texts, and the checks over all documents.
import { z } from "zod";
import { read, write } from "./call.ts";
import type { FoundPerson } from "../policy/found-people.ts";
import type { RegisterFinding } from "../policy/register.ts";
import type { PairFinding } from "../policy/pair-check.ts";

export const RELATIONS = ["parent", "partner", "sibling", "carer"] as const;
export type Relation = (typeof RELATIONS)[number];

const id = z.uuid();
const name = z.string().trim().min(1).max(120);

export const personSchema = z.object({
  /** Absent for a new person. */
  id: id.optional(),
  /** The first is the fullest; the others are aliases. */
  names: z.array(name).min(1).max(40),
  label: z.string().trim().min(1).max(80).nullable(),
  role: z.string().trim().min(1).max(60).nullable(),
  note: z.string().trim().max(500).nullable(),
  /** "this person is the parent of the other one". */
  kin: z.array(z.object({ other: id, relation: z.enum(RELATIONS) })).max(40),
});

export interface PersonCard {
  readonly id: string;
  readonly names: readonly string[];
  readonly label: string | null;
  readonly role: string | null;
  readonly note: string | null;
  readonly kin: readonly { readonly other: string; readonly relation: Relation }[];
}

export interface ListItem {
  readonly id: string;
  readonly list: "allow" | "deny";
  readonly text: string;
  readonly fuzzy: boolean;
  readonly pattern: boolean;
}

export interface PeopleChecks {
  readonly register: readonly RegisterFinding[];
  /** Readable places of what is burnt elsewhere; `blocks` stops the export. */
  readonly pairs: readonly PairFinding[];
}

export const peopleCalls = {
  "people.list": read<readonly PersonCard[]>()(z.object({})),
  /** Adds a person, or changes the one with this id. */
  "people.save": write<PersonCard>()(z.object({ person: personSchema })),
  /** Several new people in one act. A label that would give a name away is left for a person to choose. */
  "people.takeIn": write<readonly PersonCard[]>()(
    z.object({
      people: z
        .array(personSchema.pick({ names: true, label: true }))
        .min(1)
        .max(1_000),
    }),
  ),
  "people.remove": write<null>()(z.object({ id })),
  /** Whom the documents speak of and who is not in the register; for the screen only. */
  "people.found": read<readonly FoundPerson[]>()(z.object({})),
  /** Names are for the screen only; nothing of the answer is stored. */
  "people.check": read<PeopleChecks>()(z.object({})),
  /** Settles all places of one term of the pair check in one act. */
  "people.settle": write<{ readonly settled: number }>()(
    z.object({
      term: z.string().trim().min(1).max(200),
      how: z.enum(["remove", "leave"]),
      note: z.string().trim().max(500).nullable(),
    }),
  ),
  /** Gives a person whom the register found under two labels one of them, everywhere. */
  "people.oneLabel": write<{ readonly settled: number }>()(
    z.object({ key: z.string().min(1).max(200), label: z.string().trim().min(1).max(80) }),
  ),
  "lists.list": read<readonly ListItem[]>()(z.object({})),
  "lists.add": write<ListItem>()(
    z.object({
      list: z.enum(["allow", "deny"]),
      text: z.string().trim().min(1).max(200),
      fuzzy: z.boolean(),
      pattern: z.boolean(),
    }),
  ),
  "lists.remove": write<null>()(z.object({ id })),
};
