// The packaged application: powers that Electron offers and Candour switches off.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { resource } from "../../electron/resources.ts";

const config = readFileSync(resource("build", "electron-builder.yml"), "utf8");
const fuse = (name: string): string | undefined =>
  new RegExp(`^ {2}${name}: (\\w+)$`, "m").exec(config)?.[1];

describe("packaging", () => {
  test.each([
    ["runAsNode", "false"],
    ["enableNodeOptionsEnvironmentVariable", "false"],
    ["enableNodeCliInspectArguments", "false"],
    ["onlyLoadAppFromAsar", "true"],
    ["enableEmbeddedAsarIntegrityValidation", "true"],
    ["grantFileProtocolExtraPrivileges", "false"],
  ])("fuse %s is %s", (name, value) => {
    expect(fuse(name)).toBe(value);
  });
});
