import { describe, expect, it } from "vitest";
import { guessRole } from "./document-role.ts";

describe("role of a document, from its file name", () => {
  it.each([
    ["Overview report - Caleb Whitlock.pdf", "overview-report"],
    ["Executive summary - Caleb Whitlock.pdf", "executive-summary"],
    ["SCR_Overview_FINAL.pdf", "overview-report"],
    ["LCSPR Alder 2024.pdf", "overview-report"],
    ["exec-summary v3.pdf", "executive-summary"],
    ["Multi-agency action plan.pdf", "action-plan"],
    ["Scan0001.pdf", "other"],
    ["Oscar.pdf", "other"],
  ])("%s", (name, role) => {
    expect(guessRole(name, [])).toBe(role);
  });
  it("gives a role to one document only, and never calls one an earlier version", () => {
    expect(guessRole("Overview report 2.pdf", ["overview-report"])).toBe("other");
    expect(guessRole("Earlier published version of the overview.pdf", [])).toBe("overview-report");
  });
});
