import type { PosteriorSample } from './posterior-draws.ts';

/** Digits of a value in the table: more than its Monte Carlo error has. */
const DIGITS = 9;

/**
 * Draws of independent posteriors side by side as CSV: a column a path of a scenario, a line a draw. `run` reads it as
 * the joint uncertainty of those paths.
 */
export function drawsTable(posteriors: readonly PosteriorSample[]): string {
  const header = posteriors.flatMap(({ paths }) => paths).join(',');
  const lines = posteriors[0].draws.map((_, draw) =>
    posteriors
      .flatMap(({ draws }) => draws[draw].map((value) => Number(value.toPrecision(DIGITS))))
      .join(','),
  );
  return `${[header, ...lines].join('\n')}\n`;
}
