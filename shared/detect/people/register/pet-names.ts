// Short forms that no list has: "Gwil" of Gwilym, "Tolu" of Toluwani, "Nattie" of Nathaniel, "Marko" of Mark.
// A guess, so it is asked only of a word that is no given name of its own, and counts only where one person fits.
import { GIVEN, lexicon, NOT_NAME, WORD } from "../../lexicon/lexicon.ts";
import { bare } from "./bare.ts";

const FONDLY = /(?:ie|ey|y|i|o|a|s|z|kins|sy|er)$/;
const SHORTEST = 3;

/** Whether the one is made of the beginning of the other, both in small letters. */
export function isPetForm(short: string, full: string): boolean {
  // "Jay-Jay" of Jaydon.
  const said = bare(short).replace(/^(.+)-\1$/, "$1");
  const name = bare(full);
  if (said.length < SHORTEST || name.length < SHORTEST || said === name) return false;
  if (name.startsWith(said)) return name.length - said.length > 1;
  const stem = said.replace(FONDLY, "").replace(/(.)\1$/, "$1");
  return stem.length >= SHORTEST && stem !== said && name.startsWith(stem);
}

/** "Najib" of Najibullah, "Fatou" of Fatoumata: what may be left off a name and leave one. */
export const isHead = (short: string, full: string): boolean =>
  short.length > 3 &&
  full.startsWith(short) &&
  /^(?:ullah?|allah|u[d-]?din|ur-?rahman|mata|moye|lami)$/.test(full.slice(short.length));

/** No name and no word that people use: it can hardly be anybody but the one whose name begins so. */
export const mayBePetForm = (word: string): boolean =>
  ((lexicon().bits.get(word) ?? 0) & (GIVEN | WORD | NOT_NAME)) === 0;
