// A link of an export leads where the original's link led on which its words stood, or to a page on which
// that text stands now. Nobody sees where a link leads before it is followed.
import type { Rect } from "../../../../shared/geometry/rect.ts";
import type { PlacedLink } from "../../engines/pdfjs.ts";
import type { Findings } from "../../findings.ts";
import { boxAround } from "../../reading/glyph.ts";
import type { Glyph } from "../../reading/glyph.ts";
import type { Runs } from "../../together/runs.ts";
import { leadsAs } from "../off-page.ts";

export interface Linked {
  readonly page: number;
  readonly runs: Runs;
  /** Letters of the original and of the export. */
  readonly before: readonly Glyph[];
  readonly after: readonly Glyph[];
  /** Candidate glyph → the original's glyph that it stands for. */
  readonly explained: ReadonlyMap<number, number>;
  /** Links of both, as shown. */
  readonly links: () => Promise<Record<"before" | "after", readonly PlacedLink[]>>;
}

/** Points that a letter's middle may lie beyond the original's link. */
const BESIDE = 1;
/** Height over the baseline, font sizes, at which a letter is looked for. */
const MIDDLE = 0.3;
/** Points by which a link may begin or end beside its words. */
const HAIR = 0.25;
const WITHOUT_WORDS = /^Go to page \d+$/u;

/** @throws CandidateFailure */
export async function checkLinks(input: Linked, findings: Findings): Promise<void> {
  const { page, runs, before, after, explained, links } = input;
  const found = await links();
  const isWrong = ({ box, to }: PlacedLink): boolean => {
    const stood = after.flatMap((glyph) => {
      const from = explained.get(glyph.index);
      return from !== undefined && isOn(glyph, box, 0) ? [before[from]!] : [];
    });
    // A link over a picture, or of which nothing but a label is left.
    const own =
      stood.length === 0
        ? found.before
        : found.before.filter((link) => stood.some((glyph) => isOn(glyph, link.box, BESIDE)));
    return !own.some((link) => leadsAs(to, link.to, runs));
  };
  if (found.after.some(isWrong))
    findings.add("nothing-added", "A link leads to another page than the original's.", page);
  if (found.after.some((link) => isBeside(link, after)))
    findings.add("nothing-added", "A link begins or ends elsewhere than its words.", page);
}

/** Level words only: others lie in boxes of their own. A link that says where it leads has no words. */
function isBeside({ box, says }: PlacedLink, letters: readonly Glyph[]): boolean {
  if (WITHOUT_WORDS.test(says)) return false;
  const own = letters.filter((glyph) => isOn(glyph, box, 0));
  if (own.length === 0) return true;
  if (own.some(({ angle }) => angle !== 0)) return false;
  const [x0, , x1] = boxAround(own);
  return Math.abs(x0 - box[0]) > HAIR || Math.abs(x1 - box[2]) > HAIR;
}

function isOn({ loose, y, size, angle }: Glyph, [x0, y0, x1, y1]: Rect, beyond: number): boolean {
  const across = (loose[0] + loose[2]) / 2;
  const up = angle === 0 ? y + MIDDLE * size : (loose[1] + loose[3]) / 2;
  return across > x0 - beyond && across < x1 + beyond && up > y0 - beyond && up < y1 + beyond;
}
