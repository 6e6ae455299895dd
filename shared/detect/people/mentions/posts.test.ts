import { describe, expect, it } from "vitest";
import { detect } from "../../detect.ts";
import { isStroke, postsOf } from "./posts.ts";

const people = (text: string): string[] =>
  (detect([{ id: "d", name: "d.pdf", pages: [{ page: 1, text }] }], {}).get("d") ?? [])
    .filter(({ category }) => category === "person")
    .map(({ start, end }) => text.slice(start, end));

describe("short forms of posts and notes", () => {
  it("are told by the name behind them", () => {
    expect([...postsOf("OM: Saskia Whitelam, Bridlington\nPSO: Mrs Hester Gathercole.")]).toEqual(["OM", "PSO"]); // prettier-ignore
    expect([...postsOf("KS: Karen Smith\nJB: Sarah Jones said so")]).toEqual([]);
  });

  it("are nobody wherever the page has them", () => {
    const text =
      "AA: Mrs Hilda Pask (volunteer).\n0905 AA arrived. He ate both breakfasts.\nTold AA the trainer is away.";
    expect(people(text)).toEqual(["Mrs Hilda Pask"]);
    expect(people(text.replace("AA: ", "").replace("(volunteer)", "(VP)"))).toContain("AA");
  });

  it.each(["S/N", "H/V", "A/L", "T/c", "S/G"])("%s", (form) => {
    const text = `Then ${form} rang.`;
    expect(isStroke(text, 5, 6)).toBe(true);
    expect(isStroke(text, 7, 8)).toBe(true);
  });

  it("two letters joined by a stroke may be two children", () => {
    const text = "Then K/T rang.";
    expect(isStroke(text, 5, 6)).toBe(false);
  });

  it("Mo is the mother in a note, and somebody elsewhere", () => {
    expect(people("HV visit. Wt 5.02. NFA. Told Mo by text. Mo says he cries.")).toEqual([]);
    expect(people("His friend Mo told staff. Mo says he cries.")).toContain("Mo");
  });
});
