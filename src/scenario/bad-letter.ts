/** Controls but for tabs and ends of lines, and halves of letters. */
const BAD_LETTER = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;

/** In words, the first letter of a text that no scenario may hold: it would not show, or not be read back; undefined if all may be. */
export function badLetterIn(text: string): string | undefined {
  const [letter] = BAD_LETTER.exec(text) ?? [];
  if (letter === undefined) return undefined;
  const code = letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `a text holds the letter U+${code}, which does not show`;
}
