import { expect, test } from "vitest";
import { sameName } from "./same-name.ts";

test.each([
  ["Ada Kerr", "ada  KERR"],
  ["Ada Kerr", "Аda Kеrr"],
  ["Ada", "АԁА"],
  ["Ada Kerr", "Ada\u200B Kerr"],
  ["Ada Kerr", "Ada\u00A0Kerr."],
  ["Ada Kerr", "Kerr, Ada"],
  ["Zoë Kerr", "Zoe\u0308 Kerr"],
  ["Ada Kerr", "Ａｄａ Kerr"],
  ["Iris Hall", "lris HaIl"],
])("R1 %s and %s read alike", (one, other) => {
  expect(sameName(one, other)).toBe(true);
});

test.each([
  ["Ada Kerr", "Ida Kerr"],
  ["Ada", "Ada Kerr"],
  ["Анна", "Ольга"],
])("R1 %s and %s are two people", (one, other) => {
  expect(sameName(one, other)).toBe(false);
});
