/** Text from outside is shortened to so many letters in a message. */
const MOST_LETTERS = 60;

/** Letters that would not show as themselves: controls, those that turn the writing round, half characters. */
const UNSHOWN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** Text from outside as a message shows it: so many letters of it, each of which shows as itself. */
export function shownText(text: string, most = MOST_LETTERS): string {
  const start = Array.from(text.slice(0, 2 * most))
    .slice(0, most)
    .join('');
  const shown = start.replace(UNSHOWN, '\ufffd') || '(empty)';
  return start.length < text.length ? `${shown}…` : shown;
}
