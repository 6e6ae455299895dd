import { describe, expect, test } from "vitest";
import { addWorkingDays, bankHolidays, isDay, isWorkingDay } from "./working-days.ts";
import {
  publicationDates,
  publicationDecisionSchema,
  type PublicationDecision,
} from "./publication.ts";

describe("bank holidays of England", () => {
  // As published by the government for these years.
  const KNOWN: Record<number, string> = {
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
  };
  for (const [year, days] of Object.entries(KNOWN))
    test(`those of ${year}`, () => {
      expect([...bankHolidays(Number(year))]).toEqual(days.split(" ").map((d) => `${year}-${d}`));
    });

  test("every year from 1990 to 2100 has eight or more, all on weekdays", () => {
    for (let year = 1990; year <= 2100; year++) {
      const days = [...bankHolidays(year)];
      expect(days.length).toBeGreaterThanOrEqual(8);
      for (const day of days) expect([0, 6]).not.toContain(new Date(day).getUTCDay());
    }
  });
});

describe("working days", () => {
  test("seven working days over Easter", () => {
    // Thursday 2 April 2026; Good Friday and Easter Monday do not count.
    expect(addWorkingDays("2026-04-02", 7)).toBe("2026-04-15");
  });

  test("seven working days over Christmas and the new year", () => {
    expect(addWorkingDays("2025-12-23", 7)).toBe("2026-01-06");
  });

  test("backwards is the way back", () => {
    for (const from of ["2026-03-31", "2026-04-15", "2026-12-31", "2024-02-29"])
      for (const n of [1, 5, 7, 20])
        if (isWorkingDay(from)) expect(addWorkingDays(addWorkingDays(from, n), -n)).toBe(from);
  });

  test("only real days are days", () => {
    expect(isDay("2026-02-29")).toBe(false);
    expect(isDay("2024-02-29")).toBe(true);
    expect(isDay("2026-13-01")).toBe(false);
    expect(isDay("tomorrow")).toBe(false);
  });
});

const problems = (d: PublicationDecision) =>
  publicationDecisionSchema.safeParse(d).error?.issues.map((i) => i.path.join()) ?? [];

describe("decision on publication", () => {
  const plain: PublicationDecision = {
    kind: "publish-in-full",
    ground: null,
    evidence: null,
    decidedBy: "The board",
    decidedOn: "2026-03-02",
    publishOn: "2026-03-31",
    noticeGivenOn: "2026-03-20",
    reviewOn: null,
  };

  test("the day of publication must leave seven working days of notice", () => {
    expect(publicationDates(plain)).toEqual({
      earliest: "2026-03-31",
      noticeBy: "2026-03-20",
      availableUntil: "2027-03-31",
      noticeKept: true,
    });
    expect(publicationDates({ ...plain, noticeGivenOn: "2026-03-23" }).noticeKept).toBe(false);
    expect(publicationDates({ ...plain, noticeGivenOn: null }).noticeKept).toBe(false);
  });

  test("a year from 29 February is 28 February", () => {
    expect(publicationDates({ ...plain, publishOn: "2028-02-29" }).availableUntil).toBe(
      "2029-02-28",
    );
  });

  test("publishing needs no ground; anything less needs ground, evidence and a day of review", () => {
    expect(problems(plain)).toEqual([]);
    for (const kind of [
      "deposit-anonymously",
      "publish-learning-only",
      "withhold-or-delay",
    ] as const)
      expect(problems({ ...plain, kind })).toEqual(["ground", "evidence", "reviewOn"]);
    const grounded = {
      ...plain,
      kind: "withhold-or-delay" as const,
      ground: "a sibling would be at risk",
      evidence: "letter of the guardian",
      reviewOn: "2026-09-01",
    };
    expect(problems(grounded)).toEqual([]);
    expect(problems({ ...grounded, reviewOn: "2026-03-01" })).toEqual(["reviewOn"]);
    expect(problems({ ...plain, publishOn: "2026-02-30" })).toEqual(["publishOn"]);
  });
});
