import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { diskRefusal } from "./disk.ts";
import { inPrivateFolder } from "./private-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "candour-disk-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a folder that is gone is said to be gone: it is no defect and no damage of the case", async () => {
  const target = join(folder, "pulled-out-stick", "public.pdf");
  const error: unknown = await inPrivateFolder(target, async () => undefined).catch(
    (e: unknown) => e,
  );
  expect(diskRefusal(error, target)).toMatchObject({
    code: "read-only",
    message:
      "“public.pdf” was not written: its folder is gone or cannot be reached. Please choose another one.",
  });
});

test("a disk that is full and a folder that may not be written to each have their sentence", () => {
  const said = (code: string) =>
    diskRefusal(Object.assign(new Error(code), { code }), "/x/public.pdf");
  expect(said("ENOSPC")).toMatchObject({ code: "disk-full" });
  expect(said("EFBIG")).toMatchObject({ code: "disk-full" });
  expect(said("EACCES").message).toContain("Please choose another folder");
});

test("what no disk says stays the defect that it is", () => {
  const defect = new TypeError("x is not a function");
  expect(diskRefusal(defect, "/x/public.pdf")).toBe(defect);
});
