// Measures the alias linker alone: each person's longest mention is made known, every other mention must
// then be found under that person. Found counts mentions, precision counts findings tied to the right one.
import { detect } from "../../shared/detect/detect.ts";
import type { PersonId } from "../../shared/model/ids.ts";
import type { GoldDocument, GoldMention } from "./detection-data.ts";
import { shown } from "./detection-score.ts";

export function measureLinker(
  name: string,
  documents: readonly GoldDocument[],
  type: string,
): void {
  const found = { hit: 0, of: 0 };
  const precise = { hit: 0, of: 0 };
  for (const document of documents) {
    const chains = new Map<string, GoldMention[]>();
    for (const mention of document.mentions) {
      if (mention.type !== type) continue;
      // Without a capital a mention is no name ("her sister").
      if (!/^[A-Z]/.test(document.text.slice(mention.start, mention.end))) continue;
      const chain = chains.get(mention.entity);
      if (chain === undefined) chains.set(mention.entity, [mention]);
      else chain.push(mention);
    }
    const seeds = [...chains].map(([entity, mentions]) => ({
      entity,
      seed: mentions.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a)),
    }));
    const findings =
      detect([{ id: "d", name: "", pages: [{ page: 1, text: document.text }] }], {
        known: seeds.map(({ entity, seed }) => ({
          id: entity as PersonId,
          names: [
            document.text
              .slice(seed.start, seed.end)
              .replace(/\s+/g, " ")
              .replace(/ (?=[.,'’-])/g, ""),
          ],
          label: null,
        })),
      }).get("d") ?? [];
    const people = findings.filter((f) => f.category === "person");
    for (const { entity, seed } of seeds) {
      const group = `person:${entity}`;
      const mentions = chains.get(entity)!;
      for (const mention of mentions) {
        if (mention === seed) continue;
        found.of++;
        if (people.some((f) => f.group === group && overlaps(f, mention))) found.hit++;
      }
      for (const finding of people) {
        if (finding.group !== group || overlaps(finding, seed)) continue;
        precise.of++;
        if (mentions.some((m) => overlaps(finding, m))) precise.hit++;
      }
    }
  }
  console.log(`\n== alias linker on ${name}`);
  console.log(`   found      ${shown(found)}`);
  console.log(`   precision  ${shown(precise)}`);
}

const overlaps = (
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): boolean => a.start < b.end && b.start < a.end;
