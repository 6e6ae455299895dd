// The run over a case: pages are read as they come (so the list can fill while a long document is still
// being read), and finish() ties people and organisations over all documents in one pass and settles overlaps.
// Pure: the tagger and every list come in as options; nothing is kept between runs.
import type { Hit, PageScan } from "./hit.ts";
import type { DetectDocument, DetectOptions, DetectResult, Finding } from "./model.ts";
import { allowList, denyList } from "./lists.ts";
import { evenTiers, withNamesOfCase } from "./even-tiers.ts";
import { toFindings } from "./findings.ts";
import { findBareInitials } from "./people/linking/bare-initials.ts";
import { learnAliases, type Learned } from "./people/register/learned.ts";
import { bearersOfChosen } from "./people/linking/chosen-names.ts";
import { withoutDoubted } from "./people/linking/doubted.ts";
import { readHabits } from "./people/mentions/habits.ts";
import { bearersOf, tieKin } from "./people/roles/kin-clues.ts";
import { link } from "./people/linking/link.ts";
import type { Mention } from "./people/mentions/mention.ts";
import { withoutChildren } from "./people/roles/grown-ups.ts";
import { findMentions } from "./people/mentions/mentions.ts";
import { gather } from "./people/register/register.ts";
import { assignRoles } from "./people/roles/roles.ts";
import { tieStrays } from "./people/linking/strays.ts";
import { displayNames, looseHit, personHit } from "./people/linking/to-hits.ts";
import { readTimeline } from "./dates/timeline.ts";
import { everyMention } from "./places/every-mention.ts";
import { labelOrganisations, placeLabels } from "./places/labels.ts";
import { correctedTags, placesOfCase, usedAsPlaces } from "./places/used-as-place.ts";
import { linkOrganisations } from "./places/organisation-links.ts";
import { smallWords, sweep } from "./residual.ts";
import { scanPage, type ScannedPage } from "./scan-page.ts";
import { settle } from "./settle.ts";
import { isRecognised, isUnreadable, lookAtPage } from "./unreadable.ts";
import { hasSay, weigh, tagDocument, type PageTags } from "./weigh.ts";

export interface DetectorRun {
  /** Reads a document. */
  read(document: DetectDocument): void;
  /** Reads a document and answers what its pages alone tell, for a list that fills while reading. */
  add(document: DetectDocument): readonly Finding[];
  /** Everything, linked over all documents added. */
  finish(): DetectResult;
}

interface Read {
  readonly document: DetectDocument;
  /** Index of its first page among all scans. */
  readonly first: number;
  readonly count: number;
}

