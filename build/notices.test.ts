import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BUNDLED, notices, shippedPackages } from "./notices.ts";
import { root } from "./root.ts";

function importsBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|testing/.test(name))
    .flatMap((name) => [
      ...readFileSync(join(root, folder, name), "utf8").matchAll(
        /(?:^import|^(?:import|export)\s[^;"]*\sfrom|^\} from)\s"((?:@[\w.-]+\/)?[a-z][\w.-]*)(?:\/[^"]*)?";/gm,
      ),
    ])
    .map((match) => match[1]!)
    .filter((name) => name !== "electron" && !name.startsWith("node"));
}

describe("third-party notices", () => {
  const packages = shippedPackages();

  it("name everything that the code of the product imports", () => {
    const named = new Set(packages.map(({ name }) => name));
    // Forks come under the prescribed names.
    const aliases = new Map([
      ["pdf-lib", "@cantoo/pdf-lib"],
      ["better-sqlite3", "better-sqlite3-multiple-ciphers"],
    ]);
    const used = new Set(["renderer", "electron", "shared"].flatMap(importsBelow));
    expect(used.size).toBeGreaterThan(20);
    const missing = [...used].filter((name) => !named.has(aliases.get(name) ?? name));
    expect(missing).toEqual([]);
  });

  it("hold only licences that let the whole stay under its own", () => {
    expect(packages.length).toBeGreaterThan(30);
    for (const { licence } of packages) expect(licence).not.toMatch(/GPL/);
    expect(BUNDLED.every((name) => packages.some((one) => one.name === name))).toBe(true);
  });

  it("carry the texts and the credits of the data", () => {
    const text = notices();
    for (const credit of ["GeoNames", "WordNet", "WNUT-17", "WikiGold", "pdfjs-dist", "OFL-1.1"])
      expect(text).toContain(credit);
  });
});
