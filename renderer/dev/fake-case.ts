// The development page's answers about people, sign-off, publication and keeping.
import type { PersonCard } from "../../shared/ipc/people.ts";
import type {
  CommentCard,
  PublicationCard,
  ReleaseCard,
  WorkflowState,
} from "../../shared/ipc/workflow.ts";
import { publicationDates, type PublicationDecision } from "../../shared/policy/publication.ts";
import type { ToSee } from "../../shared/policy/signoff.ts";
import { DOCUMENTS, events, flags, suggestions, USER, USERS } from "./fake-state.ts";

const now = (): string => new Date().toISOString();
const uuid = (): string => crypto.randomUUID();
const ids = Array.from({ length: 6 }, uuid) as [string, string, string, string, string, string];
const person = (
  at: number,
  names: string[],
  label: string | null,
  role: string | null,
  kin: PersonCard["kin"] = [],
): PersonCard => ({ id: ids[at]!, names, label, role, note: null, kin });

let people: PersonCard[] = flags.has("nobody")
  ? []
  : [
      person(0, ["Theo Jones-Reed", "Theo"], "Child A", "Subject of the review"),
      person(1, ["Sarah Jones", "Sarah", "Ms Jones"], "Mother", null, [
        { other: ids[0], relation: "parent" },
        { other: ids[2], relation: "partner" },
      ]),
      person(2, ["Daniel Reed", "Mr Reed"], "Father 1", null, [
        { other: ids[0], relation: "parent" },
      ]),
      person(3, ["Grace"], "Sibling 1", null, [{ other: ids[0], relation: "sibling" }]),
      person(4, ["Margaret Jones"], null, null, [{ other: ids[1], relation: "parent" }]),
      person(5, ["Priya Nair"], "Social Worker 2", "Social worker"),
    ];
let lists = [
  { id: uuid(), list: "allow", text: "Dr Helen Marsh (author)", fuzzy: false, pattern: false },
  { id: uuid(), list: "deny", text: "Marlow Road", fuzzy: true, pattern: false },
];
let stage = (flags.get("stage") ?? "reviewing") as WorkflowState["stage"];
let reason: string | null = null;
const seen = new Set<string>();
let comments: CommentCard[] = [];
const decisions: PublicationCard[] = [];
let releases: ReleaseCard[] = [];
let until: string | null = null;

function toSee(document: string): ToSee[] {
  const refused = new Set(
    (events.get(document) ?? []).flatMap(({ event }) =>
      event.type === "refused" ? event.suggestions : [],
    ),
  );
  const d = DOCUMENTS.find((x) => x.id === document)!;
  const places = suggestions(document)
    .filter((s) => refused.has(s.id))
    .map((s) => ({ kind: "suggestion" as const, item: s.id, page: s.page, again: s.page === 2 }));
  const pictures = [2, Math.min(17, d.pages)].map((page, i) => ({
    kind: "picture" as const,
    item: `picture-${i + 1}`,
    page,
    again: false,
  }));
  return [...places, ...pictures]
    .filter((i) => !seen.has(`${document}/${i.page}`))
    .sort((a, b) => Number(b.again) - Number(a.again) || a.page - b.page);
}

function state(): WorkflowState {
  const left = DOCUMENTS.map((d) => ({ d, items: toSee(d.id) }))
    .filter(({ items }) => items.length > 0)
    .map(({ d, items }) => ({
      code: "unseen-refusals" as const,
      message: `${items.length} places of “${d.name}” were not on your screen yet.`,
      document: d.id,
      page: items[0]!.page,
      count: items.length,
    }));
  return {
    stage,
    reason,
    returned: reason === null ? null : { by: "Colin Frost", at: now() },
    submittedBy: "Amira Shah",
    signed: stage === "signed" ? { by: "Colin Frost", at: now(), plan: "7c1e".repeat(16) } : null,
    obstacles: USER.role === "reviewer" ? left : [],
    questionsLeft: 8,
    blockers: flags.has("blocked")
      ? ["“Mother” stands for 2 people. A label may stand for one only."]
      : [],
  };
}

const move = (to: WorkflowState["stage"], why: string | null = null): WorkflowState => {
  stage = to;
  reason = why;
  return state();
};

