import { expect, test } from "vitest";
import { Refusal } from "../../shared/model/refusal.ts";
import { parse } from "./arguments.ts";

const burn = (...lang: string[]) => parse(["burn", "review.pdf", "--marks", "marks.json", ...lang]);

test.each(["english!", "e", "en_GB", "en-", ""])(
  "B5 %j is no language, and is refused before anything is burnt",
  (lang) => {
    expect(() => burn("--lang", lang)).toThrow(Refusal);
    expect(() => burn("--lang", lang)).toThrow("such as en-GB");
  },
);

test("a language is taken as it is given, and English without one", () => {
  expect(burn("--lang", "cy").lang).toBe("cy");
  expect(burn().lang).toBe("en-GB");
});
