// What a verification can do before there is an export: the engines loaded, the original opened, a
// second thread started. It sees nothing but the original. What it holds tells what stood under the
// marks, so it is taken by the next verification of the same original, or forgotten.
import type { VerifyInput } from "../../shared/model/verification.ts";
import type { Helper } from "./pages/helper.ts";
import { openBoth } from "./pages/open-reader.ts";
import type { Opened } from "./pages/open-reader.ts";
import { FEWEST, startHelper } from "./pages/team.ts";

type Source = Pick<VerifyInput, "original" | "password">;

/** Bytes of an original beside which no second thread is started before its export is known. */
const MOST_BYTES = 64 * 1024 * 1024;

interface Ready {
  readonly source: Source;
  readonly opened: Promise<Opened>;
  readonly helper: Promise<Helper | undefined>;
}

let ready: Ready | undefined;

/** Takes the place of what was prepared before. What cannot be opened is told by the verification. */
export async function prepare(source: Source): Promise<void> {
  await forget();
  const opened = openBoth(source.original, source.password);
  const helper = opened.then(({ pdfium }) =>
    pdfium.pages >= FEWEST && source.original.length <= MOST_BYTES
      ? startHelper(source)
      : undefined,
  );
  ready = { source, opened, helper };
  await Promise.allSettled([opened, helper]);
}

/** What was prepared for an original, once; undefined where it was another, or could not be opened. */
export async function takePrepared(
  source: Source,
): Promise<{ readonly opened: Opened; readonly helper: Helper | undefined } | undefined> {
  if (!ready || !same(ready.source, source)) return undefined;
  const { opened, helper } = ready;
  ready = undefined;
  try {
    return { opened: await opened, helper: await helper };
  } catch {
    await Promise.all([closed(opened), closed(helper)]);
    return undefined;
  }
}

export async function forget(): Promise<void> {
  const old = ready;
  ready = undefined;
  if (old) await Promise.all([closed(old.opened), closed(old.helper)]);
}

async function closed(what: Promise<{ close(): Promise<void> } | undefined>): Promise<void> {
  await what.then((it) => it?.close()).catch(() => undefined);
}

function same(a: Source, b: Source): boolean {
  return a.password === b.password && Buffer.compare(a.original, b.original) === 0;
}
