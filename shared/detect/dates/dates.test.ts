import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing.ts";
import { generalised, readDate } from "./calendar.ts";

const dated = (text: string): string[] =>
  findingsOf(text)
    .filter((f) => f.category === "date" || f.category === "age")
    .map((f) => f.text);

const FORMS: readonly (readonly [string, string])[] = [
  ["seen on 3 May 2009 at home", "3 May 2009"],
  ["seen on the 3rd of May", "the 3rd of May"],
  ["rang on 3, 9 and 27 February 2019 but", "3, 9 and 27 February 2019"],
  ["absent 2nd, 5th, 6th, and 9th May, then", "2nd, 5th, 6th, and 9th May"],
  ["ymweliad 3 Chwefror 2021 gan", "3 Chwefror 2021"],
  ["on 26 Ionawr at 10:30 he", "26 Ionawr at 10:30"],
  ["in Mai 2023 she", "Mai 2023"],
  ["seen on Tuesday, 3rd of May 2009", "Tuesday, 3rd of May 2009"],
  ["born on the 9th Jan and", "the 9th Jan"],
  ["in early March 2009 he", "early March 2009"],
  ["mid-June 2011 saw", "mid-June 2011"],
  ["the week of 3 May was", "the week of 3 May"],
  ["w/c 12/03/09 the", "w/c 12/03/09"],
  ["in the early hours of 2 July he", "the early hours of 2 July"],
  ["on the first Tuesday in June it", "the first Tuesday in June"],
  ["dated 12.03.2009.", "12.03.2009"],
  ["no call to HV 15.07.18 from", "15.07.18"],
  ["no r/v 19.8.18 as", "19.8.18"],
  ["on 2009-03-12 it", "2009-03-12"],
  ["over Easter 2014 they", "Easter 2014"],
  ["on Christmas Day she", "Christmas Day"],
  ["in the summer of 2012", "the summer of 2012"],
  ["over summer and autumn 2010 he", "summer and autumn 2010"],
  ["from spring to late summer of 2010 he", "spring to late summer of 2010"],
  ["March 5, 2009 was", "March 5, 2009"],
  ["between 11-13 May 1994", "11-13 May 1994"],
  ["in October 2006 and", "October 2006"],
  ["born in 1949 and", "1949"],
  ["in the 1990s she", "1990s"],
  ["during 2009/10 there", "2009/10"],
  ["at 14.30 the police", "14.30"],
  ["at 9am he", "9am"],
  ["called at 0830hrs", "0830hrs"],
  ["aged 11 months and", "aged 11 months"],
  ["a four-year-old girl", "four-year-old"],
  ["a 19 year old man", "19 year old"],
  ["his age was 4;2 then", "4;2"],
  ["who was 17 when she", "17"],
  ["a woman in her thirties", "thirties"],
  ["she is in Year 3 now", "Year 3"],
  ["Callum (7) was", "7"],
  ["born at 27 weeks, tiny", "27 weeks"],
  ["at 4pm on 15 February 2019 he", "4pm on 15 February 2019"],
  ["on Thursday 9 January at 2pm she", "Thursday 9 January at 2pm"],
  ["born c. 1930 in Leeds", "c. 1930"],
  ["a man in the mid thirties, tall", "mid thirties"],
  ["she was thirteen and a half when", "thirteen and a half"],
];

describe("what stands in a date's stead", () => {
  const label = (text: string, tagged?: string): string | undefined => {
    const start = tagged === undefined ? -1 : text.indexOf(tagged);
    const span = {
      start,
      end: start + (tagged?.length ?? 0),
      type: "DATETIME" as const,
      score: 0.99,
    };
    const found = findingsOf(text, start < 0 ? {} : { tagger: () => [span] });
    return found.find((f) => f.category === "date")?.label;
  };
  it("the season of a feast in its year, nothing for one that moves through the year", () => {
    expect(label("He left at Easter 2014 and")).toBe("spring 2014");
    expect(label("since St Valentine's Day 2015 she")).toBe("winter 2015");
    expect(label("on August bank holiday 2018 they")).toBe("summer 2018");
    expect(label("until Christmas 2016/17 he")).toBeUndefined();
    expect(label("over Ramadan 2018 they")).toBeUndefined();
  });
  it("the kind of day for a day of the week, where the sentence bears it", () => {
    expect(label("he rang on Tuesday and")).toBe("a weekday");
    expect(label("he rang on Saturday and")).toBe("a weekend day");
    expect(label("he rang on Sunday evening and", "Sunday evening")).toBe("a weekend evening");
    expect(label("he rang last Tuesday and")).toBeUndefined();
    expect(label("he rings on Tuesdays and")).toBeUndefined();
  });
});

describe("days told by figures down the margin", () => {
  it("are dates where they run as a calendar does", () => {
    expect(dated("4.9 Seen at home\n18.9 Not in\n2.10 Seen\n9.10 Not in")).toEqual([
      "4.9",
      "18.9",
      "2.10",
      "9.10",
    ]);
  });
  it("are paragraphs where they count on", () => {
    expect(dated("4.1 Method\n4.2 Panel\n4.3 Scope\n5.1 Findings\n5.2 More")).toEqual([]);
    expect(dated("1.10 Method\n1.11 Panel\n1.12 Scope\n2.1 Findings")).toEqual([]);
  });
});

