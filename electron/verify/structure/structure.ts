// What is learnt from a candidate's bytes by the verifier's own reader: the checks on structure,
// streams, images, fonts and tags, and every text that is not shown on a page. Nothing here needs
// an engine or the original. Findings go to the ledger; texts and streams go on to the search.
import { counted } from "../counted.ts";
import { decodeStream, Undecodable } from "../raw/filters.ts";
import type { Decoded } from "../raw/filters.ts";
import { Malformed } from "../raw/lexer.ts";
import type { RawFile } from "../raw/file.ts";
import {
  isDict,
  isList,
  isName,
  isRef,
  isStream,
  isText,
  nameOf,
  numberOf,
} from "../raw/values.ts";
import type { Dict, Value } from "../raw/values.ts";
import { readText } from "../raw/text-string.ts";
import { contentForm, deflatedOneWay } from "./content-form.ts";
import { ContentReader } from "./content-use.ts";
import type { PageUse } from "./content-use.ts";
import { checkFonts } from "./fonts.ts";
import { imageProblems } from "./images.ts";
import { numberProblems } from "./number-order.ts";
import { packetAgrees } from "./packet-agrees.ts";
import { propertyProblems } from "./properties.ts";
import { checkTags } from "./tags.ts";
import { walkFile } from "./walk.ts";
import { writtenProblems } from "./written.ts";
import { readPacket } from "./xmp.ts";
import type { Findings } from "../findings.ts";

/** All streams of a candidate together may not grow beyond this. */
const TOTAL_DECODED = 1024 * 1024 * 1024;

export interface HiddenText {
  /** Plain words: "a bookmark". */
  readonly where: string;
  readonly text: string;
  /** All bytes, for readings in other encodings. */
  readonly bytes?: Uint8Array;
}

export interface Structure {
  readonly pages: readonly PageUse[];
  readonly hidden: readonly HiddenText[];
  /** Decoded streams that hold no picture, for the search by bytes. */
  readonly streams: readonly {
    readonly where: string;
    readonly bytes: Uint8Array;
    readonly page?: number;
  }[];
}

export function inspectStructure(bytes: Uint8Array, file: RawFile, findings: Findings): Structure {
  for (const id of ["one-revision", "nothing-hidden", "streams-exact"] as const) findings.open(id);
  for (const fault of file.faults) findings.add(fault.check, fault.message);
  const resolve = (value: Value | undefined): Value | undefined => {
    for (let hops = 0; isRef(value) && hops < 8; hops++) value = file.objects.get(value.num)?.value;
    return isRef(value) ? undefined : value;
  };
  const walk = walkFile(file);
  findings.open(
    "objects-allowed",
    `${counted(walk.visited, "object")}, ${counted(walk.texts.length, "text")}`,
  );
  for (const problem of walk.problems) findings.add("objects-allowed", problem);
  findings.open("written-one-way", `${bytes.length} bytes`);
  const pages = pageDicts(file, resolve);
  const told = [
    ...numberProblems(pages, resolve),
    ...writtenProblems(bytes, file),
    ...walk.disorder,
    ...propertyProblems(file, resolve),
  ];
  for (const problem of told) findings.add("written-one-way", problem);
  findings.open("objects-reachable", counted(file.objects.size, "object"));
  if (walk.unreachable.length)
    findings.add(
      "objects-reachable",
      `${walk.unreachable.length} object(s) belong to nothing, first number ${walk.unreachable[0]}.`,
    );

  const hidden: HiddenText[] = [];
  for (const { where, key, bytes, words } of walk.texts) {
    if (words) hidden.push({ where: `a ${where} (${key})`, text: readText(bytes), bytes });
    else if (bytes.length <= 64) hidden.push({ where: `a ${where}`, text: "", bytes });
  }
  for (const name of walk.names) hidden.push({ where: "a name", text: name });
  for (const stray of walk.strays) collect(stray, hidden);

  const streams: Structure["streams"][number][] = [];
  const decoded = decodeAll(file, resolve, findings, streams);
  findings.open("streams-exact", counted(decoded.size, "stream"));
  findings.open("images-clean");
  let images = 0;
  for (const { rule, num, stream } of walk.streams) {
    const result = decoded.get(stream);
    if (!result) continue;
    if (rule === "image") {
      images++;
      for (const problem of imageProblems(stream.dict, result, resolve))
        findings.add("images-clean", `The image in object ${num} ${problem}.`);
    } else if (rule === "metadata") {
      const { problems, texts } = readPacket(result.bytes);
      for (const problem of problems)
        findings.add("objects-allowed", `The metadata packet ${problem}.`);
      if (!packetAgrees(file, resolve, texts))
        findings.add("objects-allowed", "The metadata packet says something else than the file.");
      for (const text of texts) hidden.push({ where: "the metadata packet", text });
    }
  }
  findings.open("images-clean", counted(images, "image"));

  const reader = new ContentReader(resolve);
  findings.open("content-plain", counted(pages.length, "page"));
  const uses = pages.map((page, i) => {
    const use = reader.page(page);
    for (const problem of use.problems)
      findings.add("content-plain", `The page's content ${problem}.`, i + 1);
    if (use.strangeStates)
      findings.add("objects-allowed", "A page has a graphics state that is not allowed.", i + 1);
    for (const problem of contentForm(use.bytes))
      findings.add("written-one-way", `The page's content ${problem}.`, i + 1);
    for (const bytes of use.properties)
      hidden.push({ where: "marked content", text: readText(bytes), bytes });
    return use;
  });
  const names = checkFonts(walk, pages, reader, resolve, findings);
  for (const name of names) hidden.push({ where: "a font program", text: name });
  checkTags(walk, pages, uses, resolve, findings);
  return { pages: uses, hidden, streams };
}

