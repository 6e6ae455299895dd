import { defineConfig } from "vitest/config";

// unit: beside the source. integration, leak and security: under test/. e2e runs in Playwright.
// Tests named *.shared.test.ts need ../shared and are counted apart (build/test.mjs).
const node = (name: string, include: string[], exclude: string[] = []) => ({
  test: {
    name,
    include,
    exclude: ["**/node_modules/**", ...exclude],
    environment: "node",
    testTimeout: 60_000,
  },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      node("unit", ["{shared,electron,renderer,build}/**/*.test.{ts,tsx}"]),
      node("integration", ["test/{integration,security}/**/*.test.ts"], ["**/*.shared.test.ts"]),
      node("leak", ["test/leak/**/*.test.ts"], ["**/*.shared.test.ts"]),
      node("shared", ["test/**/*.shared.test.ts"]),
    ],
  },
});
