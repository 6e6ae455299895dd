// What crosses between the two threads of a burn: orders one way, pages burnt by themselves the other.
import type { RefusalCode } from "../../../shared/model/refusal.ts";
import type { PageOutput, PageResource } from "../page-output.ts";
import type { BurntSealed, SealOrder } from "../page-burner.ts";
import type { ReadOrder, ReadPage } from "../read-page.ts";
import type { Term } from "../sweep/terms.ts";

export interface HelperData {
  readonly original: Uint8Array;
  readonly password: string | undefined;
  readonly engine: WebAssembly.Module;
}

export type ToHelper =
  | { readonly kind: "read"; readonly orders: readonly ReadOrder[] }
  | {
      readonly kind: "seal";
      readonly orders: readonly SealOrder[];
      readonly terms: readonly Term[];
    };

export type FromHelper =
  | { readonly kind: "ready" }
  | { readonly kind: "read"; readonly page: ReadPage }
  | { readonly kind: "sealed"; readonly page: BurntSealed }
  | { readonly kind: "done" }
  | {
      readonly kind: "refused";
      readonly code: RefusalCode;
      readonly message: string;
      readonly page: number | undefined;
    };

type Picture = Extract<PageResource, { kind: "image" }>;

/** A picture that is on every page crosses once. */
export function withoutSent(page: ReadPage, sent: Set<string>): ReadPage {
  return withOutput(page, (picture) => {
    if (picture.key === undefined) return picture;
    if (sent.has(picture.key)) return { ...picture, image: NO_IMAGE };
    sent.add(picture.key);
    return picture;
  });
}

export function withSent(page: ReadPage, sent: Map<string, Picture["image"]>): ReadPage {
  return withOutput(page, (picture) => {
    if (picture.key === undefined) return picture;
    const known = sent.get(picture.key);
    if (known) return { ...picture, image: known };
    sent.set(picture.key, picture.image);
    return picture;
  });
}

const NO_IMAGE: Picture["image"] = { entries: {}, bytes: new Uint8Array(), softMask: undefined };

function withOutput(page: ReadPage, change: (picture: Picture) => Picture): ReadPage {
  const { crisp } = page;
  if (!crisp?.ok || !crisp.page.resources.some(({ kind }) => kind === "image")) return page;
  const resources = crisp.page.resources.map((r) => (r.kind === "image" ? change(r) : r));
  const output: PageOutput = { ...crisp.page, resources };
  return { ...page, crisp: { ...crisp, page: output } };
}
