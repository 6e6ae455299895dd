// `npm run demo`: the main job without a window. Everything after `--` goes to `candour demo`.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./root.ts";

process.argv.splice(2, 0, "demo");
await import(pathToFileURL(join(root, "build", "bin", "candour.mjs")).href);
