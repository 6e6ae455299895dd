// A burnt term as bytes: Latin, UTF-16 both ways, hexadecimal, octal escapes and base 64, found in
// one pass over a stream however many terms there are. Short forms are left out: they occur in
// compressed data by chance, and texts are searched as texts anyway.

const SHORTEST = 6;

/** ASCII capitals to small letters; other bytes stay. */
const LOWER = new Uint8Array(256);
for (let i = 0; i < 256; i++) LOWER[i] = i >= 65 && i <= 90 ? i + 32 : i;

export function writtenForms(term: string): Uint8Array[] {
  const forms: Uint8Array[] = [];
  for (const text of new Set([term, term.replace(/\s+/gu, "")])) {
    if (text.length < 4) continue;
    const latin = Buffer.from(text, "latin1");
    const little = Buffer.from(text, "utf16le");
    const big = Buffer.from(little).swap16();
    const utf8 = Buffer.from(text, "utf8");
    forms.push(latin, utf8, little, big);
    forms.push(Buffer.from(latin.toString("hex")), Buffer.from(big.toString("hex")));
    forms.push(Buffer.from([...latin].map((b) => `\\${b.toString(8).padStart(3, "0")}`).join("")));
    if (latin.length >= 8)
      for (const shift of [0, 1, 2]) {
        // Only the middle is independent of what stands around it.
        const coded = Buffer.concat([Buffer.alloc(shift), utf8]).toString("base64");
        forms.push(Buffer.from(coded.slice(shift === 0 ? 0 : 4, -4)));
      }
  }
  return forms;
}

export class BytePatterns {
  private readonly byHead = new Map<number, Uint8Array[]>();
  /** Which pairs of first bytes occur at all. */
  private readonly filter = new Uint8Array(65_536);
  private readonly seen = new Set<string>();

  add(bytes: Uint8Array, _term: number): void {
    if (bytes.length < SHORTEST) return;
    const pattern = bytes.map((byte) => LOWER[byte]!);
    const key = Buffer.from(pattern).toString("latin1");
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.filter[(pattern[0]! << 8) | pattern[1]!] = 1;
    const head = headOf(pattern, 0);
    const list = this.byHead.get(head);
    if (list) list.push(pattern);
    else this.byHead.set(head, [pattern]);
  }

  found(bytes: Uint8Array): boolean {
    if (this.byHead.size === 0) return false;
    const end = bytes.length - SHORTEST;
    for (let at = 0; at <= end; at++) {
      if (this.filter[(LOWER[bytes[at]!]! << 8) | LOWER[bytes[at + 1]!]!] === 0) continue;
      if (this.beginsAt(bytes, at)) return true;
    }
    return false;
  }

  private beginsAt(bytes: Uint8Array, at: number): boolean {
    const list = this.byHead.get(headOf(bytes, at));
    return list?.some((pattern) => matches(bytes, at, pattern)) ?? false;
  }
}

function headOf(bytes: Uint8Array, at: number): number {
  return (
    (LOWER[bytes[at]!]! << 24) |
    (LOWER[bytes[at + 1]!]! << 16) |
    (LOWER[bytes[at + 2]!]! << 8) |
    LOWER[bytes[at + 3]!]!
  );
}

function matches(bytes: Uint8Array, at: number, pattern: Uint8Array): boolean {
  if (at + pattern.length > bytes.length) return false;
  for (let i = 0; i < pattern.length; i++) if (LOWER[bytes[at + i]!] !== pattern[i]) return false;
  return true;
}
