// The pages that two further readers labelled are the kept pages, letter for letter; else their figures say nothing.
import { describe, expect, it } from "vitest";
import { readMarkedPages } from "../../bench/detection-data.ts";

describe("second readers", () => {
  it.each(["one", "two"])("reader %s labelled the very texts that are kept", (who) => {
    const labelled = readMarkedPages(`second-readers/${who}`);
    expect(labelled.length).toBe(60);
    for (const { name, text, mentions } of labelled) {
      const [set, file] = name.split("--") as [string, string];
      const kept = readMarkedPages(set).find((page) => page.name === file);
      expect(kept?.text === text, name).toBe(true);
      expect(mentions.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
    }
  });
});
