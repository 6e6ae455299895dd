import { describe, expect, it } from "vitest";
import { isCited } from "./cited.ts";

const cited = (text: string, name: string): boolean => {
  const start = text.indexOf(name);
  return isCited(text, start, start + name.length);
};

describe("names of the literature", () => {
  it.each([
    ["Research by Braye, Orr and Preston-Shoot shows it.", "Preston-Shoot"],
    ["Research by Braye, Orr and Preston-Shoot shows it.", "Braye"],
    ["The term is owed to Brandon and her colleagues.", "Brandon"],
    ["He applied under Clare's Law.", "Clare"],
    ["It was Eileen Munro who pointed out the cost.", "Eileen Munro"],
  ])("%s", (text, name) => expect(cited(text, name)).toBe(true));

  it.each([
    ["A visit by Braye, Orr and Preston was made.", "Orr"],
    ["Brandon and his brother left.", "Brandon"],
    ["Clare's lawyer rang.", "Clare"],
    ["Munro was seen at school.", "Munro"],
    ["Kyle (2014) left home.", "Kyle"],
  ])("of the case: %s", (text, name) => expect(cited(text, name)).toBe(false));
});
