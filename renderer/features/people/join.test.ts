import { describe, expect, it } from "vitest";
import type { PersonCard } from "../../../shared/ipc/people.ts";
import { joined, kinBack, kinMoved, parted } from "./join.ts";

const person = (id: string, over: Partial<PersonCard> = {}): PersonCard => ({
  id,
  names: [id],
  label: null,
  role: null,
  note: null,
  kin: [],
  ...over,
});

describe("two entries that are one person", () => {
  const child = person("child", {
    names: ["Tansy Quill", "Tansy"],
    label: "Child A",
    kin: [{ other: "nick", relation: "sibling" }],
  });
  const nick = person("nick", {
    names: ["Tans", "Tansy"],
    label: "Person 4",
    note: "a nickname",
    kin: [
      { other: "child", relation: "sibling" },
      { other: "gran", relation: "carer" },
    ],
  });

  it("keep one label, every name once, and no kinship with themselves", () => {
    expect(joined(child, nick)).toEqual({
      ...child,
      names: ["Tansy Quill", "Tansy", "Tans"],
      note: "a nickname",
      kin: [{ other: "gran", relation: "carer" }],
    });
  });
  it("keep their relatives", () => {
    const mother = person("mother", {
      kin: [
        { other: "child", relation: "parent" },
        { other: "nick", relation: "parent" },
      ],
    });
    expect(kinMoved([child, nick, mother, person("gran")], "child", "nick")).toEqual([
      { ...mother, kin: [{ other: "child", relation: "parent" }] },
    ]);
  });
});

describe("a joining that is taken back", () => {
  it("gives everybody their kin again, under the new entry", () => {
    const mother = person("mother", {
      kin: [
        { other: "child", relation: "parent" },
        { other: "nick", relation: "carer" },
      ],
    });
    const child = person("child", { kin: [{ other: "nick", relation: "sibling" }] });
    expect(kinBack([child, person("nick"), mother, person("gran")], "nick", "new")).toEqual([
      { ...child, kin: [{ other: "new", relation: "sibling" }] },
      {
        ...mother,
        kin: [
          { other: "child", relation: "parent" },
          { other: "new", relation: "carer" },
        ],
      },
    ]);
  });
});

describe("one entry that is two people", () => {
  it("leaves each their own names, and nothing that was typed away meanwhile", () => {
    expect(parted(["Tansy Quill", "Tansy", "Tans"], ["Tans", "T. Quill"])).toEqual({
      own: ["Tansy Quill", "Tansy"],
      others: ["Tans"],
    });
  });
});
