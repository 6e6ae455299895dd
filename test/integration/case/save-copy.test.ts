// A copy is saved with its papers beside it: the system asks before the chosen file is replaced, and
// nobody asks about the others. None of them is replaced, whoever they belong to.
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildCertificate } from "../../../electron/papers/certificate.ts";
import { inputHashes } from "../../../electron/papers/certificate-inputs.ts";
import { saveCopy, type KeyWish } from "../../../electron/services/save-copy.ts";
import { decideAll, document, session, threePeople } from "./three-people.ts";

threePeople();

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candour-copies-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A kept export with a certificate of its own; `said` makes its bytes another's. */
function exportOf(said: string): string {
  const open = session.current();
  const bytes = new TextEncoder().encode(`%PDF-1.7 ${said}`);
  const page = { page: 1, kind: "crisp" as const, boxes: [], touched: [], touchedOriginal: [] };
  const report = { pages: [page], swept: {}, notes: [], engines: {} };
  const verification = {
    passed: true,
    checks: [{ id: "terms-absent", name: "No burnt text is left", passed: true, detail: "" }],
    findings: [],
    notices: [],
    pages: 1,
    engines: {},
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
  const plan = open.review.plan(document);
  return open.exports.add({
    document,
    name: "report",
    bytes,
    plan,
    report,
    verification,
    certificate: ({ at }) =>
      buildCertificate({
        hashes: inputHashes({ original: new Uint8Array([1]), marks: plan.marks }),
        marks: plan.marks,
        report,
        verification,
        at,
      }),
  }).id;
}

const KEY: KeyWish = { published: "Alderbrook Partnership", contact: null, append: false };
const save = (id: string, name: string, key?: KeyWish) =>
  saveCopy(undefined as never, session.current(), id, join(folder, name), key);

test("a file beside the copy is named and stays as it is, and no copy is saved", async () => {
  await decideAll();
  const id = exportOf("one");
  for (const beside of [
    "public.certificate.json",
    "public.certificate.pdf",
    "public-readers-key.pdf",
  ]) {
    writeFileSync(join(folder, beside), "somebody's own");
    await expect(save(id, "public.pdf", KEY)).rejects.toMatchObject({
      code: "exists",
      message: expect.stringContaining(`“${beside}”`),
    });
    expect(readFileSync(join(folder, beside), "utf8")).toBe("somebody's own");
    expect(existsSync(join(folder, "public.pdf"))).toBe(false);
    rmSync(join(folder, beside));
  }
  expect(await save(id, "public.pdf", KEY)).toBe("public.pdf");
});

test("the same copy is saved again over itself; another one's certificate is not replaced by it", async () => {
  await decideAll();
  const [one, other] = [exportOf("one"), exportOf("other")];
  await save(one, "public.pdf");
  const proof = readFileSync(join(folder, "public.certificate.json"));
  await save(one, "public.pdf");
  await expect(save(other, "public.pdf")).rejects.toThrow(/No copy was saved.*certificate/);
  expect(readFileSync(join(folder, "public.certificate.json")).equals(proof)).toBe(true);
  expect(readFileSync(join(folder, "public.pdf"), "utf8")).toContain("one");
});
