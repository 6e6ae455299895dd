// How many of something, as a sentence says it.

export function counted(count: number, one: string, many = `${one}s`): string {
  if (count === 1) return `1 ${one}`;
  // By hand: the machine's tables of languages take longer to load than a page to read.
  return `${String(count).replace(/\B(?=(?:\d{3})+$)/g, ",")} ${many}`;
}
