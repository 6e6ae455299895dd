// Pictures of pages for the window: the viewer process keeps a document open; the first picture of
// one opens it. Pictures are drawn one after another; nothing of them is written to disk. Pages as
// they would be burnt take longer: the latest asked for comes first, and what has been scrolled past
// is not made at all.
import { Refusal } from "../../shared/model/refusal.ts";
import type { OpenCase } from "../cases/open-case.ts";
import type { BitmapAnswer } from "../workers/jobs.ts";
import type { WorkerClient } from "../workers/client.ts";
import { CLOCK } from "./workers.ts";

/** A page as it is, as the decisions would burn it, or of an export. */
export type PictureKind = "page" | "draft" | "export";

type Asked = Promise<BitmapAnswer | null>;

interface Waiting {
  readonly go: () => void;
  readonly drop: () => void;
}

/** More drafts than can be in sight are not kept waiting. */
const MOST_WAITING = 8;

export class PagePictures {
  readonly #viewer: WorkerClient;
  readonly #opening = new Map<string, Promise<null>>();
  readonly #waiting: Waiting[] = [];
  #drafting = false;

  constructor(viewer: WorkerClient) {
    this.#viewer = viewer;
  }

  /** @throws Refusal where the page cannot be drawn or the id is unknown */
  async draw(open: OpenCase, kind: PictureKind, id: string, page: number, widthPx: number): Asked {
    const key = `${open.id}/${kind === "export" ? "export" : "page"}/${id}`;
    const ask = (): Asked =>
      kind === "draft"
        ? this.#draft(open, id, key, page, widthPx)
        : this.#viewer.run("picture", { key, page, widthPx }, { clock: CLOCK.picture });
    await this.#opening.get(key);
    const drawn = await ask();
    if (drawn) return drawn;
    await this.#open(open, kind, id, key);
    return ask();
  }

  /** Forgets every open document: the case was locked. */
  clear(): void {
    this.#opening.clear();
    for (const { drop } of this.#waiting.splice(0)) drop();
    this.#viewer.cancel();
  }

  async #draft(open: OpenCase, id: string, key: string, page: number, widthPx: number): Asked {
    await this.#turn();
    try {
      const { marks, sealedPages } = open.review.plan(id);
      const input = { key, page, widthPx, marks, sealedPages };
      return await this.#viewer.run("draft", input, { clock: CLOCK.draft });
    } finally {
      this.#drafting = false;
      this.#waiting.pop()?.go();
    }
  }

  /** @throws Refusal where so many newer ones were asked for that this one is no longer in sight */
  #turn(): Promise<void> {
    if (!this.#drafting) {
      this.#drafting = true;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({
        go: () => {
          this.#drafting = true;
          resolve();
        },
        drop: () => reject(new Refusal("cancelled", "The page is no longer in sight.")),
      });
      if (this.#waiting.length > MOST_WAITING) this.#waiting.shift()!.drop();
    });
  }

  #open(open: OpenCase, kind: PictureKind, id: string, key: string): Promise<null> {
    let opening = this.#opening.get(key);
    if (!opening) {
      opening = this.#load(open, kind, id, key).finally(() => this.#opening.delete(key));
      this.#opening.set(key, opening);
    }
    return opening;
  }

  async #load(open: OpenCase, kind: PictureKind, id: string, key: string): Promise<null> {
    const [bytes, password] =
      kind === "export"
        ? [await open.exports.bytes(id), undefined]
        : [await open.documents.bytes(id), open.documents.get(id).password ?? undefined];
    // A Buffer is refused by one of the engines: bytes cross to workers as plain arrays.
    return this.#viewer.run(
      "open",
      { key, bytes: new Uint8Array(bytes), password },
      { clock: CLOCK.inspect },
    );
  }
}
