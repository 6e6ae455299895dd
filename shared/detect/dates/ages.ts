// Ages in every form a review uses: "aged 11 months", "four-year-old", "4;2", "in her thirties",
// "Year 3", "born at 27 weeks". An exact age with an area and a job has named a family before.
import type { Detector, Hit } from "../hit.ts";
import { eitherZones, zonesAround } from "../text/digit-zones.ts";
import { ageColumns } from "./age-columns.ts";
import { ageLabel } from "./age-label.ts";
import { AGE_RULES } from "./age-rules.ts";

const NAME = "age";
const VERSION = "1";

/** An age without a figure has one of these. */
const AGE_WORDS =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twent|thirt|fort|fift|sixt|sevent|eight|ninet|teens|birthday|[Rr]eception)/gi;
const AGE_REACH = 40;

export const ages: Detector = {
  name: NAME,
  version: VERSION,
  about: "Ages, school years and lengths of pregnancy in every form.",
  find(page) {
    const { text } = page.clean;
    const hits: Hit[] = [];
    const zones = eitherZones(page.zones, zonesAround(text, AGE_WORDS, AGE_REACH));
    for (const rule of AGE_RULES)
      for (const [from, to] of zones) {
        const zone = text.slice(from, to);
        if (rule.needs?.test(zone) === false) continue;
        rule.pattern.lastIndex = 0;
        for (let match = rule.pattern.exec(zone); match !== null; match = rule.pattern.exec(zone)) {
          const span = rule.group === undefined ? match[0] : match[rule.group]!;
          const at = from + match.index;
          const start = at + match[0].lastIndexOf(span);
          const end = start + span.length;
          const before = text.slice(Math.max(0, at - 48), at);
          if (rule.refuse?.(before, text.slice(end, end + 24), match[0])) continue;
          const label = ageLabel(span);
          hits.push({
            start,
            end,
            category: "age",
            identifier: "quasi",
            score: rule.score,
            tier: rule.tier,
            detector: NAME,
            version: VERSION,
            why: rule.why,
            ...(label === undefined ? {} : { label }),
          });
        }
      }
    for (const span of ageColumns(text)) hits.push(columnHit(span.start, span.end, text));
    return hits;
  },
};

function columnHit(start: number, end: number, text: string): Hit {
  const label = ageLabel(text.slice(start, end));
  return {
    start,
    end,
    category: "age",
    identifier: "quasi",
    score: 0.75,
    tier: "suggested",
    detector: NAME,
    version: VERSION,
    why: "Age in a table",
    ...(label === undefined ? {} : { label }),
  };
}
