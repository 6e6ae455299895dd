// Calls about the trail: pages of it in plain words, one mark's whole life, whether it is whole, and
// copies of it for people and for the verifier.
import { basename } from "node:path";
import type { AuditEntry } from "../../../shared/audit/kinds.ts";
import { describe, describeFor, detailsOf, type Names } from "../../../shared/audit/sentences.ts";
import type { TrailEntry } from "../../../shared/ipc/trail.ts";
import { Refusal } from "../../../shared/model/refusal.ts";
import { scheduleCsv } from "../../../shared/policy/schedule.ts";
import { trailCsv, trailHtml } from "../../audit/pages.ts";
import { wordsOf } from "../../audit/proof.ts";
import { diskRefusal } from "../../export/disk.ts";
import { schedulePdf, trailPdf } from "../../papers/record-pdf.ts";
import { DurableFile } from "../../cases/durable.ts";
import type { OpenCase } from "../../cases/open-case.ts";
import type { Handlers } from "../context.ts";

const EXTENSIONS = {
  pdf: "pdf",
  csv: "csv",
  "schedule-pdf": "pdf",
  pages: "html",
  trail: "jsonl",
  schedule: "csv",
  "schedule-json": "json",
} as const;
type Format = keyof typeof EXTENSIONS;

function shown(e: AuditEntry, names: Names): TrailEntry {
  return {
    seq: e.seq,
    at: e.at,
    by: names.user(e.by),
    kind: e.kind,
    sentence: describe(e, names),
    details: detailsOf(e),
    document: e.document,
    page: e.page,
    hash: e.hash,
  };
}

const aboutOf = (open: OpenCase) => ({
  title: `Trail of ${open.name}`,
  proof: wordsOf(open.trail.check()),
  checkpoint: open.trail.checkpoint(),
});

async function* contentOf(open: OpenCase, format: Format): AsyncGenerator<string | Uint8Array> {
  const { trail, entries, checks } = open;
  if (format === "pdf") yield await trailPdf(entries.each(), open.publicNames(), aboutOf(open));
  else if (format === "schedule-pdf") yield await schedulePdf(checks.schedule());
  else if (format === "trail") yield* trail.exportLines();
  else if (format === "csv") yield trailCsv(entries.each(), open.publicNames());
  else if (format === "pages") yield trailHtml(entries.each(), open.publicNames(), aboutOf(open));
  else if (format === "schedule") yield scheduleCsv(checks.schedule());
  else yield `${JSON.stringify({ schedule: checks.schedule() }, null, 2)}\n`;
}

export const trailHandlers: Handlers<"trail.list" | "trail.check" | "trail.life" | "trail.export"> =
  {
    "trail.list": ({ current }, request) => {
      const open = current();
      const names = open.names();
      const by =
        request.by === undefined
          ? undefined
          : (open.team.rows().find((u) => u.id === request.by || u.name === request.by)?.id ??
            request.by);
      const { entries, total } = open.entries.page({ ...request, by });
      return { total, entries: entries.map((e) => shown(e, names)) };
    },
    "trail.life": ({ current }, { document, target }) => {
      const open = current();
      const names = open.names();
      return open.entries.about(document, target).map((e) => ({
        ...shown(e, names),
        sentence: describeFor(target, e, names),
        details: [],
      }));
    },
    "trail.check": async ({ current }) => {
      const open = current();
      const checked = await open.trail.checkInSlices();
      const [contradiction] = checked.fault ? [] : open.contradictions();
      return {
        whole: checked.fault === null && contradiction === undefined,
        entries: checked.entries,
        head: checked.head,
        message:
          contradiction === undefined
            ? wordsOf(checked)
            : `The trail is whole, but the case was changed beside it. ${contradiction}`,
      };
    },
    "trail.export": async ({ app, current }, { format }) => {
      const open = current();
      if (!app.dialogs)
        throw new Refusal("not-allowed", "There is no window to choose a place in.");
      const extension = EXTENSIONS[format];
      const name = format.startsWith("schedule") ? "redaction-schedule" : "trail";
      const path = await app.dialogs.save("Save", `${name}.${extension}`, extension);
      if (path === null) return { saved: false, name: null };
      const out = new DurableFile(path, (error) => diskRefusal(error, path));
      try {
        for await (const part of contentOf(open, format)) out.write(Buffer.from(part));
        out.commit();
      } catch (error) {
        out.discard();
        throw error;
      }
      return { saved: true, name: basename(path) };
    },
  };
