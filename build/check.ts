// `npm run check`: what to run before every commit: formatting, lint, types, unit tests.
import { plain, vitest } from "./stages.ts";

const counts = [
  plain("format", "prettier", ["--check", "--log-level=warn", "."]),
  plain("lint", "oxlint", ["--deny-warnings"]),
  plain("types", "tsc", ["--noEmit"]),
  vitest("unit", "unit"),
];
process.exitCode = counts.some((c) => c.failed > 0) ? 1 : 0;