export const caseHandlers = {
  "people.list": () => people,
  "people.save": ({ person: p }: { person: Omit<PersonCard, "id"> & { id?: string } }) => {
    const saved = { ...p, id: p.id ?? uuid() };
    people = p.id ? people.map((x) => (x.id === p.id ? saved : x)) : [...people, saved];
    return saved;
  },
  "people.takeIn": ({ people: found }: { people: Pick<PersonCard, "names" | "label">[] }) => {
    const added = found.map((p) => ({ ...p, id: uuid(), role: null, note: null, kin: [] }));
    people = [...people, ...added];
    return added;
  },
  "people.remove": ({ id }: { id: string }) => {
    people = people.filter((p) => p.id !== id);
    return null;
  },
  "jigsaw.load": () => ({ people: [], questions: [] }),
  "jigsaw.answer": () => [],
  "people.found": () => [],
  "people.oneLabel": () => ({ settled: 1 }),
  "people.settle": () => ({ settled: 1 }),
  "people.check": () => ({
    register: [
      {
        code: "shared-label",
        blocks: true,
        message:
          "“Social Worker 2” stands for 2 people: Priya Nair, Tom Hale. A label may stand for one only.",
        people: [],
        places: [{ document: DOCUMENTS[0]!.id, page: 3 }],
      },
      {
        code: "foreign-name",
        blocks: false,
        message:
          "Owen Pike belongs to nobody in the register: another case's person, or somebody still to be registered?",
        people: [],
        places: [{ document: DOCUMENTS[1]!.id, page: 2 }],
      },
    ],
    pairs: [
      {
        term: "Harrow Lane",
        document: DOCUMENTS[1]!.id,
        page: 4,
        start: 0,
        end: 5,
        burntIn: DOCUMENTS[0]!.id,
        burntOnPage: 12,
        blocks: true,
      },
    ],
  }),
  "lists.list": () => lists,
  "lists.add": (r: (typeof lists)[number]) => {
    const item = { ...r, id: uuid() };
    lists = [...lists, item];
    return item;
  },
  "lists.remove": ({ id }: { id: string }) => {
    lists = lists.filter((l) => l.id !== id);
    return null;
  },
  "workflow.state": state,
  "workflow.toSee": ({ document }: { document: string }) => toSee(document),
  "workflow.see": ({ document, pages }: { document: string; pages: number[] }) => {
    for (const page of pages) seen.add(`${document}/${page}`);
    return null;
  },
  "workflow.submit": () => move("submitted"),
  "workflow.sendBack": (r: { reason: string }) => move("sent-back", r.reason),
  "workflow.sign": () => move("signed"),
  "workflow.reopen": (r: { reason: string }) => move("reviewing", r.reason),
  "comments.list": () => comments,
  "comments.add": (r: Pick<CommentCard, "document" | "target" | "page" | "text">) =>
    (comments = [...comments, { ...r, id: uuid(), at: now(), by: USER.name, resolved: null }]),
  "comments.resolve": ({ id }: { id: string }) =>
    (comments = comments.map((c) =>
      c.id === id ? { ...c, resolved: { at: now(), by: USER.name } } : c,
    )),
  "publication.decisions": () => decisions,
  "publication.decide": (decision: PublicationDecision) => {
    const made = { decision, dates: publicationDates(decision), at: now(), by: USER.name };
    decisions.unshift(made);
    return made;
  },
  "releases.list": () => releases,
  "releases.obstacles": () =>
    decisions.length > 0 ? [] : ["No decision on publication is recorded."],
  "releases.record": (r: Pick<ReleaseCard, "export" | "to" | "note" | "supersedes">) => {
    const made = { ...r, id: uuid(), sha256: "3b1f", at: now(), by: USER.name, recalled: null };
    releases = [...releases, made];
    return made;
  },
  "releases.recall": (r: { id: string; reason: string }) =>
    (releases = releases.map((x) =>
      x.id === r.id ? { ...x, recalled: { at: now(), reason: r.reason } } : x,
    )),
  "learning.kept": () => ({
    words: 18_204,
    readable: 17_688,
    labelled: 402,
    share: 0.972,
    sections: ["What life was like", "What happened", "Findings", "Recommendations"].map(
      (title, i) => ({
        title: `${i + 1} ${title}`,
        page: i * 10 + 1,
        teaches: i > 1,
        words: 4_500,
        readable: 4_300,
        labelled: 100,
        share: [0.958, 0.941, 0.932, 0.996][i]!,
        low: i === 2,
      }),
    ),
  }),
  "schedule.list": () =>
    [
      ["family-name", "Name of a parent or relative", "Mother", 190, "1–48"],
      ["date", "Exact date", "early January", 28, "1, 3–9, 12"],
      ["organisation", "School, surgery or other organisation", "School 1", 29, "2–40"],
    ].map(([reason, why, shown, count, pages]) => ({
      document: "Overview report.pdf",
      reason,
      why,
      shown,
      count,
      pages,
    })),
  "team.list": () => USERS,
  "team.add": (r: { name: string; role: "reviewer" }) => {
    USERS.push({ id: uuid(), name: r.name, role: r.role });
    return USERS;
  },
  "team.remove": ({ id }: { id: string }) => {
    USERS.splice(0, USERS.length, ...USERS.filter((u) => u.id !== id));
    return USERS;
  },
  "team.changePassphrase": () => null,
  "retention.get": () => ({ until, due: false }),
  "retention.set": (r: { until: string }) => {
    until = r.until;
    return null;
  },
};
