// `npm run demo`: the main job without a window. Everything after `--` goes to `candour demo`.
import { run } from "../electron/cli.ts";
import { makeSample } from "./sample.ts";

await makeSample();
await run(["demo", ...process.argv.slice(2)]);
