// Chooses for each page how it is burnt: crisp where the page can be accounted for entirely, sealed
// otherwise or where it was asked for. Says why; a page that must be crisp and cannot is refused.
import type { BurnInput } from "../../shared/model/burning.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import { openCrisp } from "./crisp/crisp.ts";
import type { CrispBurner } from "./crisp/crisp.ts";
import type { PageMark, PageOutput } from "./page-output.ts";
import { sealPage } from "./sealed/sealed-page.ts";
import type { SealedDocument } from "./sealed/sealed-page.ts";

export interface BurntPage {
  readonly output: PageOutput;
  readonly notes: readonly string[];
}

export interface Pages {
  burn(page: number, marks: readonly PageMark[]): Promise<BurntPage>;
  /** Writes what pages share; once, after the last page. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

const ASKED = "Sealed as asked";

export async function openPages(input: BurnInput, whole: SealedDocument): Promise<Pages> {
  const asked = new Set(input.sealedPages);
  const pictures = new Set(input.picturePages);
  const every = input.mode === "sealed";
  const crisp = every ? null : await openCrisp(input.original, input.password, whole.doc);
  return {
    burn: (page, marks) =>
      crisp === null || asked.has(page) || pictures.has(page)
        ? sealPage({ ...whole, pictureOnly: pictures.has(page) }, page, marks, ASKED)
        : burnCrisp(crisp, input.mode === "crisp", whole, page, marks),
    finish: async () => {
      whole.font.finish();
      await crisp?.finish();
    },
    close: async () => crisp?.close(),
  };
}

async function burnCrisp(
  crisp: CrispBurner,
  required: boolean,
  whole: SealedDocument,
  page: number,
  marks: readonly PageMark[],
): Promise<BurntPage> {
  const result = await crisp.page(page, marks, {
    tags: whole.document.tags(page),
    links: whole.document.links(page),
  });
  if (result.ok) {
    return {
      output: result.page,
      notes: result.notes.map((note) => `Page ${page}: ${lower(note)}`),
    };
  }
  if (required) {
    throw new Refusal(
      "undecodable",
      `Page ${page} cannot be written crisp: ${result.reason}.`,
      page,
    );
  }
  return sealPage(whole, page, marks, result.reason);
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
