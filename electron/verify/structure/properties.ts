// Properties of the file that are no words of the document: language, dates, identifier. Each has
// one narrow form, so that nothing else finds room in it.
import type { RawFile } from "../raw/file.ts";
import { readText } from "../raw/text-string.ts";
import { isDict, isList, isText } from "../raw/values.ts";
import type { Dict, Value } from "../raw/values.ts";
import type { Resolve } from "./resources.ts";

const LANGUAGE = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/;
const DATE = /^D:(?:19|20)\d{12}Z$/;

export function propertyProblems({ trailer }: RawFile, resolve: Resolve): string[] {
  if (!trailer) return [];
  const problems: string[] = [];
  const root = resolve(trailer.entries.get("Root"));
  const language = isDict(root) ? root.entries.get("Lang") : undefined;
  if (language !== undefined && !LANGUAGE.test(textOf(language)))
    problems.push("The language of the file is no language.");
  const info = resolve(trailer.entries.get("Info"));
  if (isDict(info)) problems.push(...dates(info));
  const id = resolve(trailer.entries.get("ID"));
  if (id !== undefined && !isIdentifier(id))
    problems.push("The identifier of the file is not one short number twice.");
  return problems;
}

/** There is one date: that of the export. */
function dates(info: Dict): string[] {
  const told = ["CreationDate", "ModDate"].flatMap((key) => {
    const value = info.entries.get(key);
    return value === undefined ? [] : [textOf(value)];
  });
  const fine = told.every((date) => DATE.test(date) && date === told[0]);
  return fine ? [] : ["The dates of the file are not one plain date."];
}

function isIdentifier(value: Value): boolean {
  if (!isList(value) || value.items.length !== 2) return false;
  const [first, second] = value.items;
  if (!isText(first) || !isText(second) || first.bytes.length !== 16) return false;
  return Buffer.compare(first.bytes, second.bytes) === 0;
}

function textOf(value: Value): string {
  return isText(value) ? readText(value.bytes) : "";
}
