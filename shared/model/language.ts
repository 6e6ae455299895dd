// The language that an export says it is in.
import { Refusal } from "./refusal.ts";

/** BCP 47, as far as its form goes. */
const TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/u;

/** @throws Refusal bad-arguments */
export function checkLanguage(language: string): void {
  if (!TAG.test(language))
    throw new Refusal("bad-arguments", "The language is not a language tag such as en-GB.");
}
