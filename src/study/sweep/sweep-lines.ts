import type { SweepGrid } from './sweep-grid.ts';

/** Cells that differ in one number alone. */
export interface SweepLine {
  readonly path: string;
  /** Whether its values were asked for on a logarithmic scale. */
  readonly isLog: boolean;
  /** The other varied paths with their values, as written. */
  readonly others: Readonly<Record<string, string>>;
  /** Rising values of the path, each with its cell, counted from 0. */
  readonly points: readonly { readonly x: number; readonly cell: number }[];
}

/** Every line of a sweep along which a number varies, path by path: those of the path with the most values first. */
export function sweepLines(grid: Pick<SweepGrid, 'paths' | 'count' | 'cell'>): SweepLine[] {
  const ofPaths = grid.paths.map(({ path, isLog }, p) => {
    const lines = new Map<string, { others: Record<string, string>; points: Map<number, number> }>();
    for (let cell = 0; cell < grid.count; cell++) {
      const values = grid.cell(cell);
      const x = values[p]?.value;
      if (typeof x !== 'number') continue;
      const others = Object.fromEntries(
        grid.paths.flatMap((other, i) => (i === p ? [] : [[other.path, values[i]?.text ?? '']])),
      );
      const key = JSON.stringify(others);
      const line = lines.get(key) ?? { others, points: new Map() };
      if (!line.points.has(x)) line.points.set(x, cell);
      lines.set(key, line);
    }
    return [...lines.values()]
      .filter(({ points }) => points.size > 1)
      .map(({ others, points }): SweepLine => {
        const rising = [...points].map(([x, cell]) => ({ x, cell })).sort((a, b) => a.x - b.x);
        return { path, isLog, others, points: rising };
      });
  });
  const longest = (lines: readonly SweepLine[]): number =>
    Math.max(0, ...lines.map(({ points }) => points.length));
  return ofPaths.sort((a, b) => longest(b) - longest(a)).flat();
}
