/** What a column of a table needs, in points without its padding. */
export interface ColumnNeed {
  /** Of its longest word. */
  readonly least: number;
  /** Of its longest text on one line. */
  readonly most: number;
  /** Of all its texts, one behind the other. */
  readonly total: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Shares of room for columns up to what each needs at most; more text draws more, but not as much more as it is longer. */
function filled(needs: readonly ColumnNeed[], room: number): number[] {
  const widths = needs.map(({ least }) => least);
  let open = needs.map((_, column) => column);
  let left = room - sum(widths);
  while (left > 1e-6 && open.length > 0) {
    const weights = open.map((column) => Math.sqrt(needs[column].total) + 1e-6);
    const unit = left / sum(weights);
    open.forEach((column, i) => {
      widths[column] = Math.min(needs[column].most, widths[column] + unit * weights[i]);
    });
    open = open.filter((column) => widths[column] < needs[column].most);
    left = room - sum(widths);
  }
  return widths;
}

/**
 * Widths of columns that fill the room: whole texts and a share of what is left where they fit, else at least the longest
 * words.
 *
 * @returns undefined where not even the longest words fit
 */
export function columnWidths(needs: readonly ColumnNeed[], room: number): number[] | undefined {
  const most = sum(needs.map((need) => need.most));
  if (most <= room) return needs.map((need) => (need.most * room) / most);
  return sum(needs.map((need) => need.least)) > room ? undefined : filled(needs, room);
}

/** Widths of columns where not all words fit: narrow columns keep theirs, the widest give, and their words are cut. */
export function squeezedWidths(needs: readonly ColumnNeed[], room: number): number[] {
  const widths: number[] = new Array(needs.length);
  const byNeed = needs.map((_, column) => column).sort((a, b) => needs[a].least - needs[b].least);
  let left = room;
  byNeed.forEach((column, i) => {
    widths[column] = Math.min(needs[column].least, left / (needs.length - i));
    left -= widths[column];
  });
  return widths;
}
