import { describe, expect, it } from "vitest";
import { briefly, findingsOf } from "../testing.ts";
import { IDENTIFIERS } from "./all.ts";
import { ibanChecks, luhnChecks } from "./bank.ts";
import { ulnChecks, upnChecks } from "./education-number.ts";
import { nhsChecks } from "./nhs-number.ts";
import { ninoPrefixValid } from "./nino.ts";
import { utrChecks, vatChecks } from "./tax.ts";

describe("addresses of the web, numbers of the police and of records", () => {
  it.each([
    ["Write to oakfield-nursery.org.uk for more.", "url: oakfield-nursery.org.uk"],
    ["See rose-and-thorns.example today.", "url: rose-and-thorns.example"],
    ["which I produce as DAF/1.", "reference: DAF/1"],
    ["Ring the registrar on bleep 2916.", "phone: 2916"],
    ["Fax sent 0116 496 0215 today.", "phone: 0116 496 0215"],
    ["Ring (202) 707-5065 today.", "phone: (202) 707-5065"],
    ["Tel. 1-212-555-0143 today.", "phone: 1-212-555-0143"],
    ["Phoned +353 1 873 0700 again.", "phone: +353 1 873 0700"],
    ["In the matter COP 13398871 before", "court-number: COP 13398871"],
    ["Key safe\t4471", "reference: 4471"],
    ["SWIFT D0088314", "reference: D0088314"],
    ["a white Golf with private plate ending ADL.", "vehicle: ADL"],
    ["Skye, CHI 0707120018, seen.", "nhs-number: 0707120018"],
    ["Health and Care No 320 118 0442", "nhs-number: 320 118 0442"],
    ["URN 42|PA|0917|18", "crime-reference: 42|PA|0917|18"],
    ["Police were called, 1187 of the 5th.", "crime-reference: 1187 of the 5th"],
    ["N.H.S. Number 999.555.1203 was mistyped", "nhs-number: 999.555.1203"],
    ["CHI number 311299 2284", "nhs-number: 311299 2284"],
    ["Unique Pupil Number: T928 4062 15003", "upn: T928 4062 15003"],
    ["her National Insurance number, LH 908812 A, was", "nino: LH 908812 A"],
    ["Postcode sector SW9 8 covers it", "postcode: SW9 8"],
    ["a false postcode of B 29 4 HJ.", "postcode: B 29 4 HJ"],
    ["registration number P482 KRW, had", "vehicle: P482 KRW"],
    ["stopped in a car, VRN R 19 DAN.", "vehicle: R 19 DAN"],
    ["Incident number 0447 240318", "crime-reference: 0447 240318"],
    [
      "at big_daz (at) mail (dot) co (dot) uk, he said",
      "email: big_daz (at) mail (dot) co (dot) uk",
    ],
    ["Discord wolfcub#4471 sent it", "handle: wolfcub#4471"],
    ["He rang (incident 441 of 8 December).", "crime-reference: 441 of 8 December"],
    ["link wa.me/447700900418 sent", "url: wa.me/447700900418"],
    ["Video at youtu.be/xY7qk_0Pz1A", "url: youtu.be/xY7qk_0Pz1A"],
    ["IP address: 192.0.2.118:52011", "ip: 192.0.2.118:52011"],
    ["The router, 00:1B:44:11:3A:B7, was his.", "ip: 00:1B:44:11:3A:B7"],
    ["sent to ///filled.count.soap at once", "address: ///filled.count.soap"],
    ["What3words index.home.raft was given", "address: index.home.raft"],
    ["The body lay at SE 0923 2461.", "address: SE 0923 2461"],
    ["at grid ref. 4092 2461.", "address: 4092 2461"],
    ["GPS 53.7217, -1.8631", "address: 53.7217, -1.8631"],
    ["at 53\u00B043'18\"N 1\u00B051'47\"W.", "address: 53\u00B043'18\"N 1\u00B051'47\"W"],
  ])("%s", (text, wanted) => {
    expect(briefly(text)).toContain(wanted);
  });
});

