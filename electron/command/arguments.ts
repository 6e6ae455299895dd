// Arguments of the headless command: parsed by Node's own parser, checked here, one clear line each.
import { parseArgs } from "node:util";
import { checkLanguage } from "../../shared/model/language.ts";
import { BURN_MODES, type BurnMode } from "../../shared/model/plan.ts";
import { Refusal } from "../../shared/model/refusal.ts";

export const USAGE = `Usage:
  candour suggest FILE.pdf|FILE.txt --json OUT.json [--force]
  candour burn IN.pdf --marks MARKS.json --out OUT.pdf [--mode auto|crisp|sealed]
               [--report REPORT.json] [--certificate CERT.json] [--lang en-GB] [--title T] [--force]
  candour verify ORIGINAL.pdf CANDIDATE.pdf --marks MARKS.json [--certificate CERT.json]
                 [--json OUT.json] [--force]
  candour verify EXPORT.pdf --certificate CERT.json
  candour audit verify CASE
  candour demo [--out DIR]
A password for an encrypted PDF is read from the environment: CANDOUR_PASSWORD.
Exit: 0 done, 1 refused by the gate (no file left), 2 unusable input or arguments.`;

export function badArguments(message: string): Refusal {
  return new Refusal("bad-arguments", `${message} See: candour --help`);
}

const OPTIONS = {
  json: { type: "string" },
  marks: { type: "string" },
  out: { type: "string" },
  mode: { type: "string" },
  report: { type: "string" },
  certificate: { type: "string" },
  lang: { type: "string" },
  title: { type: "string" },
  force: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

export interface Arguments {
  readonly command: string;
  readonly rest: readonly string[];
  readonly json?: string;
  readonly marks?: string;
  readonly out?: string;
  readonly mode: BurnMode;
  readonly report?: string;
  readonly certificate?: string;
  readonly lang: string;
  readonly title?: string;
  readonly force: boolean;
  readonly help: boolean;
}

/** @throws Refusal bad-arguments */
export function parse(argv: readonly string[]): Arguments {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw badArguments(`${(error as Error).message.split(".")[0]}.`);
  }
  const { values, positionals } = parsed;
  const mode = values.mode ?? "auto";
  if (!(BURN_MODES as readonly string[]).includes(mode)) {
    throw badArguments(`--mode is one of ${BURN_MODES.join(", ")}.`);
  }
  const lang = values.lang ?? "en-GB";
  checkLanguage(lang);
  return {
    ...values,
    command: positionals[0] ?? "",
    rest: positionals.slice(1),
    mode: mode as BurnMode,
    lang,
    force: values.force ?? false,
    help: values.help ?? false,
  };
}

/** Of the year 9999: no file can tell a later one. */
const LAST_SECOND = 253_402_300_799;

/** SOURCE_DATE_EPOCH in seconds, or nothing. @throws Refusal where it is not a number */
export function sourceDateEpoch(): number | undefined {
  const text = process.env["SOURCE_DATE_EPOCH"];
  if (text === undefined || text === "") return undefined;
  const epoch = Number(text);
  if (!/^\d+$/u.test(text) || epoch > LAST_SECOND) {
    throw badArguments("SOURCE_DATE_EPOCH must be whole seconds since 1970.");
  }
  return epoch;
}