describe("dates and ages in every British form", () => {
  it("does not run over a blank line", () => {
    expect(dated("Page 21\n\nAugust 2010 was warm.")).toEqual(["August 2010"]);
    expect(dated("on 27\nNovember 2010 he")).toEqual(["27\nNovember 2010"]);
  });
  it.each(FORMS)("%s", (text, wanted) => {
    expect(dated(text)).toContain(wanted);
  });
  it.each([
    "You may have 3 of them, and he will march on",
    "the Children Act 1989 and the Human Rights Act 1998",
    "Working Together 2015 says so (Brandon et al., 2012)",
    "paragraph 4.12 of section 3.6",
    "version 1.2.18 of the form, v 1.2.18",
  ])("nothing in: %s", (text) => {
    expect(dated(text)).toEqual([]);
  });
});

describe("generalisation keeps the learning", () => {
  it.each([
    ["3 May 2009", "early May 2009"],
    ["14 July 2010", "mid-July 2010"],
    ["28/11/2011", "late November 2011"],
    ["October 2006", "autumn 2006"],
    ["9th Jan", "early January"],
    ["3 Chwefror 2021", "early February 2021"],
    ["26 Ionawr", "late January"],
    ["Gorffennaf 2019", "summer 2019"],
    ["14 Mai 2023", "mid-May 2023"],
  ])("%s becomes %s", (written, label) => {
    expect(generalised(readDate(written)!)).toBe(label);
  });
  it("gives no season to a stretch of months", () => {
    const [first] = findingsOf("The records from January to June 2010 were read.");
    expect(first?.text).toBe("January to June 2010");
    expect(first?.label).toBeUndefined();
  });
  it("tells the age in months and the day, and what gives the date back", () => {
    const text =
      "Callum was born on 3 May 2009. On 14 July 2010, two weeks after the visit, he was seen.";
    const [birth, later] = findingsOf(text).filter((f) => f.category === "date");
    expect(birth?.label).toBe("2009");
    expect(later?.why).toContain("14 months after");
    expect(later?.why).toContain("day 438");
    expect(later?.why).toContain("interval beside it gives it back");
  });
});

describe("ages in tables", () => {
  it("are bare numbers beside a date of birth, over wrapped and parted rows", () => {
    const table =
      "Name\tDate of birth\tAge\tAddress\n\nTegan\nMarsh\t03.06.2004\t6\tNot known\n\nLee\t1986\t24\tn/k\n\nNoah\t11.08.2010\t15 weeks\tNot known";
    const found = findingsOf(table).filter((f) => f.category === "age");
    expect(found.map((f) => f.text)).toEqual(["6", "24", "15 weeks"]);
  });
  it("need a column of that name", () => {
    const found = findingsOf("Name\tDate\tVisits\nTegan\t03.06.2004\t6\tNone");
    expect(found.filter((f) => f.category === "age")).toEqual([]);
  });
});

it("is no date where a number counts children or hours", () => {
  expect(dated("The doors are open 24/7. Children under 16 may consent to it.")).toEqual([]);
  expect(dated("He was seen on 16 may and again later.")).toEqual(["16 may"]);
});

it.each([
  ["He was seen, 5/12, twins.", "5/12", "under one year"],
  ["She is 3/52 old.", "3/52", "a few weeks"],
  ["He was 4 yrs 2 months then.", "4 yrs 2 months", "pre-school age"],
  ["She left home aged 15. He did not.", "aged 15", "a teenager"],
  ["She was aged sixteen then.", "aged sixteen", "a teenager"],
  ["It was her sixteenth birthday.", "sixteenth birthday", "a birthday"],
  ["Steph, 30/40, came.", "30/40", "weeks of pregnancy"],
])("%s: its age keeps the stage of life", (text, span, label) => {
  const found = findingsOf(text).find((f) => f.category === "age");
  expect([found?.text, found?.label]).toEqual([span, label]);
});

it("takes no year of a cited work for a day of birth", () => {
  const found = findingsOf("As told by Sarah Gibbs (1988) and others.").filter(
    (f) => f.category === "date",
  );
  expect(found.filter((f) => f.why.includes("birth"))).toEqual([]);
});

it("is no age where a sentence is told", () => {
  expect(dated("Sentence 5 yrs 4 m, then home.").join()).not.toContain("5 yrs");
});

it.each([
  ["d.o.b. 02/04/2013 of Leeds", "02/04/2013", "2013"],
  ["Ayesha CHOWDHURY (12.12.2009) was seen.", "12.12.2009", "2009"],
  ["The meeting (12.12.2009) agreed.", "12.12.2009", "mid-December 2009"],
  ["ON MONDAY 9TH OCTOBER HE CAME", "9TH OCTOBER", "early October"],
  ["It ended on the 8th of Feb. Then he left.", "the 8th of Feb", "early February"],
])("%s: %s becomes %s", (text, span, label) => {
  const found = findingsOf(text).find((f) => f.text.includes(span));
  expect([found?.text.endsWith(span), found?.label]).toEqual([true, label]);
});

it("the day on which an agency did something is kept for a look, though a tagger sees nothing in it", () => {
  const text = "On April 28, 2015, the agency screened in a report. On May 3, 2015 she was seen.";
  const found = findingsOf(text, { tagger: () => [] });
  expect(found.map((f) => f.text)).toEqual(["April 28, 2015", "May 3, 2015"]);
});
