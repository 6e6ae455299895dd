// Names and versions of the engines that judged an export, for its certificate.
import { readFileSync } from "node:fs";
import { resource } from "../../resources.ts";

export async function engineVersions(): Promise<Record<string, string>> {
  return {
    "Candour raw reader": versionOf("package.json"),
    PDFium: versionOf("node_modules", "@embedpdf", "pdfium", "package.json"),
    "pdf.js": versionOf("node_modules", "pdfjs-dist", "package.json"),
  };
}

function versionOf(...path: string[]): string {
  const parsed = JSON.parse(readFileSync(resource(...path), "utf8")) as { version?: string };
  return parsed.version ?? "unknown";
}
