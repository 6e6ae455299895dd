import { t } from "i18next";
import { beforeAll, expect, it } from "vitest";
import { startWords } from "./i18n.ts";
import { groupedIn, numberOf } from "./number.ts";

beforeAll(startWords);

it("groups the digits of a number, alone and within a sentence", () => {
  expect(numberOf(1059)).toBe("1,059");
  expect(t("review.places", { count: 1059 })).toBe("1,059 places");
  expect(t("review.undecidedOf", { total: 12_345 })).toBe("of 12,345 undecided");
});

it("groups the digits of counts that come in words", () => {
  expect(groupedIn("52390 bytes, 163 objects, 1,180 words")).toBe(
    "52,390 bytes, 163 objects, 1,180 words",
  );
});

it("leaves words as they are, and still tells one from many", () => {
  expect(t("review.places", { count: 1 })).toBe("1 place");
  expect(t("review.also", { names: "2010" })).toBe("also 2010");
});
