import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseInline } from "./corpora.ts";
import { generator } from "./learn.ts";
import { readStock, varied } from "./vary.ts";

const DAYS = ["the eve of the fair", "Whit Monday", "a wet Tuesday", "the first frost", "bin day", "the day of the march", "the longest night"]; // prettier-ignore
const pages = DAYS.map((day, i) =>
  parseInline(
    `p${i}`,
    `Ms [[PERSON:Ada Lovel]] came on [[DATETIME:${day}]] with [[MISC:a broken arm]].`,
  ),
);
const stock = readStock(join(import.meta.dirname, "lexicons"), pages);

describe("copies of a training page", () => {
  it("keep every label on its own words, and the words around them", () => {
    const random = generator(3);
    for (let n = 0; n < 40; n++) {
      const copy = varied(pages[n % pages.length]!, n, stock, random);
      expect(copy.spans.map((span) => span.type)).toEqual(["PERSON", "DATETIME", "MISC"]);
      const [who, when] = copy.spans.map((span) => copy.text.slice(span.start, span.end));
      expect(who).toMatch(/^\S+\s\S+$/);
      expect(copy.text.slice(copy.spans[0]!.end, copy.spans[1]!.start)).toHaveLength(9);
      expect(when!.trim()).toBe(when);
    }
  });
  it("have what other pages hold after the same word", () => {
    const random = generator(5);
    const met = new Set<string>();
    for (let n = 0; n < 200; n++) {
      const { text, spans } = varied(pages[0]!, n, stock, random);
      met.add(text.slice(spans[1]!.start, spans[1]!.end).replace(/\s/g, " "));
    }
    expect([...met].filter((day) => DAYS.includes(day)).length).toBeGreaterThan(4);
  });
  it("are the same for the same seed", () => {
    const once = varied(pages[1]!, 0, stock, generator(9));
    expect(varied(pages[1]!, 0, stock, generator(9))).toEqual(once);
  });
});
