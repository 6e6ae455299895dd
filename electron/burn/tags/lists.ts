// Lists of pages without tags: items that follow each other, each led by a bullet or by a number
// that counts on, all beginning at one place. A single line with a number is no list.
import type { TextUnit } from "../layout/as-it-was.ts";
import type { Paragraph } from "../layout/paragraphs/paragraph.ts";
import { counts, isText, leadingLabel } from "./item-labels.ts";
import type { Block, Step } from "./model.ts";

/** Points within which items begin at one place, or a label stands on its text's line. */
const SAME = 1.5;
const FEWEST = 2;
/** Points by which an inner list begins deeper. */
const DEEPER = 6;

interface Item {
  readonly label: string;
  readonly left: number;
  /** Its label, where that stands apart, and its text. */
  readonly paragraphs: readonly Paragraph[];
  readonly lists: List[];
}

interface List {
  readonly items: Item[];
}

/**
 * @param plain paragraphs in reading order
 * @param blocks what is known of them; items are read in the order of their text
 */
export function listBlocks(
  plain: readonly Paragraph[],
  texts: readonly TextUnit[],
  blocks: ReadonlyMap<Paragraph, Block>,
): ReadonlyMap<Paragraph, Block> {
  const firsts = new Map<Paragraph, TextUnit>();
  for (const unit of texts) if (!firsts.has(unit.paragraph)) firsts.set(unit.paragraph, unit);
  const out = new Map<Paragraph, Block>();
  /** Lists that are open, each within the last item of the one before. */
  let open: List[] = [];
  const close = () => {
    if (open[0] && open[0].items.length >= FEWEST) addList(open[0], [], blocks, out);
    open = [];
  };
  for (let i = 0; i < plain.length; i++) {
    const item = itemAt(plain, i, firsts);
    if (!item) close();
    else {
      const known = open.findLastIndex((list) => goesOn(list, item));
      const last = open[open.length - 1];
      if (known >= 0) open[known]!.items.push(item);
      if (known >= 0) open.length = known + 1;
      else if (last && item.left > last.items[0]!.left + DEEPER) {
        const inner: List = { items: [item] };
        last.items[last.items.length - 1]!.lists.push(inner);
        open.push(inner);
      } else {
        close();
        open = [{ items: [item] }];
      }
      i += item.paragraphs.length - 1;
    }
  }
  close();
  return out;
}

function goesOn({ items }: List, item: Item): boolean {
  return follows(items[items.length - 1]!, item);
}

function itemAt(
  plain: readonly Paragraph[],
  i: number,
  firsts: ReadonlyMap<Paragraph, TextUnit>,
): Item | undefined {
  const paragraph = plain[i]!;
  const line = firsts.get(paragraph)?.lines[0] ?? [];
  const label = leadingLabel(line);
  if (!label) return undefined;
  const own = { label: label.text, left: paragraph.lines[0]!.left, lists: [] };
  if (line.slice(label.glyphs).some(isText)) return { ...own, paragraphs: [paragraph] };
  // The label stands by itself: its text is what stands beside it.
  const next = plain[i + 1];
  const beside =
    next !== undefined &&
    Math.abs(next.lines[0]!.v - paragraph.lines[0]!.v) < SAME &&
    next.lines[0]!.left > paragraph.lines[0]!.left;
  return beside ? { ...own, paragraphs: [paragraph, next] } : undefined;
}

function follows(a: Item, b: Item): boolean {
  if (Math.abs(a.left - b.left) > SAME) {
    // Numbers are often set flush with their ends: 9. and 10. begin apart.
    if (!counts(a.label) || !counts(b.label) || a.label.length === b.label.length) return false;
  }
  return counts(a.label) ? isNext(a.label, b.label) : a.label === b.label;
}

/** 2. after 1., (b) after (a), iv) after iii): the form is one and the count goes on. */
function isNext(a: string, b: string): boolean {
  const form = (label: string) => label.replace(/[\p{L}\p{N}]+/u, "#");
  if (form(a) !== form(b)) return false;
  const [x, y] = [a, b].map((label) => /[\p{L}\p{N}]+/u.exec(label)?.[0] ?? "");
  if (/^\d+$/.test(x!) && /^\d+$/.test(y!)) return Number(y) === Number(x) + 1;
  if (x!.length === 1 && y!.length === 1 && y!.codePointAt(0) === x!.codePointAt(0)! + 1)
    return true;
  const [m, n] = [ROMAN.indexOf(x!.toLowerCase()), ROMAN.indexOf(y!.toLowerCase())];
  return m >= 0 && n === m + 1;
}

const ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split(" ");

function addList(
  { items }: List,
  around: readonly Step[],
  blocks: ReadonlyMap<Paragraph, Block>,
  out: Map<Paragraph, Block>,
): void {
  const list: Step = { role: "L" };
  for (const { paragraphs, lists } of items) {
    // The label is told from the text as the line is written.
    const path: readonly Step[] = [...around, list, { role: "LI" }, { role: "LBody" }];
    for (const paragraph of paragraphs)
      out.set(paragraph, { path, order: blocks.get(paragraph)!.order });
    for (const inner of lists) addList(inner, path, blocks, out);
  }
}
