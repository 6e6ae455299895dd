// What a checked trail proves and what it does not, in words for people. Kept apart from the check so
// that the wording can be read, and argued about, on its own.
import type { Checked } from "./check.ts";

const NOT_PROVEN =
  "It is not proven that nothing was done outside Candour, nor that the clock of the computer was right, nor that two names are two people. " +
  "Somebody who held every person's passphrase could have written another trail from its start; " +
  "a certificate or checkpoint kept by somebody else shows that.";

/** @param witnessed number of checkpoints it was compared with */
export function wordsOf(checked: Checked, witnessed = 0): string {
  const n = `${checked.entries.toLocaleString("en-GB")} ${checked.entries === 1 ? "entry" : "entries"}`;
  if (checked.fault)
    return `The trail is not whole. ${checked.fault.message} What comes before is whole (${n}); from there on it proves nothing.`;
  const [first] = checked.backwards;
  const clock =
    first === undefined
      ? ""
      : ` The computer's clock went backwards before entry ${first}: times around it prove nothing.`;
  const [back] = checked.rolledBack;
  const older =
    back === undefined
      ? ""
      : ` At entry ${back} an older copy of the case was found in its place: what was written after that copy is missing.`;
  const end =
    witnessed > 0
      ? `It holds all that ${witnessed === 1 ? "the checkpoint" : `${witnessed} checkpoints`} witnessed.`
      : "That its end was not cut off cannot be seen from the trail alone: compare it with a checkpoint printed in a certificate.";
  return `The trail is whole: ${n}, each signed by its person and bound to the one before; none was changed, taken out or moved.${clock}${older} ${end} ${NOT_PROVEN}`;
}
