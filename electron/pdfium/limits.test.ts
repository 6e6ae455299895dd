import { describe, expect, it } from "vitest";
import { checkHeader, MAX_BYTES, MAX_CONTENTS, mostDpi } from "./limits.ts";

const file = (times: number, gap = " "): Uint8Array =>
  Buffer.from(
    `%PDF-1.7\n3 0 obj << /Type /Page /Contents${gap}[${"4 0 R ".repeat(times)}] >> endobj`,
  );

describe("what is let in", () => {
  it("refuses a page of more pieces of content than any maker writes", () => {
    expect(() => checkHeader(file(MAX_CONTENTS + 1), MAX_BYTES)).toThrow(
      "lists more than 20,000 pieces of content",
    );
    expect(() => checkHeader(file(MAX_CONTENTS + 1, "\r\n"), MAX_BYTES)).toThrow("pieces");
  });

  it("lets in as many as that, and long lists of other things", () => {
    expect(() => checkHeader(file(MAX_CONTENTS), MAX_BYTES)).not.toThrow();
    const kids = Buffer.from(`%PDF-1.7\n<< /Kids [${"4 0 R ".repeat(MAX_CONTENTS + 1)}] >>`);
    expect(() => checkHeader(kids, MAX_BYTES)).not.toThrow();
  });

  it("reads a file of beginnings without an end once", () => {
    const open = Buffer.from(`%PDF-1.7\n${"/Contents [ ".repeat(2_000_000)}`);
    const before = process.cpuUsage();
    checkHeader(open, MAX_BYTES);
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
  });
});

describe("how large a page may be", () => {
  it("draws posters coarser, as fine as their size allows", () => {
    expect(mostDpi(1, { width: 595, height: 842 })).toBeGreaterThan(600);
    expect(mostDpi(1, { width: 5800, height: 5800 })).toBeGreaterThan(78);
  });

  it("refuses what nobody could verify, with its size", () => {
    expect(() => mostDpi(3, { width: 10_976, height: 7102 })).toThrow(
      "Page 3 is too large to be drawn: it measures 387 by 251 cm.",
    );
    expect(() => mostDpi(1, { width: 6500, height: 6000 })).toThrow("229 by 212 cm");
  });
});
