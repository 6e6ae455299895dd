import { describe, expect, it } from "vitest";
import { briefly } from "../testing.ts";
import { isEnglish } from "./english.ts";
import { tokenise } from "./tokens.ts";

const GLOSSARY =
  "ASYE Assessed and Supported Year in Employment\nCPA Care Programme Approach: introduced 1991\n" +
  "GDPR General Data Protection Regulation, in force since 25 May 2018\nICON Babies Cry, You Can Cope\n" +
  "LPS Liberty Protection Safeguards, deferred April 2023\nNRPF No recourse to public funds\n" +
  "SIRO Senior Information Risk Owner\nRAG Red, Amber or Green\nPPN Public Protection Notice";
const PLAN =
  "Ref | Recommendation | Action | Lead | By | Status\n1 | Routine enquiry | Training, level 3, 90% of eligible staff | " +
  "Head of Midwifery | 31/12/2024 | Amber\n2 | Escalation | Letter templates reviewed | Named Nurse | 31/10/2024 | Red\n" +
  "3 | Voice of the child | Audit of 20 referrals | Quality Manager | 30/09/2024 | Green";

describe("whether a page is English", () => {
  it.each([GLOSSARY, PLAN])("a page of short forms and cells is: %#", (text) => {
    expect(isEnglish(tokenise(text))).toBe(true);
  });
  it.each([
    "Roedd y plentyn yn byw gyda'i fam yng Nghaerdydd. Dywedodd y gweithiwr cymdeithasol wrth yr heddlu fod y tad wedi gadael y tŷ ar y nos Wener ac nad oedd neb wedi ei weld ers hynny.",
    "Dziecko mieszkało z matką i ojczymem w mieszkaniu na trzecim piętrze. Sąsiadka powiedziała, że słyszała płacz każdej nocy, a potem ktoś wezwał policję. To było w maju, kiedy ojciec wrócił do domu.",
    "Copilul locuia cu mama și bunica într-o casă mică din sat. Vecina a spus că a auzit țipete în fiecare noapte și că tatăl a plecat în Anglia la muncă. Nu a fost nimeni acasă.",
  ])("prose of another language is not: %#", (text) => {
    expect(isEnglish(tokenise(text))).toBe(false);
  });
  it("a page of few words is not", () => {
    expect(isEnglish(tokenise("He was seen at home by the nurse."))).toBe(false);
  });
});

describe("a page on which the tagger sees nobody", () => {
  it.each([GLOSSARY, PLAN])("tells of nobody, though it is no prose: %#", (text) => {
    const tagger = () => [];
    expect(briefly(text, { tagger }).filter((one) => !one.startsWith("date: 3"))).toEqual([]);
  });
});