describe("check digits", () => {
  it("NHS: weights 10 to 2, modulus 11", () => {
    const valid = Array.from({ length: 10 }, (_, d) => `999000001${d}`).filter(nhsChecks);
    expect(valid).toHaveLength(1);
  });
  it("ULN leaves ten, UPN names its letter", () => {
    const digits = Array.from({ length: 10 }, (_, d) => `100000000${d}`).filter(ulnChecks);
    expect(digits).toHaveLength(1);
    const letters = [..."ABCDEFGHJKLMNPQRTUVWXYZ"].filter((l) => upnChecks(`${l}820200108001`));
    expect(letters).toHaveLength(1);
  });
  it("IBAN, card, UTR and VAT sums", () => {
    expect(ibanChecks("GB82 WEST 1234 5698 7654 32")).toBe(true);
    expect(ibanChecks("GB83 WEST 1234 5698 7654 32")).toBe(false);
    expect(luhnChecks("4111111111111111")).toBe(true);
    expect(luhnChecks("4111111111111112")).toBe(false);
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((d) => utrChecks(`${d}955839661`))).toHaveLength(
      1,
    );
    expect(vatChecks("999999973")).toBe(vatChecks("999999973"));
  });
  it("NINO letters that were never issued", () => {
    expect(ninoPrefixValid("AB")).toBe(true);
    for (const never of ["BG", "GB", "QQ", "DA", "FA", "AO", "ZZ"])
      expect(ninoPrefixValid(never)).toBe(false);
  });
});

/** Text and the one finding it must give; every identifier here is invented or never issued. */
const FOUND: readonly (readonly [string, string])[] = [
  ["a grey one, QN66 LVQ, outside", "vehicle: QN66 LVQ"],
  ["seen under NRM 17/02/1190 since", "reference: 17/02/1190"],
  ["messages from presh_2k7 came", "handle: presh_2k7"],
  ["she wrote to priya.xo_lestah again", "handle: priya.xo_lestah"],
  ["saved as Notes_CSPR_v3(2).docx today", "reference: Notes_CSPR_v3(2).docx"],
  ["Her NHS number is 999 000 0018.", "nhs-number: 999 000 0018"],
  ["NHS No: 9990000018", "nhs-number: 9990000018"],
  ["ULN 1000000000 was given", "uln: 1000000000"],
  ["Pupil number (UPN) A820200108001.", "upn: A820200108001"],
  ["NI number QQ 12 34 56 C.", "nino: QQ 12 34 56 C"],
  ["They live at ZZ99 9ZZ, address withheld", "postcode: ZZ99 9ZZ"],
  ["moved to LS8 2QT in the autumn", "postcode: LS8 2QT"],
  ["families in the LS8 area", "postcode: LS8"],
  // As a scan is read: letters for figures, halves apart.
  ["The family lived at PW4 277 then", "postcode: PW4 277"],
  ["Postcode: LS8\t2QT", "postcode: LS8\t2QT"],
  ["12 Larch Row, Penwick, PW4 277. He", "address: 12 Larch Row, Penwick, PW4 277"],
  ["Call 07700 900123 now", "phone: 07700 900123"],
  ["Tel: (0113) 496 0123", "phone: (0113) 496 0123"],
  ["on +44 7700 900 456.", "phone: +44 7700 900 456"],
  ["a silver car, AB12 CDE, was seen", "vehicle: AB12 CDE"],
  ["his van, registration K123 ABC", "vehicle: K123 ABC"],
  ["licence SMITH703257JA9ZZ was shown", "driving-licence: SMITH703257JA9ZZ"],
  ["passport number 999123456", "passport: 999123456"],
  ["account number 12345678 at the bank", "bank: 12345678"],
  ["UTR 1955839661", "tax: 1955839661"],
  ["VAT no. GB 123 4567 89", "tax: GB 123 4567 89"],
  ["case ZC17C00071 was heard", "court-number: ZC17C00071"],
  ["indictment T20190123", "court-number: T20190123"],
  ["the application (no. 28045/02) against", "court-number: 28045/02"],
  ["crime reference 12/34567/19 was closed", "crime-reference: 12/34567/19"],
  ["Incident number 0123-010119", "crime-reference: 0123-010119"],
  ["PC 1234 attended", "collar-number: 1234"],
  ["on bleep 2916 until six", "phone: 2916"],
  ["ext. 4471", "phone: 4471"],
  ["I exhibit the note as GAS/2.", "reference: GAS/2"],
  ["a photograph, which I now produce as DAF/1", "reference: DAF/1"],
  ["Hospital number X123456", "hospital-number: X123456"],
  ["write to a.b@example.org", "email: a.b@example.org"],
  ["seen on www.facebook.com/someone", "url: www.facebook.com/someone"],
  ["logged in from 192.168.10.24", "ip: 192.168.10.24"],
  ["follows @some_one99 there", "handle: @some_one99"],
  ["Snapchat: star_boy07", "handle: star_boy07"],
];

