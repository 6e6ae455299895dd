// `candour demo`: the main job without a window, on the sample pair: import, suggest, accept what is
// suggested, burn, verify from disk, export, with every step in the trail of a case of its own.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { CaseStore } from "../cases/case-store.ts";
import type { OpenCase } from "../cases/open-case.ts";
import { SAMPLE } from "../ipc/handlers/cases.ts";
import { resource } from "../resources.ts";
import { publish } from "../services/publishing.ts";
import { readDocument, takeIn } from "../services/reading.ts";
import { reasonFor } from "../../shared/policy/reason-for.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import type { WorkerClient } from "../workers/client.ts";
import { readFileSync } from "node:fs";
import { badArguments, type Arguments } from "./arguments.ts";
import { compareWithTruth } from "./demo-truth.ts";
import { withWorkers } from "./workers.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

export async function demoCommand(args: Arguments): Promise<number> {
  if (args.rest.length > 0) throw badArguments("demo takes no file.");
  const folder = resolve(args.out ?? join("out", "demo"));
  const samples = resource("dist", "sample");
  const names = readdirSync(samples).filter((name) => name.endsWith(".pdf"));
  prepare(folder, args.force || args.out === undefined);

  const store = new CaseStore({ folder: join(folder, "cases"), tool: "Candour" });
  const open = await store.create({
    name: SAMPLE.name,
    user: { name: SAMPLE.user, role: "analyst" },
    passphrase: SAMPLE.passphrase,
    sample: true,
  });
  try {
    return await withWorkers(2, async ([first, second]) => {
      const documents: string[] = [];
      for (const name of names.toSorted().toReversed()) {
        documents.push(await bringIn(open, first!, join(samples, name)));
      }
      let failed = 0;
      for (const document of documents) {
        accept(open, document);
        if (!(await exportOne(open, document, { burner: first!, verifier: second! }, folder)))
          failed++;
      }
      for (const [i, document] of documents.entries())
        tellTruth(open, document, samples, names.toSorted().toReversed()[i]!);
      const trail = open.trail.check();
      say(`trail: ${trail.entries} entries, ${trail.fault === null ? "whole" : trail.fault}`);
      say(`case: ${join(folder, "cases", open.id)} (passphrase: ${SAMPLE.passphrase})`);
      return failed === 0 && trail.fault === null ? 0 : 1;
    });
  } finally {
    open.close();
  }
}

function prepare(folder: string, replace: boolean): void {
  mkdirSync(folder, { recursive: true });
  const left = readdirSync(folder);
  if (left.length === 0) return;
  const ours = left.every((name) => name === "cases" || /\.(pdf|json)$/.test(name));
  if (!replace || !ours) {
    throw new Refusal(
      "exists",
      `“${basename(folder)}” holds files already; --force replaces an earlier demo.`,
    );
  }
  for (const name of left) rmSync(join(folder, name), { recursive: true });
}

async function bringIn(open: OpenCase, reader: WorkerClient, path: string): Promise<string> {
  const started = performance.now();
  const file = { name: basename(path), bytes: new Uint8Array(readFileSync(path)) };
  const taken = await takeIn(reader, open, file);
  await readDocument({ reader, detector: reader }, open, file, taken, {
    onText: () => {},
    onSuggestions: () => {},
    onStatus: () => {},
  });
  const { id, pages } = taken.row;
  if (open.documents.get(id).status !== "ready")
    throw new Refusal("damaged", `“${file.name}” could not be read.`);
  say(
    `read “${file.name}”: ${pages} pages, ${open.suggestions.list(id).length} suggestions, ${seconds(started)}`,
  );
  return id;
}

/** Accepts everything of tier "suggested" in one act, as the analyst's "Accept the sure ones" does. */
function accept(open: OpenCase, document: string): void {
  const groups = new Map<
    string,
    { ids: string[]; label: string | null; reason: ReturnType<typeof reasonFor> }
  >();
  for (const s of open.suggestions.list(document)) {
    if (s.tier !== "suggested") continue;
    const key = `${s.group}\n${s.label ?? ""}\n${s.category}`;
    const group = groups.get(key);
    if (group) group.ids.push(s.id);
    else
      groups.set(key, {
        ids: [s.id],
        label: s.label ?? null,
        reason: reasonFor(s.category, s.label),
      });
  }
  const parts = [...groups.values()].map(({ ids, label, reason }) => ({
    suggestions: ids,
    label,
    reason,
  }));
  if (parts.length > 0) open.review.append(document, [{ type: "accepted-together", parts }]);
}

async function exportOne(
  open: OpenCase,
  document: string,
  workers: { burner: WorkerClient; verifier: WorkerClient },
  folder: string,
): Promise<boolean> {
  const started = performance.now();
  const answer = await publish(workers, open, { document, mode: "auto", language: "en-GB" }, {});
  if (!answer.exported) {
    say(answer.message + (answer.page === undefined ? "" : ` (page ${answer.page})`));
    for (const finding of answer.verification?.findings ?? [])
      say(`  ${finding.page ?? "-"}: ${finding.message}`);
    return false;
  }
  const { name, pages, crispPages, sealedPages, id } = answer.export;
  const target = join(folder, name);
  writeFileSync(target, await open.exports.bytes(id), { mode: 0o600 });
  writeFileSync(
    target.replace(/\.pdf$/, ".certificate.json"),
    `${JSON.stringify(open.exports.certificate(id), null, 1)}\n`,
  );
  const { checks, notices } = answer.verification;
  say(
    `exported ${target}: ${pages} pages (${crispPages} crisp, ${sealedPages} sealed), ${checks.length} checks passed, ${notices.length} notices, ${seconds(started)}`,
  );
  return true;
}

function tellTruth(open: OpenCase, document: string, samples: string, name: string): void {
  const truth = join(samples, name.replace(/\.pdf$/, ".truth.json"));
  for (const { kind, total, suggested, suggestedOrCheck } of compareWithTruth(
    truth,
    open.suggestions.list(document),
  )) {
    say(
      `truth of “${name}”, ${kind}: ${suggested} of ${total} suggested, ${suggestedOrCheck} with those to check`,
    );
  }
}
