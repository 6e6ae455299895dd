// app://candour serves the window: the built renderer (a fixed list of files read at start), and
// pictures of pages by id. Nothing else exists under it; no path of the disk can be named.
import { readFileSync, readdirSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { protocol, type Session } from "electron";
import { CONTENT_SECURITY_POLICY } from "../security/csp.ts";
import type { PictureKind } from "../services/page-pictures.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** Gives the picture of a page as an encoded image, or null where there is none. */
export type PagePicture = (
  kind: PictureKind,
  id: string,
  page: number,
  widthPx: number,
) => Promise<{ readonly type: string; readonly bytes: Uint8Array } | null>;

/** Before "ready". */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: "app",
      privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true },
    },
  ]);
}

function filesOf(folder: string): Map<string, { type: string; bytes: Uint8Array }> {
  const files = new Map<string, { type: string; bytes: Uint8Array }>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, path).split(sep).join("/")}`, {
      type,
      bytes: readFileSync(path),
    });
  }
  return files;
}

const HEADERS = {
  "Content-Security-Policy": CONTENT_SECURITY_POLICY,
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
};

const PICTURE = /^\/(page|draft|export)\/([0-9a-f-]{36})\/(\d{1,5})$/;

export function serveScheme(session: Session, folder: string, picture: PagePicture): void {
  const files = filesOf(folder);
  session.protocol.handle("app", async (request) => {
    const url = new URL(request.url);
    const nothing = new Response(null, { status: 404, headers: HEADERS });
    if (url.host !== "candour" || request.method !== "GET") return nothing;
    const named = PICTURE.exec(url.pathname);
    if (named) {
      const width = Number(url.searchParams.get("w"));
      if (!Number.isInteger(width) || width < 16 || width > 4096) return nothing;
      const found = await picture(
        named[1] as PictureKind,
        named[2]!,
        Number(named[3]),
        width,
      ).catch(() => null);
      if (!found) return nothing;
      return new Response(found.bytes as BodyInit, {
        headers: { ...HEADERS, "Content-Type": found.type, "Cache-Control": "no-store" },
      });
    }
    const file = files.get(url.pathname === "/" ? "/index.html" : url.pathname);
    if (!file) return nothing;
    return new Response(file.bytes as BodyInit, {
      headers: { ...HEADERS, "Content-Type": file.type },
    });
  });
}
