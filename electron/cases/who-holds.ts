// Who holds the case: whoever decides about places, until it is handed over to the second person; from the
// signature on nobody. Every act checks it by itself, whatever the window offers.
import { Refusal } from "../../shared/model/refusal.ts";
import type { CaseContext } from "./case-context.ts";

type Held = Pick<CaseContext, "user" | "frozen" | "handedOver" | "rows">;

/** What a signed plan answers to every change. */
export function frozen(): Refusal {
  return new Refusal(
    "not-allowed",
    "The plan is signed and frozen. Reopen the review, with a reason, to change it.",
  );
}

/** What a case that was handed over answers to whoever handed it over. */
export function withSecondPerson(): Refusal {
  return new Refusal(
    "not-allowed",
    "The case is with the second person. Take it back first, with a reason.",
  );
}

/** To bring documents in. @throws Refusal not-allowed */
export function mayBringIn(c: Held): void {
  if (c.frozen()) throw frozen();
  if (c.handedOver()) throw withSecondPerson();
  if (!decides(c)) throw new Refusal("not-allowed", "The analyst brings documents in.");
}

/** A draft is burnt by whoever decides, what was signed by anybody. @throws Refusal not-allowed */
export function mayBurn(c: Held): void {
  if (c.handedOver()) throw withSecondPerson();
  if (!c.frozen() && !decides(c))
    throw new Refusal("not-allowed", "Until the plan is signed only the analyst burns drafts.");
}

/** People and texts that every document is looked through for. @throws Refusal not-allowed */
export function mayRegister(c: Held): void {
  if (c.frozen()) throw frozen();
  if (c.user.role === "publisher")
    throw new Refusal("not-allowed", "The publisher changes neither the register nor the lists.");
}

/** The second reviewer only where a case has no analyst: deciding costs the signature (R1). */
function decides({ user, rows }: Held): boolean {
  if (user.role === "analyst") return true;
  const analysts = rows.users.all().some((u) => u.role === "analyst" && u.removed_at === null);
  return user.role === "reviewer" && !analysts;
}
