import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing.ts";

/** Places by the group they are tied to, those that could mean somebody else marked with "?". */
function tied(text: string): string[][] {
  const groups = new Map<string, string[]>();
  for (const f of findingsOf(text).filter(({ category }) => category === "person")) {
    const open = f.why.includes("could also mean") ? "?" : "";
    groups.set(f.group, [...(groups.get(f.group) ?? []), f.text + open]);
  }
  return [...groups.values()];
}
const labelOf = (text: string, name: string): string | undefined =>
  findingsOf(text).find((f) => f.category === "person" && f.text === name)?.label;

describe("who is meant by a title and a surname", () => {
  it("whoever bears just that surname, before whom half of it belongs to", () => {
    expect(tied("Daniela Popescu came with Iulia Popescu-Lungu. Ms Popescu left.")).toContainEqual([
      "Daniela Popescu",
      "Ms Popescu",
    ]);
  });
  it("by the sex that a middle name, a particle or a part tells", () => {
    expect(
      tied(
        "Jaswinder Singh Bains and Simran Kaur Bains came. Harbhajan Singh Bains rang. Mrs Bains wept.",
      ),
    ).toContainEqual(["Simran Kaur Bains", "Mrs Bains"]);
    expect(tied("Her husband Temi Oye came. Her aunt Dayo Oye rang. Mrs Oye wept.")).toContainEqual(
      ["Dayo Oye", "Mrs Oye"],
    );
  });
  it("a particle belongs to the surname", () => {
    expect(tied("Her stepfather Aled ap Dafydd came. Mr ap Dafydd left.")).toEqual([
      ["Aled ap Dafydd", "Mr ap Dafydd"],
    ]);
    expect(tied("Fionnuala Ní Dhomhnaill came. Mrs Ní Dhomhnaill left.")).toHaveLength(1);
  });
  it("other names that the text gives", () => {
    expect(tied("Calum MacIver, known in the village as Caley, came. Caley left.")).toEqual([
      ["Calum MacIver", "Caley", "Caley"],
    ]);
    expect(tied("Jaswinder Bains ('Jazz') came. Jazz left.")[0]).toContain("Jazz");
    expect(tied("Tariq Cali (recorded as Abdi Ali) came. Abdi Ali left.")).toHaveLength(1);
    expect(tied("Stanisław Wójcik came. Stan left.")).toEqual([["Stanisław Wójcik", "Stan"]]);
  });
});

describe("parts", () => {
  it("nobody who is addressed as a grown-up is the child", () => {
    const text = "Subject: Mr Gareth Penhallow, dob 17.8.91. Mr Penhallow coaches.";
    expect(labelOf(text, "Mr Gareth Penhallow")).toBe("Person 1");
    const daughter = "His daughter Agnieszka Kowalczyk rang. Mrs Kowalczyk was told.";
    expect(labelOf(daughter, "Agnieszka Kowalczyk")).toBe("Daughter 1");
  });
  it("a parent's mother is a grandmother, a child's is the mother", () => {
    const text =
      "Fergus was the second child of Eilidh MacIver. Eilidh's own mother, Isobel Galbraith, took him.";
    expect(labelOf(text, "Isobel Galbraith")).toBe("MGM");
    expect(
      labelOf("Fergus is 4. Fergus's mother, Isobel Galbraith, came.", "Isobel Galbraith"),
    ).toBe("Mother");
  });
  it("her dad after a sentence that begins with the mother", () => {
    const text =
      "The worker saw Mum, Zsofia Kovacs, at home. Zsofia is tired of school. Her dad Raymond Tosh was there.";
    expect(labelOf(text, "Raymond Tosh")).toBe("MGF");
    const child = "Mia lives with her mother, Zsofia Kovacs. Her dad Raymond Tosh was there.";
    expect(labelOf(child, "Raymond Tosh")).toBe("Father");
  });
});

describe("how children call whom they live with", () => {
  it("a foster carer called Nanny is the carer, a grandmother who is said to be one stays", () => {
    const carer = "Nanny Jan is the foster carer. Liam likes Nanny Jan, his foster carer.";
    expect(labelOf(carer, "Jan")).toBe("Foster Carer 1");
    const kin = "Nanny Jan collected Liam. Liam's maternal grandmother Jan is a foster carer.";
    expect(labelOf(kin, "Jan")).toBe("MGM");
  });
});
