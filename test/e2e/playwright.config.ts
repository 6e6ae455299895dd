// End-to-end tests in the real Electron: one window at a time, on the bundle that `npm test` made.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.e2e.ts",
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [["list"], ["json"]],
  outputDir: "../../test-results",
});
