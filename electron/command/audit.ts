// `candour audit verify CASE`: the standalone check of a trail, by code that the writer does not share.
// CASE is a case folder (CANDOUR_PASSPHRASE, and CANDOUR_USER where several people belong to it) or an
// exported trail; more files are witnesses: certificates or checkpoints kept elsewhere.
import { Unanswerable, verifyTrail } from "../audit/verify/verify-trail.ts";
import { Refusal } from "../../shared/model/refusal.ts";
import { badArguments, type Arguments } from "./arguments.ts";

export async function auditCommand(args: Arguments): Promise<number> {
  const [action, path, ...witnesses] = args.rest;
  if (action !== "verify" || !path)
    throw badArguments("audit verify takes a case or an exported trail.");
  const passphrase = process.env["CANDOUR_PASSPHRASE"];
  const user = process.env["CANDOUR_USER"];
  try {
    const verdict = await verifyTrail({
      path,
      ...(passphrase === undefined ? {} : { access: { passphrase, ...(user ? { user } : {}) } }),
      witnesses,
    });
    const lines = [
      `${verdict.entries} entries, head ${verdict.head ?? "none"}`,
      ...verdict.proven.map((line) => `proven: ${line}`),
      ...verdict.notices.map((line) => `notice: ${line}`),
      ...verdict.notProven.map((line) => `not proven: ${line}`),
    ];
    process.stdout.write(`${lines.join("\n")}\n`);
    if (verdict.whole) return 0;
    process.stderr.write(`candour: the trail is not whole: ${verdict.fault}\n`);
    return 1;
  } catch (error) {
    if (error instanceof Unanswerable) throw new Refusal("bad-arguments", error.message);
    throw error;
  }
}
