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
    ["Horwath (2007) breaks it down.", "Horwath"],
    ["must be in the plan (Bernard and Greenwood, 2019).", "Bernard"],
    ["must be in the plan (Bernard and Greenwood, 2019).", "Greenwood"],
    ["in the plan (see Howe 2005; Bernard and Greenwood, 2019).", "Greenwood"],
    ["Carpenter, Webb and Bostock's systematic review", "Carpenter"],
    ["Carpenter, Webb and Bostock's systematic review", "Bostock"],
    ["George and Gilbert (2018) call it so.", "Gilbert"],
    ["It was Eileen Munro who pointed out the cost.", "Eileen Munro"],
  ])("%s", (text, name) => expect(cited(text, name)).toBe(true));

  it.each([
    ["A visit by Braye, Orr and Preston was made.", "Orr"],
    ["Brandon and his brother left.", "Brandon"],
    ["Clare's lawyer rang.", "Clare"],
    ["Munro was seen at school.", "Munro"],
    ["Kyle (2014) left home.", "Kyle"],
    ["Her children (Kyle, 2014) and (Mia, 2016) live there.", "Kyle"],
    ["Two were born at home: Kyle (2014) and Mia (2016).", "Kyle"],
    ["Two were born at home: Kyle (2014) and Mia (2016).", "Mia"],
    ["Sarah's review was late.", "Sarah"],
    ["Kyle, Mia and Jo's school rang.", "Jo"],
  ])("of the case: %s", (text, name) => expect(cited(text, name)).toBe(false));
});
