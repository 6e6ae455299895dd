// The metadata packet repeats what the document's information and language say, in one order, and
// says nothing else: a second title or date would be a place for a text of its own.
import type { RawFile } from "../raw/file.ts";
import { readText } from "../raw/text-string.ts";
import { isDict, isText } from "../raw/values.ts";
import type { Dict } from "../raw/values.ts";
import type { Resolve } from "./resources.ts";

const WRITER = "Candour";
const CLAIM = "1";

/** @param texts of the packet in their order */
export function packetAgrees(
  { trailer }: RawFile,
  resolve: Resolve,
  texts: readonly string[],
): boolean {
  const root = resolve(trailer?.entries.get("Root"));
  const info = resolve(trailer?.entries.get("Info"));
  if (!isDict(root) || !isDict(info)) return true;
  const date = textOf(info, "CreationDate");
  const moment = date.replace(/^D:(....)(..)(..)(..)(..)(..)Z$/u, "$1-$2-$3T$4:$5:$6Z");
  const wanted = [
    plain(textOf(info, "Title")),
    textOf(root, "Lang"),
    ...(date === "" ? [] : [moment, moment]),
    WRITER,
    WRITER,
    CLAIM,
  ];
  return wanted.length === texts.length && wanted.every((text, i) => text === plain(texts[i]!));
}

/** Characters that no XML can hold are left out of a packet. */
function plain(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "").trim();
}

function textOf(dict: Dict, key: string): string {
  const value = dict.entries.get(key);
  return isText(value) ? readText(value.bytes) : "";
}
