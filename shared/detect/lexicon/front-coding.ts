// Reads the front-coded word lists that build/lexicons.ts writes: a capital letter tells how many
// letters are shared with the word before (A = 0), then comes the rest. Knows nothing of their meaning.

export function decodeFrontCoded(text: string, take: (word: string) => void): void {
  let word = "";
  let from = 0;
  for (let i = 1; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 65;
    if (code < 65 || code > 90) continue;
    word = word.slice(0, text.charCodeAt(from) - 65) + text.slice(from + 1, i);
    take(word);
    from = i;
  }
}
