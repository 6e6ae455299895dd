// `candour suggest`: the suggestions of one file as JSON.
import { basename } from "node:path";
import type { Finding } from "../../shared/detect/model.ts";
import { suggestionId } from "../../shared/detect/suggestion-id.ts";
import type { PageText } from "../../shared/model/page.ts";
import { rectsOfSpan } from "../../shared/text/span-rects.ts";
import type { WorkerClient } from "../workers/client.ts";
import { badArguments, type Arguments } from "./arguments.ts";
import { readInput } from "./files.ts";
import { checkOutputs, writeOutput } from "./outputs.ts";
import { plainText } from "./plain-text.ts";
import { READ_CLOCK, withWorkers } from "./workers.ts";

export async function suggestCommand(args: Arguments): Promise<number> {
  const [file, ...more] = args.rest;
  if (!file || more.length > 0) throw badArguments("suggest takes one file.");
  if (!args.json) throw badArguments("--json names the file to write.");
  const [target] = checkOutputs([args.json] as const, { reads: [file], force: args.force });
  const bytes = readInput(file);
  const plain = /\.txt$/i.test(file);
  const suggestions = await withWorkers(1, ([worker]) =>
    plain ? suggestText(worker!, file, bytes) : suggestPdf(worker!, file, bytes),
  );
  writeOutput(target, `${JSON.stringify({ suggestions }, null, 1)}\n`, args.force);
  process.stdout.write(`${suggestions.length} suggestions\n`);
  return 0;
}

async function suggestText(
  worker: WorkerClient,
  file: string,
  bytes: Uint8Array,
): Promise<unknown[]> {
  const text = plainText(file, bytes);
  const document = { id: "text", name: basename(file), pages: [{ page: 1, text }] };
  const answer = await worker.run(
    "suggest",
    { documents: [document], options: {} },
    { clock: READ_CLOCK },
  );
  return (answer[0]?.[1] ?? []).map((finding) => describe(finding));
}

async function suggestPdf(
  worker: WorkerClient,
  file: string,
  bytes: Uint8Array,
): Promise<unknown[]> {
  const name = basename(file);
  const password = process.env["CANDOUR_PASSWORD"];
  const pages: PageText[] = [];
  const clock = { clock: READ_CLOCK };
  const read = await worker.run("text", { bytes, name, password }, clock, (page) =>
    pages.push(page),
  );
  const document = {
    id: "pdf",
    name,
    pages: pages.map(({ page, text }) => ({ page, text })),
    hidden: read.hidden.map((h) => h.text),
  };
  const answer = await worker.run("suggest", { documents: [document], options: {} }, clock);
  const quads = new Map(pages.map((page) => [page.page, page.quads]));
  return (answer[0]?.[1] ?? []).map((finding) => ({
    ...describe(finding),
    page: finding.page,
    rects: rectsOfSpan(quads.get(finding.page) ?? [], finding.start, finding.end),
  }));
}

function describe(finding: Finding): Record<string, unknown> {
  return {
    id: suggestionId(finding),
    start: finding.start,
    end: finding.end,
    text: finding.text,
    category: finding.category,
    identifier: finding.identifier,
    score: finding.score,
    tier: finding.tier,
    detector: finding.detector,
    version: finding.version,
    why: finding.why,
    group: finding.group,
    ...(finding.label === undefined ? {} : { label: finding.label }),
  };
}
