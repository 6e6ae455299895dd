// Whether a value has the shape that the table of allowed things asks for, and how its place may be
// named in a finding.
import { RULES } from "./allowed.ts";
import type { Rule, Shape } from "./allowed.ts";
import { isDict, isList, isName, isStream, isText } from "../raw/values.ts";
import type { Dict, Value } from "../raw/values.ts";

/** True for the outermost form only; what a list or an object holds is asked for by itself. */
export function fits(value: Value | undefined, shape: Shape): boolean {
  switch (shape.is) {
    case "number":
      return typeof value === "number";
    case "bool":
      return typeof value === "boolean";
    case "text":
    case "bytes":
      return isText(value);
    case "name":
      return isName(value);
    case "numbers":
    case "list":
      return isList(value);
    case "map":
      return isDict(value);
    case "value":
      return shape.values.includes(plain(value));
    case "object":
      return isDict(value) || isStream(value);
    case "any":
      return shape.of.some((option) => fits(value, option));
  }
}

/** By letters, then by number. */
export function compareNumbered(a: string, b: string): number {
  const [letters, others] = [a.replace(/\d+$/, ""), b.replace(/\d+$/, "")];
  if (letters !== others) return letters < others ? -1 : 1;
  return Number(a.slice(letters.length)) - Number(b.slice(others.length));
}

/** A place that is empty. */
export const NOTHING: Shape = { is: "value", values: ["null"] };

/** The rule says by its entries of names that it is meant for this object. */
export function recognised(rule: Rule, dict: Dict): boolean {
  return Object.entries(rule.when ?? {}).every(([key, wanted]) => {
    const value = dict.entries.get(key);
    return isName(value) && value.value === wanted;
  });
}

function plain(value: Value | undefined): string | number | boolean {
  if (value === null) return "null";
  if (isName(value)) return value.value;
  return typeof value === "number" || typeof value === "boolean" ? value : "\0";
}

/** A key as it may be shown: a name could itself hold a secret, so only the usual kind is printed. */
export function printable(key: string): string {
  return /^[A-Z][A-Za-z0-9]{0,17}$/.test(key) && KNOWN_KEYS.has(key) ? `/${key}` : "a private name";
}

/** Keys of the format itself that may be named in a finding. */
const KNOWN_KEYS: ReadonlySet<string> = new Set([
  ...Object.values(RULES).flatMap((rule) => Object.keys(rule.keys)),
  ..."AcroForm OpenAction AA JavaScript EmbeddedFiles AF OCProperties OC PieceInfo LastModified Thumb".split(
    " ",
  ),
  ..."Encrypt Prev XRefStm Group Pattern Shading Properties Alternates OPI Perms Legal Collection".split(
    " ",
  ),
  ..."Author Subject Keywords Trapped T E ID IDTree RoleMap ClassMap URI Threads SpiderInfo".split(
    " ",
  ),
  ..."CharSet CIDSet FontFile FontFamily Extensions Requirements OutputIntents UserUnit Annots B Dur".split(
    " ",
  ),
]);
