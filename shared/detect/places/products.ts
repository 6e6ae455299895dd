// What is sold and who sells it: "Microsoft Inc", "Ritalin®", "the Charlie Brown software". A name there is nobody's.

const OF_FIRMS =
  ",? (?:Inc|Incorporated|LLC|Corp|Corporation|Ltd|Limited|P[Ll][Cc]|plc|LLP|GmbH)(?![\\p{L}\\p{N}])";
const SOLD = new RegExp(`^(?: ?[®™]|${OF_FIRMS})`, "u");
const ENDS_SO = new RegExp(`(?:[®™]|${OF_FIRMS}\\.?)$`, "u");
const THE = /\b[Tt]he (?:new |old |local )?$/;
const PROGRAM = /^ (?:system|software|app|application|database|platform|portal)(?![\p{L}\p{N}-])/u;

/** Whether the words from `start` to `end` are a firm's or a product's name. */
export function isProduct(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 18);
  if (SOLD.test(after) || ENDS_SO.test(text.slice(Math.max(start, end - 18), end))) return true;
  return PROGRAM.test(after) && THE.test(text.slice(Math.max(0, start - 12), start));
}
