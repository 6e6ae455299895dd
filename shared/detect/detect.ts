// The one entry point of detection: all documents of a case in, findings by document out. Pure.
import { createDetector } from "./detector.ts";
import type { Detect } from "./model.ts";

export { createDetector, type DetectorRun } from "./detector.ts";

export const detect: Detect = (documents, options) => {
  const run = createDetector(options);
  for (const document of documents) run.read(document);
  return run.finish();
};
