// Tesseract as a value: grey pixels in, lines of words with their boxes out. The engine and its
// language data are read from the application's own files, so it works without any network and
// knows none. One engine a process; it must never see a path, a page number or a document.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { resource } from "../resources.ts";
import type { GreyImage } from "./grey-image.ts";

/** Left, top, right, bottom in pixels from the top left corner. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface RecognisedSymbol {
  readonly text: string;
  readonly bbox: Box;
}

export interface RecognisedWord {
  readonly text: string;
  /** 0..100 */
  readonly confidence: number;
  readonly bbox: Box;
  readonly symbols: readonly RecognisedSymbol[];
}

export interface RecognisedLine {
  readonly words: readonly RecognisedWord[];
  /** From the left end of the line to its right end. */
  readonly baseline: Box;
  /** Room above and below the baseline for the tallest and deepest letters, in pixels. */
  readonly above: number;
  readonly below: number;
}

/** Names of language data that are installed. */
export type Language = "eng";

export interface Recogniser {
  /** @param progress told 0..100 as the page is read */
  recognise(image: GreyImage, progress?: (percent: number) => void): readonly RecognisedLine[];
}

const CORE = "tesseract-core-simd-lstm";
const DATA: Readonly<Record<Language, readonly string[]>> = {
  eng: ["@tesseract.js-data", "eng", "4.0.0_best_int", "eng.traineddata.gz"],
};
/** Neural recogniser alone. */
const LSTM_ONLY = 1;
/** Fully automatic page layout, without the orientation step that needs other data. */
const AUTOMATIC = 3;

interface Api {
  Init(path: null, language: string, mode: number): number;
  SetPageSegMode(mode: number): void;
  SetVariable(name: string, value: string): void;
  SetImageFile(exif: number, angle: number): number;
  SetSourceResolution(dpi: number): void;
  Recognize(monitor: null): number;
  GetJSONText(page: number): string | null;
  Clear(): void;
}

interface Core {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void };
  readonly TessBaseAPI: new () => Api;
  TesseractProgress: (percent: number) => void;
}

type LoadCore = (settings: Record<string, unknown>) => Promise<Core>;

const engines = new Map<Language, Promise<Recogniser>>();

/** The engine for a language, loaded once a process. */
export function recogniser(language: Language = "eng"): Promise<Recogniser> {
  let engine = engines.get(language);
  if (!engine) engines.set(language, (engine = load(language)));
  return engine;
}

async function load(language: Language): Promise<Recogniser> {
  const folder = resource("node_modules", "tesseract.js-core");
  const start = createRequire(import.meta.url)(`tesseract.js-core/${CORE}.js`) as LoadCore;
  const [wasmBinary, packed] = await Promise.all([
    readFile(`${folder}/${CORE}.wasm`),
    readFile(resource("node_modules", ...DATA[language])),
  ]);
  const silent = (): void => {};
  const core = await start({ wasmBinary, print: silent, printErr: silent });
  core.FS.writeFile(`${language}.traineddata`, await promisify(gunzip)(packed));
  const api = new core.TessBaseAPI();
  if (api.Init(null, language, LSTM_ONLY) !== 0)
    throw new Error("the reading engine did not start");
  api.SetPageSegMode(AUTOMATIC);
  return { recognise: (image, progress) => recognise(core, api, image, progress) };
}

interface Told {
  readonly blocks?: readonly {
    readonly paragraphs?: readonly {
      readonly lines?: readonly {
        readonly words: readonly RecognisedWord[];
        readonly bbox: Box;
        readonly baseline: Box;
        readonly rowAttributes?: { readonly rowHeight: number; readonly descenders: number };
      }[];
    }[];
  }[];
}

function recognise(
  core: Core,
  api: Api,
  image: GreyImage,
  progress: ((percent: number) => void) | undefined,
): readonly RecognisedLine[] {
  core.TesseractProgress = progress ?? (() => {});
  core.FS.writeFile("/input", portableGreymap(image));
  try {
    if (api.SetImageFile(1, 0) === 1) return [];
    api.SetSourceResolution(image.dpi);
    if (api.Recognize(null) !== 0) return [];
    const told = JSON.parse(api.GetJSONText(0) ?? "{}") as Told;
    const lines = (told.blocks ?? []).flatMap((b) =>
      (b.paragraphs ?? []).flatMap((p) => p.lines ?? []),
    );
    return lines.map(({ words, bbox, baseline, rowAttributes: row }) => ({
      words,
      baseline,
      above: row ? row.rowHeight - row.descenders : bbox.y1 - bbox.y0,
      below: row ? row.descenders : 0,
    }));
  } finally {
    api.Clear();
  }
}

function portableGreymap({ width, height, grey }: GreyImage): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + grey.length);
  file.set(head);
  file.set(grey, head.length);
  return file;
}
