// What the parts of an open case share: database, trail, vault, clock, and who is at the keyboard.
// Each part owns its aggregate; they meet only here and in open-case.ts.
import type { Role } from "../../shared/ipc/cases.ts";
import type { NameKey } from "../storage/name-key.ts";
import type { TermKey } from "../audit/term-key.ts";
import type { Trail } from "../audit/trail.ts";
import type { CaseDatabase } from "../storage/connection.ts";
import type { DocumentRows } from "../storage/documents.ts";
import type { ReviewRows } from "../storage/review-events.ts";
import type { SettingRows } from "../storage/settings.ts";
import type { SuggestionRows } from "../storage/suggestions.ts";
import type { UserRows } from "../storage/users.ts";
import type { Vault } from "./vault.ts";

export interface CaseUser {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

export interface CaseContext {
  readonly id: string;
  readonly db: CaseDatabase;
  readonly trail: Trail;
  readonly vault: Vault;
  readonly termKey: TermKey;
  readonly nameKey: NameKey;
  readonly user: CaseUser;
  /** Signs with the person's key; hex. */
  readonly sign: (text: string) => string;
  /** True once the plan is signed: nothing it rests on may change. */
  readonly frozen: () => boolean;
  /** True while the case is with the second person. */
  readonly handedOver: () => boolean;
  readonly now: () => string;
  /** After a step of the case's way is on disk: this computer remembers having seen it. */
  readonly remember: () => void;
  readonly newId: () => string;
  readonly rows: {
    readonly documents: DocumentRows;
    readonly suggestions: SuggestionRows;
    readonly review: ReviewRows;
    readonly settings: SettingRows;
    readonly users: UserRows;
  };
}