export function createDetector(options: DetectOptions = {}): DetectorRun {
  const pages: ScannedPage[] = [];
  const tags: PageTags[] = [];
  const read: Read[] = [];
  const hiddenMentions: { text: string; document: number }[] = [];
  const allowed = allowList(options.allow);
  const denied = denyList(options.deny);

  const self: DetectorRun = {
    read(document) {
      const first = pages.length;
      for (const { page, text } of document.pages) {
        const scanned = scanPage(read.length, page, text);
        append(scanned.hits, denied.find(scanned.scan));
        pages.push(scanned);
      }
      const added = pages.slice(first);
      append(tags, tagDocument(added, options.tagger));
      for (const text of [
        document.name.replace(/\.[A-Za-z0-9]{2,5}$/, "").replace(/_/g, " "),
        ...(document.hidden ?? []),
      ])
        hiddenMentions.push({ text, document: read.length });
      read.push({ document, first, count: added.length });
    },
    add(document) {
      const first = pages.length;
      self.read(document);
      return pages
        .slice(first)
        .flatMap(({ scan, hits }) => toFindings(scan, settle(hits, scan.clean.text), allowed));
    },
    finish() {
      const scans: PageScan[] = pages.map((p) => p.scan);
      const hidden = hiddenMentions.map((h) => scanPage(h.document, 0, h.text));
      const everything = [...pages, ...hidden];
      const mentions: Mention[] = [];
      const learned: Learned[] = [];
      const small = smallWords(scans);
      const habits = readHabits(
        everything.map((p) => p.scan),
        small,
      );
      const places = usedAsPlaces(
        everything.map((p) => p.scan),
        tags,
      );
      const seen = pages.map((p, s) => correctedTags(tags[s] ?? [], p.scan.clean.plain, places));
      everything.forEach((page, s) => {
        const found = findMentions(
          page.scan.tokens,
          page.taken,
          s,
          seen[s],
          habits,
          page.scan.posts,
        ).filter((m) => m.single === null || m.given.length > 0 || !places.has(m.single));
        for (const one of learnAliases(page.scan.tokens, found))
          learned.push({ ...one, mention: one.mention + mentions.length });
        for (const mention of found) mentions.push(mention);
      });
      const register = gather(mentions, learned, options.known ?? []);
      const linked = link(
        everything.map((p) => p.scan),
        mentions,
        register,
        everything.map((p) => p.taken),
        seen,
      );
      const told = linked.namings.filter((naming) => naming.scan < pages.length);
      const namings = withoutChildren(told, scans, () => assignRoles(told, scans));
      const roles = assignRoles(namings, scans);
      const name = displayNames(namings, scans);
      const bearers = bearersOf(roles);
      const hits = pages.map((page) => tieKin(page.hits, page.scan, bearers, name));
      const chosen = bearersOfChosen(namings, scans);
      for (const naming of namings)
        hits[naming.scan]!.push(
          personHit(naming, roles.get(naming.person), name, chosen.has(naming.person)),
        );
      findBareInitials(scans, namings).forEach((found, s) => append(hits[s]!, found));
      for (const mention of linked.loose)
        if (mention.scan < pages.length) hits[mention.scan]!.push(looseHit(mention));
      pages.forEach((page, s) => append(hits[s]!, placesOfCase(page.scan, places, page.taken)));
      linkOrganisations(scans, hits);
      const texts = scans.map((scan) => scan.clean.text);
      labelOrganisations(hits, texts);
      readTimeline(scans, hits);
      const tagged = scans.map((_, s): PageTags | null =>
        options.tagger === undefined ? null : (seen[s] ?? []),
      );
      const known = new Set((options.known ?? []).map(({ id }) => `person:${id}`));
      const sayings = tagged.map((all, s) => (hasSay(all, scans[s]!) ? all : null));
      const believed = withoutDoubted(hits, sayings, known);
      const placeLabel = placeLabels();
      const result = new Map<string, readonly Finding[]>();
      const fallen: Hit[][] = pages.map(() => []);
      const weighed = pages.map(({ scan }, s) =>
        weigh(believed[s]!, tagged[s]!, scan, false, fallen[s]),
      );
      const settled = withNamesOfCase(weighed, fallen, texts).map((all, s) =>
        settle(all, texts[s]!),
      );
      const tied = evenTiers(tieStrays(settled, scans, namings, roles, name), texts);
      const even = everyMention(tied, scans);
      for (const { document, first, count } of read) {
        const findings: Finding[] = [];
        for (let s = first; s < first + count; s++) {
          const scan = scans[s]!;
          const unreadable = isUnreadable(scan);
          const here = unreadable ? even[s]!.filter(isRecognised) : even[s]!;
          const covered = coverage(here, scan.clean.text.length);
          const left = unreadable
            ? lookAtPage(scan, covered)
            : weigh(sweep(scan, covered, small), tagged[s]!, scan, true);
          append(
            findings,
            toFindings(scan, settle([...here, ...left], scan.clean.text), allowed, placeLabel),
          );
        }
        result.set(document.id, findings);
      }
      return result;
    },
  };
  return self;
}

/** One by one: a page of a million words has more findings than a call takes arguments. */
function append<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}

function coverage(hits: readonly Hit[], length: number): (start: number, end: number) => boolean {
  const covered = new Uint8Array(length + 1);
  for (const hit of hits) if (hit.category !== "explicit") covered.fill(1, hit.start, hit.end);
  return (start, end) => covered[start] === 1 || covered[end - 1] === 1;
}
