import { describe, expect, it } from "vitest";
import { detect } from "../detect.ts";

const found = (text: string) =>
  detect([{ id: "d", name: "d", pages: [{ page: 1, text }] }])
    .get("d")!
    .map((f) => `${f.category}: ${f.text}`);

describe("a surname that a body could end in", () => {
  it("is somebody's", () => {
    const text = "Bridget Ward said that she rang. The nurse spoke to Bridget Ward again.";
    expect(found(text)).toEqual(["person: Bridget Ward", "person: Bridget Ward"]);
  });
  it("is a ward where the page says so once", () => {
    const text = "She was moved to Bridget Ward at night. Bridget Ward was full.";
    expect(found(text)).toEqual(["health-provider: Bridget Ward", "health-provider: Bridget Ward"]);
  });
  it("takes no name from the field of a form above it", () => {
    const form = "Young person: Tran Van Minh   Known as: Minh\nHome Office ref: T1234567/3";
    expect(found(form)).toContain("person: Minh");
  });
});

describe("bodies that are not told by their last word", () => {
  it("knows a children's hospital by its short name", () => {
    const text = "Radiology at Great Northern Children's want a second read.";
    expect(found(text)).toContain("health-provider: Great Northern Children's");
  });
  it("knows a region's trust by the quarter of the sky, and a court by its seat", () => {
    expect(found("It came from the Western Health and Social Care Trust.")).toContain(
      "organisation: Western Health and Social Care Trust",
    );
    expect(found("He was tried at the High Court at Inverness in spring.")).toContain(
      "organisation: High Court at Inverness",
    );
    expect(found("The family court at once agreed.")).toEqual([]);
  });
  it.each([
    "St Vincent's Night Shelter",
    "Haven Round Table",
    "Quaker Meeting House",
    "Kirkby Foodbank",
    "Alva and District Boys' Pipe Band",
  ])("knows what people come together in: %s", (body) => {
    expect(found(`It came from the ${body} in spring.`)).toContain(`organisation: ${body}`);
  });
  it("takes a body of two districts whole, and no person with it", () => {
    expect(found("We wrote to the Fosdyke and Rushmere Drainage Board.")).toContain(
      "organisation: Fosdyke and Rushmere Drainage Board",
    );
    expect(found("We met Sarah and Thornmere Council.")).not.toContain(
      "organisation: Sarah and Thornmere Council",
    );
  });
  it("leaves whoever signs above it a name of their own, on one line of a letter's head", () => {
    const head = found("Dr J. Hartley\nAshmere Surgery\n2 May 2019\n");
    expect(head).toContain("person: Dr J. Hartley");
    expect(head).toContain("health-provider: Ashmere Surgery");
    expect(found("It came from the Joan Hartley\nHospital.")).toContain(
      "health-provider: Joan Hartley\nHospital",
    );
  });
  it("takes a road for part of whoever is called after it, and no other body for theirs", () => {
    const text =
      "Otter Lane Academy rang. He prays at the Elm Road Mosque. I work for Otter Lane Youth Project. Otter Lane is long.";
    expect(found(text)).toEqual([
      "school: Otter Lane Academy",
      "organisation: Elm Road Mosque",
      "organisation: Otter Lane Youth Project",
      "address: Otter Lane",
    ]);
  });
  it("tells a service's address from a home", () => {
    const text = "Ashmere Surgery, 2 Mill Parade, wrote to him at 4 Mill Parade.";
    const all = detect([{ id: "d", name: "d", pages: [{ page: 1, text }] }]).get("d")!;
    const labels = all.filter((f) => f.category === "address").map((f) => f.label);
    expect(labels).toEqual(["address of a service", "home address"]);
  });
  it("leaves services and directors alone", () => {
    const text =
      "Adult and Children's were there. The Director of Children's, who chairs, agreed. Our Children's is good.";
    expect(found(text).some((one) => one.startsWith("health-provider"))).toBe(false);
  });
});

describe("what is told after a date", () => {
  it.each([
    ["She was found at about 5.50 in the morning and taken away.", "5.50 in the morning"],
    ["He was born in August of the next year, at home.", "August of the next year"],
    ["He was seen two days later by a nurse.", "two days later"],
  ])("belongs to it: %s", (text, date) => {
    expect(found(text)).toContain(`date: ${date}`);
  });
  it("never takes the year of a guidance or an author of a cited work", () => {
    const text =
      "Working Together to Safeguard Children (2018) asks for it (Brandon et al., 2012), as was said.";
    expect(found(text).filter((one) => /^(?:date|person)/.test(one))).toEqual([]);
  });
});
