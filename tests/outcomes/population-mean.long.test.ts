import { describe, expect, it } from 'vitest';
import { createCohort } from '../../src/cohort/cohort.ts';
import { cohortSchema } from '../../src/cohort/cohort-schema.ts';
import { convergeOnPopulation } from '../../src/outcomes/population-mean.ts';

describe('convergeOnPopulation', () => {
  it('is not exact where the number jumps, and stops', () => {
    const cohort = createCohort(
      cohortSchema.parse({
        heterogeneity: {
          sf2: { logLogNormal: { median: 0.52, sigma: 0.459 } },
          alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.6 }, within: [0.5, 40] },
          tumourSizeCm: { logNormal: { median: 9, sigma: 0.5 } },
        },
        correlation: [{ between: ['alphaBetaGy', 'tumourSizeCm'], rho: 0.8 }],
      }),
    );
    const jump = convergeOnPopulation(cohort, ['alphaBetaGy', 'sf2'], ({ columns, weights }) => [
      columns.alphaBetaGy.reduce((sum, x, i) => sum + (x > 5.3 ? weights[i] : 0), 0),
    ]);
    expect(jump.exact).toBe(false);
    expect(jump.values[0]).toBeGreaterThan(0.3);
    expect(jump.values[0]).toBeLessThan(0.6);
  });
});
