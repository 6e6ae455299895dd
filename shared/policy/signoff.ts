// Who may sign, and what they must have seen before. Pure. R1: whoever took a decision that stands
// cannot sign. R2: every page, every refused suggestion and every picture was on the signer's screen, as
// it stands now and not as it stood before a later change: what was missed stands beside what was marked.
import type { Role } from "../ipc/cases.ts";
import { pictureStanding, type PicturePlace } from "../review/pictures.ts";
import type { ReviewState } from "../review/state.ts";
import type { Suggestion } from "../detect/model.ts";
import type { Stage } from "./stage.ts";

/** What one person has had on the screen, each with the last decision's seq at that time. */
export interface Seen {
  readonly suggestions: ReadonlyMap<string, number>;
  readonly pages: ReadonlyMap<number, number>;
  readonly pictures: ReadonlyMap<string, number>;
}

export interface SignDocument {
  readonly id: string;
  readonly name: string;
  readonly pages: number;
  readonly ready: boolean;
  readonly suggestions: readonly Suggestion[];
  readonly state: ReviewState;
  readonly pictures: readonly PicturePlace[];
  readonly seen: Seen;
}

export interface SignInput {
  readonly user: {
    readonly id: string;
    readonly role: Role;
    /** Others ever in the case under the same name: taken for the same person, whatever they decided. */
    readonly namesakes?: readonly string[];
  };
  readonly stage: Stage;
  readonly submittedBy: string | null;
  readonly documents: readonly SignDocument[];
  /** Comments nobody has answered. */
  readonly openComments: number;
}

export type ObstacleCode =
  | "role"
  | "stage"
  | "decided"
  | "submitted"
  | "nothing"
  | "reading"
  | "undecided"
  | "unseen-refusals"
  | "unseen-pages"
  | "unseen-pictures"
  | "uncleared-pictures"
  | "comments";

/** One sentence that stands between a person and the signature, with the first place to go to. */
export interface Obstacle {
  readonly code: ObstacleCode;
  readonly message: string;
  readonly document?: string;
  readonly page?: number;
  readonly count: number;
}

/** One thing to look at. `again` where it was seen before but has changed since. */
export interface ToSee {
  readonly kind: "suggestion" | "page" | "picture";
  readonly item: string;
  readonly page: number;
  readonly again: boolean;
}

/** What the person still has to look at in a document: what changed since the last look comes first. */
export function toSee(d: SignDocument): readonly ToSee[] {
  const list: ToSee[] = [];
  const look = (kind: ToSee["kind"], item: string, page: number, seen?: number, needed = 0) => {
    if (seen === undefined || seen < needed)
      list.push({ kind, item, page, again: seen !== undefined });
  };
  for (const s of d.suggestions) {
    const verdict = d.state.verdicts.get(s.id);
    if (verdict?.state === "refused")
      look("suggestion", s.id, s.page, d.seen.suggestions.get(s.id), d.state.touched.get(s.id));
  }
  for (const p of d.pictures)
    look("picture", p.id, p.page, d.seen.pictures.get(p.id), d.state.touched.get(p.id));
  // A place or picture brings its page along.
  const listed = new Set(list.map(({ page }) => page));
  for (let page = 1; page <= d.pages; page++)
    if (!listed.has(page))
      look("page", String(page), page, d.seen.pages.get(page), d.state.pageTouched.get(page));
  return list.sort((a, b) => Number(b.again) - Number(a.again) || a.page - b.page);
}

/** Everything between this person and the signature; empty means that they may sign. */
export function obstaclesToSign(input: SignInput): readonly Obstacle[] {
  const { user, stage, submittedBy, documents, openComments } = input;
  const found: Obstacle[] = [];
  const say = (code: ObstacleCode, message: string, count = 1, document?: string, page?: number) =>
    found.push({ code, message, count, document, page });

  if (user.role !== "reviewer") say("role", "Only the second reviewer signs.");
  if (stage === "signed") say("stage", "The plan is signed already.");
  else if (stage !== "submitted") say("stage", "The analyst has not handed the case over yet.");
  const same = [user.id, ...(user.namesakes ?? [])];
  if (submittedBy !== null && same.includes(submittedBy))
    say("submitted", "You handed the case over; another person has to sign.");
  if (documents.length === 0) say("nothing", "The case holds no document to sign.");
  for (const d of documents) {
    if (!d.ready) say("reading", `“${d.name}” has not been read to its end.`, 1, d.id);
    if (same.some((id) => d.state.deciders.has(id)))
      say(
        "decided",
        `You took decisions in “${d.name}” that stand; another person has to sign.`,
        1,
        d.id,
      );
    const open = d.suggestions.filter((s) => d.state.verdicts.get(s.id)?.state === "undecided");
    if (open.length > 0)
      say(
        "undecided",
        `${places(open.length)} of “${d.name}” ${open.length === 1 ? "is" : "are"} undecided.`,
        open.length,
        d.id,
        open[0]!.page,
      );
    const uncleared = d.pictures.filter((p) => pictureStanding(p, d.state) === "waiting");
    if (uncleared.length > 0)
      say(
        "uncleared-pictures",
        `${count(uncleared.length, "picture")} of “${d.name}” ${uncleared.length === 1 ? "waits" : "wait"} for a decision.`,
        uncleared.length,
        d.id,
        uncleared[0]!.page,
      );
    unseen(d, say);
  }
  if (openComments > 0)
    say(
      "comments",
      `${count(openComments, "comment")} ${openComments === 1 ? "is" : "are"} unanswered.`,
      openComments,
    );
  return found;
}

type Say = (
  code: ObstacleCode,
  message: string,
  count?: number,
  document?: string,
  page?: number,
) => void;

function unseen(d: SignDocument, say: Say): void {
  const rest = toSee(d);
  const kinds = [
    ["suggestion", "unseen-refusals", "refused place"],
    ["page", "unseen-pages", "page"],
    ["picture", "unseen-pictures", "picture"],
  ] as const;
  for (const [kind, code, one] of kinds) {
    const these = rest.filter((t) => t.kind === kind);
    if (these.length === 0) continue;
    say(
      code,
      `${count(these.length, one)} of “${d.name}” ${these.length === 1 ? "was" : "were"} not on your screen yet.`,
      these.length,
      d.id,
      these[0]!.page,
    );
  }
}

const count = (n: number, one: string) =>
  `${n.toLocaleString("en-GB")} ${n === 1 ? one : `${one}s`}`;
const places = (n: number) => count(n, "place");
