import { shownText } from '../numeric/shown-text.ts';

/** A table of numbers with named columns. */
export interface NumberTable {
  readonly names: readonly string[];
  readonly columns: readonly (readonly number[])[];
}

/**
 * Reads a CSV of numbers: a header of names, then numbers; lines that begin with # are comments.
 *
 * @throws RangeError naming line and column of the first thing that is wrong
 */
export function parseNumberTable(csv: string): NumberTable {
  const lines = csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((text, i) => ({ text, number: i + 1 }))
    .filter(({ text }) => text.trim() !== '' && !text.startsWith('#'));
  const [header, ...rows] = lines;
  if (!header) throw new RangeError('line 1: the table is empty');
  const names = header.text.split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  const seen = new Set<string>();
  const twice = names.find((name) => seen.size === seen.add(name).size);
  if (names.includes('') || twice !== undefined)
    throw new RangeError(
      `line ${header.number}: ${twice === undefined ? 'a column has no name' : `${shownText(twice)} is named twice`}`,
    );
  const columns: number[][] = names.map(() => []);
  for (const { text, number } of rows) {
    const cells = text.split(',');
    if (cells.length !== names.length)
      throw new RangeError(`line ${number}: ${cells.length} cells under ${names.length} names`);
    cells.forEach((cell, i) => {
      const value = Number(cell);
      if (cell.trim() === '' || !Number.isFinite(value))
        throw new RangeError(`line ${number}, column ${i + 1}: “${shownText(cell.trim())}” is no number`);
      columns[i].push(value);
    });
  }
  return { names, columns };
}
