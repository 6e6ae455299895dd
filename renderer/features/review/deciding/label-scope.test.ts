import { describe, expect, it } from "vitest";
import { placesFor } from "./label-scope.ts";
import type { Group, Place } from "./places.ts";

const place = (
  id: string,
  text: string | null,
  standing: Place["standing"] = "undecided",
): Place => ({
  id,
  page: 1,
  rects: [],
  standing,
  group: "g",
  text,
  span: null,
  category: "person",
  tier: "suggested",
  why: null,
  label: null,
  reason: "other-name",
  note: null,
});

describe("what a label reaches", () => {
  const sandra = place("a", "Sandra Okonjo");
  const places = [
    sandra,
    place("b", "Denise"),
    place("c", "SANDRA\nOkonjo"),
    place("d", "Sandra Okonjo", "refused"),
    place("e", "Denise", "accepted"),
    place("f", null, "drawn"),
  ];
  const group = { places } as unknown as Group;
  const ids = (at: Place, scope: Parameters<typeof placesFor>[2]) =>
    placesFor(group, at, scope).map((p) => p.id);

  it("is everybody of the card who was not refused", () => {
    expect(ids(sandra, "all")).toEqual(["a", "b", "c", "e", "f"]);
  });
  it("is only what reads alike where two people were taken for one", () => {
    expect(ids(sandra, "alike")).toEqual(["a", "c"]);
    expect(ids(places[1]!, "alike")).toEqual(["b", "e"]);
  });
  it("is the place alone, and a drawn box reads like nothing else", () => {
    expect(ids(sandra, "here")).toEqual(["a"]);
    expect(ids(places[5]!, "alike")).toEqual(["f"]);
  });
});
