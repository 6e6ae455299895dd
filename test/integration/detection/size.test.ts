// Reading grows in line with the text, whatever the text: a page made to stall it stalls nobody.
import { describe, expect, it } from "vitest";
import { readFileSync } from "node:fs";
import { resource } from "../../../electron/resources.ts";
import { detect } from "../../../shared/detect/detect.ts";
import { loadModel, tag } from "../../../shared/detect/tagger/tagger.ts";
import { readMarkedPages } from "../../bench/detection-data.ts";

const model = loadModel(
  readFileSync(resource("shared", "detect", "tagger", "candour-tagger.model.bin")),
);
const options = { tagger: (text: string) => tag(text, model) };
const prose = readMarkedPages("training")
  .map((page) => page.text)
  .join("\n\n");

/** Processor time: what else the machine does must not count. */
function seconds(text: string): number {
  const started = process.cpuUsage();
  detect([{ id: "d", name: "d", pages: [{ page: 1, text }] }], options);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}

/** Best of three: the collection of what earlier texts left only ever adds. */
const best = (text: string): number => Math.min(seconds(text), seconds(text), seconds(text));

const HOSTILE: readonly (readonly [string, (size: number) => string])[] = [
  ["prose", (n) => prose.repeat(Math.ceil(n / prose.length)).slice(0, n)],
  ["no spaces", (n) => "SarahJonesmetDrKhanon3May2009at07700900123".repeat(n / 42)],
  [
    "zero-width marks between all letters",
    (n) => "S\u200Ba\u200Br\u200Ba\u200Bh \u200B".repeat(n / 12),
  ],
  ["look-alike letters", (n) => "S\u0430r\u0430h J\u043Enes m\u0435t hi\u043C ".repeat(n / 21)],
  ["digits without end", (n) => "9991274405".repeat(n / 10)],
  ["numbers and marks", (n) => "12/3-4.5(6) £7,8; ".repeat(n / 18)],
  ["a note's mothers", (n) => "Mo Stacey rang. Mo went. ".repeat(n / 25)],
  ["mothers that nobody is called", (n) => "Mo went home. ".repeat(n / 14)],
  ["initials", (n) => "TW. LH told KW. ".repeat(n / 16)],
  ["codes' marks", (n) => "\uFFF9qr code\uFFFAx\uFFFB \uFFF9".repeat(n / 13)],
  ["ages in a table", (n) => `Name\tAge\n${"May 2009\t6\t".repeat(n / 11)}`],
  ["lists and nicknames", (n) => "he called him Ghost, Adil Rahman, Tiny and ".repeat(n / 43)],
  ["kin and heads", (n) => "his maternal great-uncle at the Sheldon centre ".repeat(n / 47)],
  ["bracketed illness", (n) => "amblyopia (of the eye ".repeat(n / 22)],
];

describe("size", () => {
  it.each(HOSTILE)("four times the text takes about four times as long: %s", (_, make) => {
    seconds(make(20_000));
    const once = best(make(60_000));
    const four = best(make(240_000));
    // Four, with room for a busy machine; anything quadratic would take sixteen times as long.
    expect(four).toBeLessThan(Math.max(0.2, once * 9));
  });
  it("more findings on one page than a call takes arguments", () => {
    const text = "KW said. ".repeat(130_000);
    const found = detect([{ id: "d", name: "d", pages: [{ page: 1, text }] }]).get("d")!;
    expect(found.length).toBeGreaterThan(125_000);
  }, 120_000);
  it("a million words are read to the end", () => {
    const words = prose.split(/\s+/).length;
    const pages = Array.from({ length: Math.ceil(1_000_000 / words) }, (_, i) => ({
      page: i + 1,
      text: prose,
    }));
    const found = detect([{ id: "d", name: "d", pages }], options).get("d")!;
    const perPage = found.filter((f) => f.page === 1).length;
    expect(found.length).toBeGreaterThan(perPage * pages.length * 0.9);
  }, 180_000);
});
