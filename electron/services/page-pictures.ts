// Pictures of pages for the window: the viewer process keeps a document open; the first picture of
// one opens it. Pictures are drawn one after another; nothing of them is written to disk.
import type { OpenCase } from "../cases/open-case.ts";
import type { BitmapAnswer } from "../workers/jobs.ts";
import type { WorkerClient } from "../workers/client.ts";
import { CLOCK } from "./workers.ts";

export class PagePictures {
  readonly #viewer: WorkerClient;
  readonly #opening = new Map<string, Promise<null>>();

  constructor(viewer: WorkerClient) {
    this.#viewer = viewer;
  }

  /** @throws Refusal where the page cannot be drawn or the id is unknown */
  async draw(
    open: OpenCase,
    kind: "page" | "export",
    id: string,
    page: number,
    widthPx: number,
  ): Promise<BitmapAnswer | null> {
    const key = `${open.id}/${kind}/${id}`;
    const ask = (): Promise<BitmapAnswer | null> =>
      this.#viewer.run("picture", { key, page, widthPx }, { clock: CLOCK.picture });
    await this.#opening.get(key);
    const drawn = await ask();
    if (drawn) return drawn;
    await this.#open(open, kind, id, key);
    return ask();
  }

  /** Forgets every open document: the case was locked. */
  clear(): void {
    this.#opening.clear();
    this.#viewer.cancel();
  }

  #open(open: OpenCase, kind: "page" | "export", id: string, key: string): Promise<null> {
    let opening = this.#opening.get(key);
    if (!opening) {
      opening = this.#load(open, kind, id, key).finally(() => this.#opening.delete(key));
      this.#opening.set(key, opening);
    }
    return opening;
  }

  async #load(open: OpenCase, kind: "page" | "export", id: string, key: string): Promise<null> {
    const [bytes, password] =
      kind === "page"
        ? [await open.documents.bytes(id), open.documents.get(id).password ?? undefined]
        : [await open.exports.bytes(id), undefined];
    return this.#viewer.run("open", { key, bytes, password }, { clock: CLOCK.inspect });
  }
}
