// A case as one file, to hand over or to keep as a backup, and back again. Everything in it is encrypted
// already; the container only keeps the files together and shows at once whether it was copied whole.
// Layout: one line of format, one line of JSON (case, names, sizes, SHA-256 of each file), the files.
import { createHash, randomUUID } from "node:crypto";
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { open as openFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import { Refusal } from "../../shared/model/refusal.ts";
import { diskRefusal } from "../export/disk.ts";
import { refusalOf } from "../storage/errors.ts";
import { asideFolder, makingFolder } from "./case-folders.ts";
import { DurableFile, syncFolder, writeDurably } from "./durable.ts";
import { readHeader } from "./header.ts";
import type { OpenCase } from "./open-case.ts";
import { RESTORED } from "./witness.ts";

const FORMAT = "CANDOURCASE 1\n";
const MANIFEST_LIMIT = 8 << 20;
const FILE = /^(?:case\.json|case\.copy\.json|case\.db|(?:originals|exports)\/[0-9a-f]{40})$/u;

const manifestSchema = z.object({
  case: z.uuid(),
  entries: z.int().min(1),
  head: z.string().regex(/^[0-9a-f]{64}$/u),
  files: z
    .array(
      z.object({
        name: z.string().regex(FILE),
        size: z.int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/u),
      }),
    )
    .min(2)
    .max(100_000),
});
type Manifest = z.infer<typeof manifestSchema>;

/** Writes the open case to `path`, whole or not at all. @throws Refusal */
export async function exportCaseFile(open: OpenCase, path: string): Promise<void> {
  const staging = join(
    open.folder,
    `case.db.part-${randomUUID().replaceAll("-", "").slice(0, 12)}`,
  );
  // Before anything is told of it: a place that cannot be written to is no hand-over.
  const out = new DurableFile(path, (error) => diskRefusal(error, path));
  try {
    open.trail.append({
      kind: "case.handedOver",
      data: open.trail.head(),
    });
    const { entries, head } = open.trail.head();
    open.copyDatabase(staging);
    const sources = [
      { name: "case.json", path: join(open.folder, "case.json") },
      { name: "case.copy.json", path: join(open.folder, "case.copy.json") },
      { name: "case.db", path: staging },
      ...["originals", "exports"].flatMap((drawer) =>
        readdirSync(join(open.folder, drawer))
          .map((file) => ({ name: `${drawer}/${file}`, path: join(open.folder, drawer, file) }))
          .filter((s) => FILE.test(s.name)),
      ),
    ];
    const files = [];
    for (const s of sources)
      files.push({ name: s.name, size: statSync(s.path).size, sha256: await hashOf(s.path) });
    const manifest: Manifest = { case: open.id, entries, head, files };
    out.write(Buffer.from(`${FORMAT}${JSON.stringify(manifest)}\n`));
    for (const s of sources)
      for await (const chunk of createReadStream(s.path, { highWaterMark: 1 << 20 }))
        out.write(chunk as Buffer);
    out.commit();
  } catch (error) {
    out.discard();
    throw refusalOf(error);
  } finally {
    rmSync(staging, { force: true });
  }
}

/**
 * Brings a case back from one file. Nothing is visible before everything was read and compared.
 * @throws Refusal exists where the case is on this computer already, unless `replace`: then the
 * present folder is kept beside it until the new one stands.
 */
export async function restoreCaseFile(
  casesFolder: string,
  path: string,
  options: { readonly replace?: boolean } = {},
): Promise<string> {
  const making = makingFolder(casesFolder, randomUUID());
  const handle = await openFile(path, "r").catch((error: unknown) => {
    throw (error as { code?: string }).code === "ENOENT"
      ? new Refusal("not-found", "There is no such file.")
      : refusalOf(error);
  });
  try {
    const { manifest, at } = await manifestOf(handle);
    const target = join(casesFolder, manifest.case);
    if (existsSync(target) && !options.replace)
      throw new Refusal(
        "exists",
        "This case is on this computer already. Nothing was changed; it can be replaced if you say so.",
      );
    mkdirSync(making, { mode: 0o700 });
    for (const drawer of ["originals", "exports"]) mkdirSync(join(making, drawer), { mode: 0o700 });
    let offset = at;
    for (const f of manifest.files) {
      await copyOut(handle, offset, f, join(making, f.name));
      offset += f.size;
    }
    if ((await handle.stat()).size !== offset) throw damaged();
    if (readHeader(making).id !== manifest.case) throw damaged();
    const { entries, head } = manifest;
    writeDurably(join(making, RESTORED), JSON.stringify({ entries, head }));
    syncFolder(making);
    swap(casesFolder, making, target);
    return manifest.case;
  } catch (error) {
    throw refusalOf(error);
  } finally {
    await handle.close();
    rmSync(making, { recursive: true, force: true });
  }
}

type Handle = Awaited<ReturnType<typeof openFile>>;

async function manifestOf(handle: Handle): Promise<{ manifest: Manifest; at: number }> {
  const start = Buffer.alloc(FORMAT.length);
  await handle.read(start, 0, start.length, 0);
  if (start.toString("latin1") !== FORMAT) {
    if (/^CANDOURCASE \d/u.test(start.toString("latin1")))
      throw new Refusal(
        "case-version",
        "This file was written by a newer version of Candour. Please update Candour to open it.",
      );
    throw new Refusal("case-damaged", "This file is not a case that Candour wrote.");
  }
  const buffer = Buffer.alloc(MANIFEST_LIMIT);
  const { bytesRead } = await handle.read(buffer, 0, MANIFEST_LIMIT, FORMAT.length);
  const end = buffer.subarray(0, bytesRead).indexOf(10);
  if (end < 0) throw damaged();
  let value: unknown;
  try {
    value = JSON.parse(buffer.toString("utf8", 0, end));
  } catch {
    throw damaged();
  }
  const parsed = manifestSchema.safeParse(value);
  if (
    !parsed.success ||
    new Set(parsed.data.files.map((f) => f.name)).size !== parsed.data.files.length
  )
    throw damaged();
  return { manifest: parsed.data, at: FORMAT.length + end + 1 };
}

async function copyOut(
  handle: Handle,
  from: number,
  file: Manifest["files"][number],
  to: string,
): Promise<void> {
  const out = new DurableFile(to);
  const hash = createHash("sha256");
  const buffer = Buffer.alloc(1 << 20);
  try {
    for (let left = file.size; left > 0;) {
      const { bytesRead } = await handle.read(
        buffer,
        0,
        Math.min(left, buffer.length),
        from + file.size - left,
      );
      if (bytesRead === 0) throw damaged();
      const part = buffer.subarray(0, bytesRead);
      hash.update(part);
      out.write(part);
      left -= bytesRead;
    }
    if (hash.digest("hex") !== file.sha256) throw damaged();
    out.commit(file.name.includes("/") ? 0o400 : 0o600);
  } catch (error) {
    out.discard();
    throw error;
  }
}

/** The new folder takes the old one's place; at every moment one of them is there. */
function swap(casesFolder: string, making: string, target: string): void {
  const aside = existsSync(target)
    ? asideFolder(casesFolder, basename(target), randomUUID())
    : undefined;
  if (aside) renameSync(target, aside);
  try {
    renameSync(making, target);
  } catch (error) {
    if (aside) renameSync(aside, target);
    throw error;
  }
  syncFolder(casesFolder);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

function damaged(): Refusal {
  return new Refusal(
    "case-damaged",
    "This file is damaged or was copied only in part. Nothing was changed; please copy it again.",
  );
}