describe("identifiers are found in their context", () => {
  it.each(FOUND)("%s", (text, wanted) => {
    expect(briefly(text)).toContain(wanted);
  });
  it("a failed check digit lowers the score and never vetoes", () => {
    const scores = Array.from({ length: 10 }, (_, d) => {
      const found = findingsOf(`NHS number 999 000 001${d}`).filter(
        (f) => f.category === "nhs-number",
      );
      expect(found).toHaveLength(1);
      return found[0]!.score;
    });
    expect(new Set(scores).size).toBe(2);
    expect(Math.min(...scores)).toBeGreaterThan(0.8);
  });
  it("finds the last figures of a card, and no other figures that end something", () => {
    expect(briefly("paid by a Visa card ending 4471 in May")).toContain("bank: 4471");
    expect(briefly("the account ending in **2210")).toContain("bank: 2210");
    expect(briefly("the year ending 2019").some((one) => one.startsWith("bank"))).toBe(false);
  });
  it("finds an identifier written with invisible characters and odd dashes", () => {
    expect(briefly("NHS number 999\u00A0000\u200B\u00A00018")).toContain(
      "nhs-number: 999\u00A0000\u200B\u00A00018",
    );
  });
});

/** Numbers that every review holds and that identify no one. */
const NOTHING = [
  "see section 47 of the Children Act 1989 and paragraph 3.14.2 on page 112",
  "Working Together to Safeguard Children 2015, chapter 4",
  "the budget rose from 12,450 to 13,900 in a population of 1,234,567",
  "0800 is free; ISBN 978-0-00-000000-2 is a book",
  "the handbook, 978-1-4733-0119-8, costs 12.99",
  "Table 12: 45% (n = 1230) of 2741 referrals",
  "the M62 and the A64 cross near there; the B6254 does not",
  "Article 8 and Protocol No. 1; rule 39; Regulation 2016/679",
  "Regulation (EU) 2016/679, HSG(92)42 and 12(3), 211-230 are cited there",
  "the doors are open 24/7; children under 16 may consent",
  "scores of 12, 15 and 19 on 3 of 27 scales",
];

describe("fewer than one false number in ten pages", () => {
  it.each(NOTHING)("%s", (text) => {
    const numbers = findingsOf(text).filter((f) =>
      IDENTIFIERS.some((d) => f.detector.startsWith(d.name)),
    );
    expect(numbers.map((f) => f.text)).toEqual([]);
  });
});

it("every identifier detector has a name, a version and says what it is for", () => {
  const names = IDENTIFIERS.map((d) => d.name);
  expect(new Set(names).size).toBe(names.length);
  for (const detector of IDENTIFIERS) {
    expect(detector.version).toMatch(/^\d+$/);
    expect(detector.about.length).toBeGreaterThan(20);
  }
});

it("figures in threes are an NHS number where their check digit holds, and no sum is a telephone number", () => {
  expect(briefly("Seen: 999-000-0018.")).toEqual(["nhs-number: 999-000-0018"]);
  expect(briefly("He was awarded TRL 615.478.0000 of it.")).not.toContain("phone: 615.478.0000");
});
