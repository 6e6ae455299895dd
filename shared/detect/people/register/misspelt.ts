// Names spelt with one letter wrong, missing, extra or swapped. An index of every name with one letter
// left out answers a look-up in time that does not grow with the number of names.

/** Whether a and b differ by one edit (insertion, deletion, replacement, swap of neighbours). */
export function oneEdit(a: string, b: string): boolean {
  if (a === b) return false;
  if (a.length > b.length) return oneEdit(b, a);
  if (b.length - a.length > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  if (a.length === b.length) {
    if (a.slice(i + 1) === b.slice(i + 1)) return true;
    return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  }
  return a.slice(i) === b.slice(i + 1);
}

export interface MisspellingIndex {
  /** Names one edit away from a word, the word itself excluded. */
  near(word: string): readonly string[];
}

const NONE: readonly string[] = [];

export function misspellingIndex(names: Iterable<string>): MisspellingIndex {
  const index = new Map<string, string[]>();
  const put = (key: string, name: string) => {
    const list = index.get(key);
    if (list === undefined) index.set(key, [name]);
    else if (!list.includes(name)) list.push(name);
  };
  for (const name of names) {
    // Three letters say too little: Ann, Anna and Anne are three women.
    if (name.length < 5 || name.length > 30) continue;
    put(name, name);
    for (let i = 0; i < name.length; i++) put(name.slice(0, i) + name.slice(i + 1), name);
  }
  return {
    near(word) {
      if (index.size === 0 || word.length < 4 || word.length > 31) return NONE;
      let found: string[] | null = null;
      const look = (key: string) => {
        for (const name of index.get(key) ?? NONE)
          if (oneEdit(word, name) && !(found ??= []).includes(name)) found.push(name);
      };
      look(word);
      for (let i = 0; i < word.length; i++) look(word.slice(0, i) + word.slice(i + 1));
      return found ?? NONE;
    },
  };
}
