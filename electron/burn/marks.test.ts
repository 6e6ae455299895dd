import { describe, expect, it } from "vitest";
import { Refusal } from "../../shared/model/refusal.ts";
import type { PageGeometry } from "../../shared/model/page.ts";
import type { PlanMark } from "../../shared/model/plan.ts";
import { marksBeside, resolveMarks } from "./marks.ts";

const geometry =
  (rotation: PageGeometry["rotation"] = 0) =>
  (page: number): PageGeometry => ({
    page,
    mediaBox: [0, 0, 600, 800],
    cropBox: [0, 0, 600, 800],
    rotation,
    userUnit: 1,
  });

function texts(marks: readonly PlanMark[], rotation?: PageGeometry["rotation"]) {
  return [...resolveMarks(marks, 3, geometry(rotation)).values()].flat().map((m) => m.text);
}

describe("settling marks", () => {
  it("takes the mark's own label, else the reason's, else a plain box", () => {
    expect(
      texts([
        { page: 1, rect: [10, 700, 50, 712], label: " Child A ", reason: "child-name" },
        { page: 1, rect: [10, 600, 50, 612], reason: "date" },
        { page: 1, rect: [10, 500, 50, 512], reason: "other" },
        { page: 1, rect: [10, 400, 50, 412], reason: "unheard of" },
      ]),
    ).toEqual(["Child A", "date removed", null, null]);
  });

  it("takes brackets off that somebody typed around a label: every label is read in them", () => {
    const marks: PlanMark[] = ["[a date]", "[ ]", "Child A [sic]"].map((label, i) => ({
      page: 1,
      rect: [10, 700 - 20 * i, 90, 712 - 20 * i],
      label,
      reason: "date",
    }));
    expect(texts(marks)).toEqual(["a date", "date removed", "Child A [sic]"]);
  });

  it("gives a mark beside the page no label, and its group's next piece the word", () => {
    const off: PlanMark = { page: 1, rect: [10, 820, 90, 840], label: "Mother", group: "g" };
    const on: PlanMark = { page: 1, rect: [10, 700, 90, 712], label: "Mother", group: "g" };
    expect(texts([off])).toEqual([""]);
    expect(texts([off, on])).toEqual(["", "Mother"]);
  });

  it("tells of marks beside a page, and of no others", () => {
    const off: PlanMark = { page: 2, rect: [700, 10, 790, 40], label: "Mother" };
    const on: PlanMark = { page: 1, rect: [10, 790, 90, 840], label: "Mother" };
    const told = (marks: readonly PlanMark[], turned?: PageGeometry["rotation"]) =>
      marksBeside(resolveMarks(marks, 3, geometry(turned)), geometry(turned));
    expect(told([on])).toEqual([]);
    expect(told([on, off, off], 90)).toEqual([
      "Page 2: 2 marks lie beside the page and burnt nothing that is seen on it.",
    ]);
  });

  it("lets only the first piece of a broken span speak, in reading order", () => {
    const piece = (page: number, rect: PlanMark["rect"]) => ({
      page,
      rect,
      label: "Mother",
      group: "g",
    });
    expect(
      texts([
        piece(2, [10, 700, 50, 712]),
        piece(1, [10, 80, 60, 92]),
        piece(1, [400, 100, 500, 112]),
      ]),
    ).toEqual(["Mother", "", ""]);
  });

  it("reads a turned page as it is displayed", () => {
    const marks = [
      { page: 1, rect: [100, 700, 112, 760], label: "second" },
      { page: 1, rect: [100, 100, 112, 160], label: "first" },
    ] as const;
    expect(texts(marks, 90)).toEqual(["first", "second"]);
  });

  it("orders the corners of a rectangle", () => {
    const marks = resolveMarks([{ page: 1, rect: [50, 712, 10, 700] }], 1, geometry());
    expect(marks.get(1)![0]!.rect).toEqual([10, 700, 50, 712]);
  });

  it.each([
    ["a page that is not there", { page: 4, rect: [0, 0, 9, 9] }],
    ["no number", { page: 1, rect: [0, Number.NaN, 9, 9] }],
    ["an endless rectangle", { page: 1, rect: [0, 0, Infinity, 9] }],
    ["a rectangle beyond any page", { page: 1, rect: [0, 0, 1e9, 9] }],
    ["a rectangle without area", { page: 1, rect: [5, 5, 5, 90] }],
  ] as const)("B5 refuses %s in one sentence", (_, mark) => {
    const attempt = () => resolveMarks([mark], 3, geometry());
    expect(attempt).toThrow(Refusal);
    expect(attempt).toThrow(/^[A-Z][^\n]+\.$|^[A-Z][^\n]+pages$/);
  });
});
