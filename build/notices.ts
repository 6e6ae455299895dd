// Collects the credits of everything that ships: each package with its licence text, and the data behind word lists, model and fonts. `npm run package` writes them to
// dist/THIRD-PARTY.txt. A package whose licence is not on the list stops it: nothing ships that
// would bind the whole to other terms.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./root.ts";

export interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Full text of its licence file; empty where the package has none. */
  readonly text: string;
}

const ALLOWED = new Set([
  "MIT",
  "MIT-0",
  "ISC",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "OFL-1.1",
  "CC0-1.0",
  "CC-BY-4.0",
  "BlueOak-1.0.0",
  "Unlicense",
  "Zlib",
]);
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice|ofl)/i;

/** Development dependencies whose code the bundler puts into the window. */
export const BUNDLED: readonly string[] = [
  "@fontsource-variable/atkinson-hyperlegible-next",
  "@tanstack/react-virtual",
  "i18next",
  "lucide-react",
  "react",
  "react-aria-components",
  "react-dom",
  "react-i18next",
  "tinykeys",
  "zustand",
];

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;

const needs = ({ dependencies, optionalDependencies }: Manifest): readonly string[] =>
  Object.keys({ ...dependencies, ...optionalDependencies });

/** What ships and is installed, with everything it needs, by name. @throws for an unknown licence */
export function shippedPackages(folder: string = root): readonly Package[] {
  const found = new Map<string, Package>();
  const visit = (name: string, from: string): void => {
    const at = installed(name, from, folder);
    if (at === null || found.has(at)) return;
    const manifest = manifestOf(at);
    found.set(at, {
      name: manifest.name,
      version: manifest.version,
      licence: known(name, manifest.license),
      text: licenceText(at),
    });
    for (const need of needs(manifest)) visit(need, at);
  };
  for (const name of [...Object.keys(manifestOf(folder).dependencies ?? {}), ...BUNDLED])
    visit(name, folder);
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Where a package that another one needs is; null where this system does without it. */
function installed(name: string, from: string, top: string): string | null {
  for (let at = from; ; at = dirname(at)) {
    const candidate = join(at, "node_modules", name);
    if (existsSync(join(candidate, "package.json"))) return candidate;
    if (at === top || at === dirname(at)) return null;
  }
}

/** "(MIT OR Apache-2.0)" is free to choose from; "A AND B" needs both. */
function known(name: string, licence: string | undefined): string {
  const choices = (licence ?? "").replace(/[()]/g, "").split(/ OR /);
  const fine = choices.find((choice) => choice.split(/ AND /).every((one) => ALLOWED.has(one)));
  if (fine === undefined) throw new Error(`${name}: licence “${licence}” is not on the list`);
  return fine;
}

function licenceText(folder: string): string {
  const file = readdirSync(folder).find((name) => LICENCE_FILE.test(name));
  return file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim();
}

export function notices(folder: string = root): string {
  const data = readFileSync(
    join(dirname(fileURLToPath(import.meta.url)), "data-credits.md"),
    "utf8",
  );
  const packages = shippedPackages(folder).map(
    ({ name, version, licence, text }) =>
      `${"-".repeat(78)}\n${name} ${version} (${licence})\n\n${text || "No licence file in the package."}\n`,
  );
  return `${data.trim()}\n\n${packages.join("\n")}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(join(root, "dist", "THIRD-PARTY.txt"), notices());
}
