// An original in fonts that it only names, burnt by the burner: what such letters look like is every
// reader's own choice, and a cheat could hide behind that.
import { StandardFonts } from "pdf-lib";
import { OrdinaryPage } from "../../fixtures/ordinary/page.ts";
import { burntPair } from "./burnt-pair.ts";
import type { BurntPair } from "./burnt-pair.ts";

const SECRET = "Hollingbourne";

export async function foreignPair(): Promise<BurntPair> {
  const page = await OrdinaryPage.create();
  const named = await page.named("F1", "Verdana", 32, StandardFonts.Helvetica, 1.12);
  page.line(named, 11, 72, 700, `The panel heard that {${SECRET}} was seen at the door.`);
  page.line(named, 11, 72, 660, "Nobody wrote to the other agencies about the home.");
  const plain = await page.standard("F2", StandardFonts.Helvetica);
  page.line(plain, 11, 72, 620, "Notes of the panel \u2013 no other notes were found.");
  // A word that nobody sees: the burner leaves it out.
  page.line(plain, 11, 72, 580, "notes of the panel");
  page.draw("q 0.2 0.2 0.4 rg 60 570 130 24 re f Q");
  const { bytes: original, marks } = await page.finish();
  return burntPair({ original, marks: marks.marks, secrets: [SECRET] }, "auto");
}
