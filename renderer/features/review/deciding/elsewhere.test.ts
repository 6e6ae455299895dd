import { describe, expect, it } from "vitest";
import { there } from "./elsewhere.ts";

const place = (id: string, standing: "undecided" | "accepted" | "refused") => ({ id, standing });

describe("the same person in other documents", () => {
  const documents = [
    {
      id: "summary",
      name: "Executive summary.pdf",
      groups: new Map([
        ["sarah", [place("a", "undecided"), place("b", "accepted"), place("c", "refused")]],
      ]),
    },
    { id: "plan", name: "Action plan", groups: new Map([["theo", [place("d", "undecided")]]]) },
  ];

  it("tells what is undecided there and what is not", () => {
    expect(there(documents, "sarah")).toEqual([
      { document: "summary", name: "Executive summary", undecided: ["a"], decided: 2 },
    ]);
  });
  it("leaves out documents without them", () => {
    expect(there(documents, "nobody")).toEqual([]);
  });
});
