// What a verification can do before there is an export: the engines loaded, a second thread started,
// and then the original opened and some of its pages read by both. It sees nothing but the original.
// What it holds tells what stood under the marks, so it is taken by the next verification of the same
// original, or forgotten.
import type { VerifyInput } from "../../shared/model/verification.ts";
import { PdfiumEngine } from "./engines/pdfium.ts";
import { library } from "./engines/pdfjs-library.ts";
import { laterHalf } from "./pages/halves.ts";
import type { Helper } from "./pages/helper.ts";
import { Original } from "./pages/original.ts";
import { startSpare, takeSpare } from "./pages/spare.ts";
import { FEWEST, startHelper } from "./pages/team.ts";

type Source = Pick<VerifyInput, "original" | "password">;

/** Bytes of an original beside which no second thread is started before its export is known. */
const MOST_BYTES = 64 * 1024 * 1024;

interface Ready {
  readonly source: Source;
  readonly original: Promise<Original>;
  readonly helper: Promise<Helper | undefined>;
}

let ready: Ready | undefined;

/** Loads what any verification needs. @param pages of a document that is not there yet */
export async function warmUp(pages: number): Promise<void> {
  await Promise.all([PdfiumEngine.code(), library(), pages >= FEWEST ? startSpare() : undefined]);
}

/** Takes the place of what was prepared before. What cannot be opened is told by the verification. */
export async function prepare(source: Source): Promise<void> {
  if (ready && same(ready.source, source)) return;
  await forgetOriginal();
  const original = Original.open(source.original, source.password);
  const helper = original.then(({ pdfium }) =>
    pdfium.pages >= FEWEST && source.original.length <= MOST_BYTES
      ? startHelper(source, true)
      : undefined,
  );
  ready = { source, original, helper };
  await Promise.allSettled([helper, original.then((it) => it.readAhead(1, ownPages(it)))]);
}

function ownPages({ pdfium: { pages } }: Original): number {
  return pages < FEWEST ? pages : laterHalf(pages)[0] - 1;
}

/** What was prepared for an original, once; undefined where it was another, or could not be opened. */
export async function takePrepared(
  source: Source,
): Promise<{ readonly original: Original; readonly helper: Helper | undefined } | undefined> {
  if (!ready || !same(ready.source, source)) return undefined;
  const taken = ready;
  ready = undefined;
  try {
    const original = await taken.original;
    await original.stop();
    if (original.usable) return { original, helper: await taken.helper };
  } catch {
    // Opened again, it tells by itself what is the matter.
  }
  await closeAll(taken);
  return undefined;
}

/** Nothing that was made ready is left. */
export async function forget(): Promise<void> {
  await forgetOriginal();
  await (await takeSpare())?.close();
}

async function forgetOriginal(): Promise<void> {
  const old = ready;
  ready = undefined;
  if (old) await closeAll(old);
}

async function closeAll({ original, helper }: Ready): Promise<void> {
  await Promise.all([closed(original), closed(helper)]);
}

async function closed(what: Promise<{ close(): Promise<void> } | undefined>): Promise<void> {
  await what.then((it) => it?.close()).catch(() => undefined);
}

function same(a: Source, b: Source): boolean {
  return a.password === b.password && Buffer.compare(a.original, b.original) === 0;
}
