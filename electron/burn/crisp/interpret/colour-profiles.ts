// Colours by a profile that the file brings (ICC): pdf.js reckons with them only where a browser's worker
// loads its module, and takes the numbers as they are elsewhere; PDFium, which draws originals, reckons with
// them. Here the module is read from disk, once, when a first document of two lines asks for it.
import { readFileSync } from "node:fs";
import { resource } from "../../../resources.ts";
import { pdfJs } from "../../pdf-js.ts";

let ready: Promise<void> | undefined;

/** Before any other document is opened: whether profiles count is settled by the first that has one. */
export function withProfiles(): Promise<void> {
  return (ready ??= settle());
}

async function settle(): Promise<void> {
  const { getDocument } = await pdfJs();
  const scope = globalThis as { XMLHttpRequest?: unknown };
  const { XMLHttpRequest: before } = scope;
  const { Instance } = WebAssembly;
  scope.XMLHttpRequest = ModuleFromDisk;
  WebAssembly.Instance = rounding(Instance);
  try {
    const pdf = await getDocument({
      data: new TextEncoder().encode(ASKING),
      wasmUrl: "./",
      useWorkerFetch: true,
      useSystemFonts: false,
      verbosity: 0,
    }).promise;
    await (await pdf.getPage(1)).getOperatorList();
    await pdf.loadingTask.destroy();
  } finally {
    scope.XMLHttpRequest = before;
    WebAssembly.Instance = Instance;
  }
}

/** What pdf.js asks for its module: it never asks for anything else while this stands. */
class ModuleFromDisk {
  response: ArrayBuffer | undefined;
  responseType = "";

  open(): void {}

  send(): void {
    const bytes = readFileSync(resource("node_modules", "pdfjs-dist", "wasm", "qcms_bg.wasm"));
    this.response = new Uint8Array(bytes).buffer;
  }
}

type Instance = typeof WebAssembly.Instance;
type Convert = (profile: number, ...levels: readonly number[]) => number;

/** A colour's levels would be cut off to whole numbers on their way into the module: a shade too dark. */
function rounding(Whole: Instance): Instance {
  return function (module: WebAssembly.Module, imports: WebAssembly.Imports) {
    const exports = { ...new Whole(module, imports).exports };
    for (const name of ["qcms_convert_one", "qcms_convert_three", "qcms_convert_four"]) {
      const convert = exports[name] as Convert;
      exports[name] = (profile: number, ...levels: readonly number[]) =>
        convert(profile, ...levels.map(Math.round));
    }
    return { exports };
  } as unknown as Instance;
}

/** A page that sets a colour by a profile that is none. */
const ASKING = `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /ColorSpace << /C [/ICCBased 5 0 R] >> >> >> endobj
4 0 obj << /Length 20 >> stream
/C cs 0 sc 0 0 9 9 re f
endstream endobj
5 0 obj << /N 1 /Length 4 >> stream
none
endstream endobj
trailer << /Root 1 0 R >>
`;