function decodeAll(
  file: RawFile,
  resolve: (value: Value | undefined) => Value | undefined,
  findings: Findings,
  streams: Structure["streams"][number][],
): Map<Value, Decoded> {
  const results = new Map<Value, Decoded>();
  let total = 0;
  for (const { num, value } of file.objects.values()) {
    if (!isStream(value)) continue;
    try {
      const decoded = decodeStream(value, resolve, Math.max(1, TOTAL_DECODED - total));
      total += decoded.bytes.length;
      results.set(value, decoded);
      if (decoded.slack && !file.plumbing.has(num))
        findings.add("streams-exact", `Object ${num} holds ${decoded.slack} bytes after its data.`);
      if (decoded.filters.length === 0 && nameOf(value.dict.entries.get("Type")) !== "Metadata")
        findings.add("written-one-way", `Object ${num} is not compressed.`);
      if (decoded.filters[0] === "FlateDecode" && !deflatedOneWay(value.raw, decoded.bytes))
        findings.add("written-one-way", `Object ${num} is compressed in an unusual way.`);
      if (!decoded.image)
        streams.push({ where: `the stream of object ${num}`, bytes: decoded.bytes });
    } catch (error) {
      if (!(error instanceof Undecodable) && !(error instanceof Malformed)) throw error;
      findings.add("streams-exact", `The stream of object ${num} ${error.message}.`);
    }
  }
  return results;
}

/** Pages in order; a loop or a lie in the tree ends the walk. */
function pageDicts(
  file: RawFile,
  resolve: (value: Value | undefined) => Value | undefined,
): Dict[] {
  const pages: Dict[] = [];
  const root = resolve(file.trailer?.entries.get("Root"));
  const open: (Value | undefined)[] = isDict(root) ? [resolve(root.entries.get("Pages"))] : [];
  const seen = new Set<Value>();
  while (open.length && pages.length < 20_000) {
    const node = open.pop();
    if (!isDict(node) || seen.has(node)) continue;
    seen.add(node);
    const kids = resolve(node.entries.get("Kids"));
    if (isList(kids)) for (const kid of kids.items.toReversed()) open.push(resolve(kid));
    else pages.push(node);
  }
  return pages;
}

/** Texts and names within objects that should not be there. */
function collect(root: Value, hidden: HiddenText[]): void {
  const open: Value[] = [root];
  while (open.length && hidden.length < 500_000) {
    const value = open.pop()!;
    if (isText(value))
      hidden.push({
        where: "an object that is not allowed",
        text: readText(value.bytes),
        bytes: value.bytes,
      });
    else if (isName(value))
      hidden.push({ where: "an object that is not allowed", text: value.value });
    else if (isList(value)) open.push(...value.items.slice(0, 100_000));
    else if (isDict(value) || isStream(value)) {
      const { entries } = isStream(value) ? value.dict : value;
      for (const [key, item] of entries) {
        hidden.push({ where: "an object that is not allowed", text: key });
        if (numberOf(item) === undefined) open.push(item);
      }
    }
  }
}
