import { describe, expect, it } from "vitest";
import type { PersonCard } from "../../../shared/ipc/people.ts";
import { findPeople } from "./find-people.ts";

const person = (names: string[], role: string, label: string | null): PersonCard =>
  ({ id: names[0], names, role, label, kin: [] }) as unknown as PersonCard;

const PEOPLE = [
  person(["Tamsin Orchard", "Tam"], "Child", "Child A"),
  person(["Denise O’Hara"], "Mother", "Mother"),
  person(["René Marsh"], "Health visitor", null),
];
const found = (query: string): unknown[] => findPeople(PEOPLE, query).map((p) => p.names[0]);

describe("finding somebody in the register", () => {
  it("goes by every name, the part and the label, blind to case, accents and apostrophes", () => {
    expect(found("tam")).toEqual(["Tamsin Orchard"]);
    expect(found("o'hara")).toEqual(["Denise O’Hara"]);
    expect(found("rene")).toEqual(["René Marsh"]);
    expect(found("VISITOR")).toEqual(["René Marsh"]);
    expect(found("child a")).toEqual(["Tamsin Orchard"]);
  });
  it("wants every word, in whatever order, and shows everybody where nothing is typed", () => {
    expect(found("orchard tamsin")).toEqual(["Tamsin Orchard"]);
    expect(found("orchard denise")).toEqual([]);
    expect(found("  ")).toHaveLength(3);
  });
});
