import { readFileSync } from "node:fs";
import { join } from "node:path";
import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { loadModel, tag } from "../../shared/detect/tagger/tagger.ts";
import { readModel, writeModel } from "../../shared/detect/tagger/model-file.ts";
import { sentencesOf } from "../../shared/detect/tagger/telling.ts";
import { tellSentences } from "../../shared/detect/tagger/telling-score.ts";
import { tokenise } from "../../shared/detect/tagger/tokens.ts";
import { readWords } from "../../shared/detect/tagger/words.ts";
import { undressed } from "../../shared/detect/tagger/word-form.ts";

const bytes = new Uint8Array(
  readFileSync(join(import.meta.dirname, "../../shared/detect/tagger/candour-tagger.model.bin")),
);
const model = loadModel(bytes);
const LETTER =
  "On 12 March 2009 the health visitor, Karen Walsh, saw Jordan at 14 Acacia Road, Leeds. " +
  "His father, Mr Dean Pickering, is a lorry driver of Polish descent and was convicted of arson.";

const found = (text: string, lowest = 0.3): string[] =>
  tag(text, model, { lowest }).map((span) => `${span.type} ${text.slice(span.start, span.end)}`);

/** The places that spans cover at a threshold. */
const covered = (lowest: number): Set<number> => {
  const places = new Set<number>();
  for (const span of tag(LETTER, model, { lowest }))
    for (let i = span.start; i < span.end; i++) places.add(i);
  return places;
};

describe("tagger", () => {
  test("finds people, places, dates, trades and offences in plain safeguarding prose", () => {
    const spans = found(LETTER).join("\n");
    for (const wanted of [
      "12 March 2009",
      "Karen Walsh",
      "Jordan",
      "Acacia Road",
      "Leeds",
      "Pickering",
      "lorry driver",
      "Polish",
      "arson",
    ])
      expect(spans).toContain(wanted);
    expect(spans).not.toContain("the health visitor");
  });

  test("leaves ordinary sentences alone", () => {
    const text =
      "Professionals should consider whether information about adults in the household is held in " +
      "one place. The review finds that it was not, and makes two recommendations.";
    expect(found(text)).toEqual([]);
  });

  test("answers the same for the same text, whatever was asked in between", () => {
    const once = tag(LETTER, model);
    tag("Something else about Mrs Ogunleye of Tilbury", model);
    expect(tag(LETTER, model)).toEqual(once);
    expect(tag(LETTER, loadModel(bytes))).toEqual(once);
  });

  test("a lower threshold only ever covers more", () => {
    const sure = covered(0.3);
    const all = covered(0.01);
    expect([...sure].filter((at) => !all.has(at))).toEqual([]);
    expect(all.size).toBeGreaterThan(sure.size);
  });

  test("offsets are ordered, apart, inside the text and at word edges, for any text", () => {
    const pieces = constantFrom(
      "Mr Ali Khan",
      "O’Neill",
      "3/4/19",
      "\u200b",
      "😀",
      "é",
      "𝐒𝐚𝐫𝐚𝐡",
      "\ud800",
      "\r\n",
      ":",
      "(",
      "NHS",
      "a",
      "ß",
      "١٢",
      "Сара",
    );
    const texts = array(oneof(pieces, string({ unit: "binary" })), { maxLength: 40 });
    assert(
      property(texts, (parts) => {
        const text = parts.join(" ");
        let last = 0;
        for (const span of tag(text, model)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(span.score).toBeGreaterThan(0);
          expect(span.score).toBeLessThanOrEqual(1);
          last = span.end;
        }
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ["empty", ""],
    ["blank", " \n\t\r\n "],
    ["only marks", "?!.,;:–—“”"],
    ["no spaces", "A".repeat(50_000)],
    ["one endless line of capitals", "KAREN ".repeat(5000)],
    ["emoji", "👩‍👧‍👦".repeat(2000)],
    ["right to left", "قال الطبيب إن الطفل"],
    ["null bytes", "\u0000\u0000Sarah\u0000"],
  ])("garbage is survived: %s", (_name, text) => {
    expect(() => tag(text, model)).not.toThrow();
  });

  test("zero-width characters and look-alike letters hide no name", () => {
    const hidden =
      "She told Mrs Ka\u200bren W\u00adalsh and Mr D\u0435\u0430n Picker\u200ding about it.";
    const spans = found(hidden, 0.1).join("\n");
    expect(spans).toContain("W\u00adalsh");
    expect(spans).toContain("D\u0435\u0430n");
    expect(undressed("D\u0435\u0430n")).toBe("Dean");
    expect(undressed("Сара")).toMatch(/^С|^C/);
  });

  test("time grows no faster than the text", () => {
    const page = `${LETTER}\n\n`.repeat(40);
    const spent = (times: number): number => {
      const text = page.repeat(times);
      const start = performance.now();
      tag(text, model);
      return performance.now() - start;
    };
    spent(2);
    const few = Math.min(spent(4), spent(4), spent(4));
    const many = Math.min(spent(32), spent(32));
    expect(many / few).toBeLessThan(8 * 4);
  });

  test("a long run without spaces becomes tokens of bounded length", () => {
    const { count, start, end } = tokenise("x".repeat(1000));
    expect(count).toBeGreaterThan(10);
    for (let i = 0; i < count; i++) expect((end[i] ?? 0) - (start[i] ?? 0)).toBeLessThanOrEqual(50);
  });
});

describe("telling sentences", () => {
  test("tell of somebody more surely than those of practice do", () => {
    const page =
      "On Tuesday Kyle was taken to hospital by his grandmother with a burn to his left hand. " +
      "All professionals should ask about burns and record what they are told.";
    const tokens = tokenise(page);
    const { types, typeOf } = readWords(page, tokens, model.lexicon, model.telling);
    const starts = sentencesOf(tokens, types, typeOf);
    const [life, practice] = tellSentences(starts, types, typeOf, model.telling);
    expect(life).toBeGreaterThan(2);
    expect(practice).toBeLessThan(-1);
  });

  test("make the same words more or less likely", () => {
    const chance = (text: string): number => {
      const at = text.indexOf("fracture");
      const spans = tag(text, model, { lowest: 0.001 });
      return Math.max(0, ...spans.filter((s) => s.start <= at && s.end > at).map((s) => s.score));
    };
    const words = "a fracture of the arm";
    const life = chance(`Her son Kyle came home that night with ${words} and she told no one.`);
    const law = chance(`All staff should know that ${words} in any infant must be referred.`);
    expect(life).toBeGreaterThan(law + 0.1);
  });
});

describe("model file", () => {
  test("is small enough to ship and is written back byte for byte", () => {
    expect(bytes.length).toBeLessThan(4 * 1024 * 1024);
    expect(Buffer.compare(Buffer.from(writeModel(readModel(bytes))), Buffer.from(bytes))).toBe(0);
  });

  test.each([
    ["empty", new Uint8Array(0)],
    ["another file", new TextEncoder().encode("%PDF-1.7 and so on")],
    ["cut short", bytes.slice(0, 100_000)],
    ["another version", Uint8Array.from(bytes.slice(0, 1000), (byte, i) => (i === 4 ? 99 : byte))],
  ])("is refused when %s", (_name, file) => {
    expect(() => loadModel(file)).toThrow(/model/);
  });
});
