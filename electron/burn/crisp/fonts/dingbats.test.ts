import { describe, expect, it } from "vitest";
import { dingbat } from "./dingbats.ts";

describe("the signs of Zapf Dingbats", () => {
  it.each([
    ["4", "\u2714"],
    ["l", "\u25cf"],
    ["n", "\u25a0"],
    ["o", "\u274f"],
    ["\u00ac", "\u2460"],
    ["\u00d4", "\u2794"],
    ["\u00d5", "\u2192"],
    ["\u00fe", "\u27be"],
  ])("%s means %s", (code, sign) => {
    expect(dingbat(code.charCodeAt(0))).toBe(sign);
  });

  it("has nothing for codes without a sign", () => {
    for (const code of [0x20, 0x7f, 0xa0, 0xf0, 0xff]) expect(dingbat(code)).toBeUndefined();
  });
});
