const OPENING = '[{';
const CLOSING = ']}';

/** A piece of a text, as it stands there. */
interface Scan {
  readonly items: string[];
  item: string;
  depth: number;
  /** The quote that is open. */
  quote: string | undefined;
  /** The last character that is no blank; a quote opens only where a value begins. */
  last: string;
}

function take(scan: Scan, character: string): void {
  if (scan.quote) {
    if (character === scan.quote) scan.quote = undefined;
  } else if (`"'`.includes(character) && `,:${OPENING}`.includes(scan.last)) scan.quote = character;
  else if (OPENING.includes(character)) scan.depth++;
  else if (CLOSING.includes(character)) scan.depth--;
  scan.item += character;
  if (character.trim() !== '') scan.last = character;
}

/**
 * Splits a list at its commas, but for those within quotes, brackets and braces; every item is trimmed.
 *
 * @example splitList('25 x 2 Gy, [2, 1]') gives '25 x 2 Gy' and '[2, 1]'
 */
export function splitList(text: string): string[] {
  const scan: Scan = { items: [], item: '', depth: 0, quote: undefined, last: ',' };
  for (const character of text) {
    if (character === ',' && scan.depth === 0 && !scan.quote) {
      scan.items.push(scan.item.trim());
      scan.item = '';
      scan.last = ',';
    } else take(scan, character);
  }
  return [...scan.items, scan.item.trim()];
}
