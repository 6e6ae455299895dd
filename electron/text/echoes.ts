// Letters that are drawn again a hair beside themselves, as a shadow or an outline: the engine gives each
// twice ("TToomm"), so that nobody would find a name in them. One is kept, with room for both. Pure.

export interface ReadCharacter {
  readonly char: string;
  /** Eight numbers from the corner where reading starts; null where it has no box. */
  readonly quad: readonly number[] | null;
  readonly invisible: boolean;
  /** The string of the page that it belongs to; 0 for what the engine put in itself. */
  readonly object: number;
}

/** How many letters may stand between a letter and its echo. */
const NEAR = 4;
/** Times a letter's height: how far an echo lies, along its line and across it. */
const REACH = 0.35;
/** The same where both are of one string, which no shadow is. */
const UPON = 0.08;
/** So many letters of a string that is drawn upon itself are double, at least; and such a share of all. */
const FEWEST = 3;
const DOUBLED = 0.8;
/** Times a letter's height: across, from where on two letters are on no line together. */
const LEVEL = 0.03;
/** Share of its width by which a letter's neighbour begins behind it. */
const BEHIND = 0.6;
/** Times the height: gaps within a word, and between words. */
const TIGHT = 0.15;
const WORDS = 1.1;

/** @param read in the engine's order. @returns the same array where there are no echoes */
export function withoutEchoes(read: readonly ReadCharacter[]): readonly ReadCharacter[] {
  const hosts = new Map<number, number>();
  const recent: number[] = [];
  read.forEach((one, i) => {
    if (!one.quad || one.object === 0) return;
    const host = recent.findLast((k) => isEcho(read[k]!, one));
    if (host !== undefined) {
      hosts.set(i, host);
      return;
    }
    recent.push(i);
    if (recent.length > NEAR) recent.shift();
  });
  keepLigatures(read, hosts);
  if (hosts.size === 0) return read;
  const doubled = new Map<number, ReadCharacter>();
  for (const [i, host] of hosts)
    doubled.set(host, joined(doubled.get(host) ?? read[host]!, read[i]!));
  return closedUp(
    read.flatMap((one, i) => (hosts.has(i) ? [] : [doubled.get(i) ?? one])),
    new Set(doubled.values()),
  );
}

/** "ff" is one drawing for two letters; a string drawn upon itself doubles nearly all of its letters. */
function keepLigatures(read: readonly ReadCharacter[], hosts: Map<number, number>): void {
  const letters = new Map<number, number>();
  const echoes = new Map<number, number>();
  const count = (of: Map<number, number>, key: number) => of.set(key, (of.get(key) ?? 0) + 1);
  for (const { object, quad, char } of read) if (quad && char.trim() !== "") count(letters, object);
  const own = [...hosts].filter(([i, host]) => read[i]!.object === read[host]!.object);
  for (const [i] of own) if (read[i]!.char.trim() !== "") count(echoes, read[i]!.object);
  for (const [i] of own) {
    const { object } = read[i]!;
    const found = echoes.get(object) ?? 0;
    if (found < FEWEST || 2 * found < DOUBLED * (letters.get(object) ?? 0)) hosts.delete(i);
  }
}

function isEcho(a: ReadCharacter, b: ReadCharacter): boolean {
  if (a.char !== b.char) return false;
  const { along, across, height, width } = between(a.quad!, b.quad!);
  if (a.object === b.object)
    return Math.abs(along) < UPON * height && Math.abs(across) < UPON * height;
  if (Math.abs(along) > REACH * height || Math.abs(across) > REACH * height) return false;
  return Math.abs(across) >= LEVEL * height || Math.abs(along) < BEHIND * width;
}

/** From the start of one letter to that of the other, as the first one is read; its own size. */
function between(a: readonly number[], b: readonly number[]) {
  const [x, y] = [a[2]! - a[0]!, a[3]! - a[1]!];
  const width = Math.hypot(x, y) || 1;
  const height = Math.hypot(a[4]! - a[2]!, a[5]! - a[3]!) || 1;
  const [dx, dy] = [b[0]! - a[0]!, b[1]! - a[1]!];
  return {
    along: (dx * x + dy * y) / width,
    across: (dy * x - dx * y) / width,
    height,
    width,
  };
}

/** The letter with room for its echo, where both stand upright or level; elsewhere as it is. */
function joined(a: ReadCharacter, b: ReadCharacter): ReadCharacter {
  const [p, q] = [a.quad!, b.quad!];
  const quad = p.map((value, i) => {
    const axis = i % 2;
    const low = Math.min(p[axis]!, p[axis + 4]!);
    return Math.abs(value - low) < 1e-6 ? Math.min(value, q[i]!) : Math.max(value, q[i]!);
  });
  return { ...a, quad, invisible: a.invisible && b.invisible };
}

/** Without the line ends that the engine saw between a letter and its echo. */
function closedUp(
  read: readonly ReadCharacter[],
  doubled: ReadonlySet<ReadCharacter>,
): readonly ReadCharacter[] {
  const kept: ReadCharacter[] = [];
  for (let i = 0; i < read.length; i++) {
    const one = read[i]!;
    const before = kept.findLast(({ quad }) => quad !== null);
    if (one.object !== 0 || !before || !doubled.has(before)) {
      kept.push(one);
      continue;
    }
    const from = i;
    while (i + 1 < read.length && read[i + 1]!.object === 0) i++;
    const after = read[i + 1];
    const gap = after?.quad ? between(before.quad!, after.quad) : undefined;
    const space = gap ? gap.along - gap.width : Infinity;
    const onward =
      gap !== undefined &&
      Math.abs(gap.across) < REACH * gap.height &&
      space > -REACH * gap.height &&
      space < WORDS * gap.height;
    if (!onward) kept.push(...read.slice(from, i + 1));
    else if (space > TIGHT * gap.height && after?.char !== " ") kept.push({ ...one, char: " " });
  }
  return kept;
}
