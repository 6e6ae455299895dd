// Pages in plain words, for entries and sentences: [3,4,5,9] is "3–5, 9".

export function pageRanges(pages: Iterable<number>): string {
  const sorted = [...new Set(pages)].sort((a, b) => a - b);
  const parts: string[] = [];
  for (let i = 0; i < sorted.length;) {
    let j = i;
    while (sorted[j + 1] === sorted[j]! + 1) j++;
    parts.push(i === j ? `${sorted[i]}` : `${sorted[i]}–${sorted[j]}`);
    i = j + 1;
  }
  return parts.join(", ");
}

/** The way back: "3–5, 9" is [3,4,5,9]. What is no range is passed over. */
export function pagesOfRanges(ranges: string): number[] {
  const pages: number[] = [];
  for (const part of ranges.split(",")) {
    const [, from, to = from] = /^\s*(\d{1,6})(?:–(\d{1,6}))?\s*$/u.exec(part) ?? [];
    for (let page = Number(from); page <= Number(to); page++) pages.push(page);
  }
  return pages;
}
