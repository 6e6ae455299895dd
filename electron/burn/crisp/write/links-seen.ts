// Links as far as a reader can see them: a link of which no word survives is none, and an address
// is kept only where it is what its words say. What is written comes from the words, never from the
// source's address, which could hold what nobody sees.
import type { PageSource } from "../page-source.ts";
import type { TextUnit } from "../../layout/as-it-was.ts";
import type { LinkTarget } from "../../tags/model.ts";
import { LABEL_FACE } from "../fonts/label-face.ts";
import type { GlyphItem } from "../interpret/display-list.ts";

const ADDRESS =
  /^(?:https?:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#][A-Za-z0-9._~:/?#@!$&'*+,;=%-]*)?$/;
const LONGEST = 500;

export class LinksSeen {
  readonly #targets = new Map<number, LinkTarget>();

  constructor(texts: readonly TextUnit[], links: PageSource["links"]) {
    const words = new Map<number, string>();
    for (const glyph of texts.flatMap((unit) => unit.lines.flat())) {
      if (glyph.link === undefined || glyph.shape.outline.length === 0) continue;
      const own = glyph.face === LABEL_FACE ? "\ufffc" : glyph.shape.unicode;
      words.set(glyph.link, (words.get(glyph.link) ?? "") + own);
    }
    for (const [first, indexes] of sameAddress(links)) {
      const { page, top, uri } = links[first]!;
      if (page !== undefined) {
        const seen = /[^\ufffc]/u.test(words.get(first) ?? "");
        if (seen) this.#targets.set(first, { page, ...(top === undefined ? {} : { top }) });
      } else if (uri !== undefined) {
        const said = indexes.map((index) => words.get(index) ?? "").join("");
        const address = printedAddress(said, uri);
        if (address) for (const index of indexes) this.#targets.set(index, { uri: address });
      }
    }
  }

  targetOf({ link }: GlyphItem): LinkTarget | undefined {
    return link === undefined ? undefined : this.#targets.get(link);
  }
}

/** Pieces of one address on several lines follow each other. */
function sameAddress(
  links: PageSource["links"],
): readonly (readonly [number, readonly number[]])[] {
  const groups: [number, number[]][] = [];
  links.forEach(({ uri }, index) => {
    const last = groups[groups.length - 1];
    if (last && uri !== undefined && links[last[0]]!.uri === uri) last[1].push(index);
    else groups.push([index, [index]]);
  });
  return groups;
}

function printedAddress(said: string, uri: string): string | undefined {
  if (said.length > LONGEST || !ADDRESS.test(said) || bare(said) !== bare(uri)) return undefined;
  return /^https?:/.test(said) ? said : `https://${said}`;
}

function bare(address: string): string {
  return address.replace(/^https?:\/\//, "").replace(/\/$/, "");
}
