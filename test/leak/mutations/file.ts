// Cheats in the file itself: pages, orphans, revisions, bytes between and after.
import { deflateSync } from "node:zlib";
import { PDFDocument } from "pdf-lib";
import { edited, bytes, plain } from "./edit.ts";
import type { Mutation } from "./edit.ts";
import { SECRET } from "./good-pair.ts";
import { rewrite } from "./rewrite.ts";

export const IN_THE_FILE: readonly Mutation[] = [
  edited("a lost page", "words-kept", (d) => d.removePage(1)),
  edited("an added page", "words-kept", (d) => void d.addPage([612, 792])),
  edited(
    "an object that nothing refers to",
    "objects-reachable",
    (d) => void d.context.register(d.context.obj({ Who: plain("x") })),
  ),
  edited(
    "the secret in an orphan",
    "terms-absent",
    (d) => void d.context.register(d.context.obj({ Who: plain(SECRET) })),
  ),
  bytes("bytes after the end", "nothing-hidden", (b) => Buffer.concat([b, Buffer.from("tail\n")])),
  bytes("bytes before the header", "nothing-hidden", (b) =>
    Buffer.concat([Buffer.from("head\n"), b]),
  ),
  bytes("an old revision", "one-revision", (b) =>
    Buffer.concat([b, Buffer.from("\n"), appendedRevision(b)]),
  ),
  bytes("bytes between objects", "nothing-hidden", (b) => rewrite(b, { gap: `% ${SECRET}\n` })),
  bytes("an object behind the table's back", "nothing-hidden", (b) =>
    rewrite(b, { gap: "99 0 obj\n(x)\nendobj\n" }),
  ),
  bytes("a stream longer than it says", "streams-exact", (b) => rewrite(b, { slack: "hidden" })),
  bytes("an unused object stream", "nothing-hidden", (b) => rewrite(b, { gap: orphanStream() })),
  {
    name: "an encrypted file",
    check: "objects-allowed",
    make: async ({ good }) => {
      const document = await PDFDocument.load(good, { updateMetadata: false });
      (document as unknown as { encrypt(o: object): void }).encrypt({
        ownerPassword: "owner",
        userPassword: "",
      });
      return document.save({ useObjectStreams: false, addDefaultPage: false });
    },
  },
  bytes("half a file", "engines-agree", (b) => b.subarray(0, b.length >> 1)),
  bytes("no file at all", "engines-agree", () => Buffer.alloc(0)),
];

function appendedRevision(file: Buffer): Buffer {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.toString("latin1"))![1]);
  const at = file.length + 1;
  const size = /\/Size (\d+)/.exec(file.toString("latin1"))![1];
  const root = /\/Root (\d+ 0 R)/.exec(file.toString("latin1"))![1];
  const body = `${size} 0 obj\n(new)\nendobj\n`;
  const xref = `xref\n${size} 1\n${String(at).padStart(10, "0")} 00000 n \ntrailer\n<< /Size ${Number(size) + 1} /Root ${root} /Prev ${start} >>\nstartxref\n${at + body.length}\n%%EOF\n`;
  return Buffer.from(body + xref);
}

function orphanStream(): string {
  const packed = deflateSync(Buffer.from(`98 0 (${SECRET})`));
  return `97 0 obj\n<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed.toString("latin1")}\nendstream\nendobj\n`;
}
