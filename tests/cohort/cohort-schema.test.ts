import { describe, expect, it } from 'vitest';
import { createCohort, levelsOf } from '../../src/cohort/cohort.ts';
import { cohortSchema } from '../../src/cohort/cohort-schema.ts';
import { medianOf } from '../../src/cohort/column-quantile.ts';

const messages = (spec: unknown): string => {
  const parsed = cohortSchema.safeParse(spec);
  return parsed.success ? '' : JSON.stringify(parsed.error.issues.map(({ message }) => message));
};
const alphaBetaGy = { logNormal: { median: 4.9, sigma: 0.6 } };
const sf2 = { logLogNormal: { median: 0.52, sigma: 0.459 } };

describe('the schema of cohorts', () => {
  it('fills in its defaults', () => {
    expect(cohortSchema.parse({})).toEqual({
      parameterisation: 'sf2AlphaBeta',
      heterogeneity: {},
      subtypes: {},
      correlation: [],
    });
  });

  it.each([
    [
      'a law that leaves its domain',
      { heterogeneity: { sf2: { normal: { mean: 0.5, sd: 0.2 } } } },
      /sf2 reaches .* add within/,
    ],
    [
      'an α/β that reaches 0',
      { heterogeneity: { alphaBetaGy: { normal: { mean: 5, sd: 2 } } } },
      /alphaBetaGy reaches .*must be > 0; add within/,
    ],
    ['a fixed value out of its domain', { heterogeneity: { sf2: 1.2 } }, /sf2 reaches 1.2/],
    [
      'the other parameterisation’s characteristic',
      { heterogeneity: { alphaPerGy: 0.3 } },
      /belongs to parameterisation alphaAlphaBeta/,
    ],
    ['American spelling', { heterogeneity: { tumorSizeCm: 9 } }, /did you mean tumourSizeCm/],
    ['a name that is no word', { heterogeneity: { 'tumour size': 9 } }, /Invalid key/],
    [
      'a correlation of what is not there',
      { heterogeneity: { sf2, alphaBetaGy }, correlation: [{ between: ['sf2', 'alphaBeta'], rho: 0.3 }] },
      /did you mean alphaBetaGy/,
    ],
    [
      'a correlation with itself',
      { heterogeneity: { sf2 }, correlation: [{ between: ['sf2', 'sf2'], rho: 0.3 }] },
      /sf2 with itself/,
    ],
    [
      'a correlation twice',
      {
        heterogeneity: { sf2, alphaBetaGy },
        correlation: [
          { between: ['sf2', 'alphaBetaGy'], rho: 0.3 },
          { between: ['alphaBetaGy', 'sf2'], rho: 0.2 },
        ],
      },
      /correlated twice/,
    ],
    [
      'a correlation of 1',
      { heterogeneity: { sf2, alphaBetaGy }, correlation: [{ between: ['sf2', 'alphaBetaGy'], rho: 1 }] },
      /./,
    ],
    ['an unknown key', { heterogenity: {} }, /did you mean heterogeneity/],
    ['an unknown parameterisation', { parameterisation: 'sf2Beta' }, /./],
  ])('refuses %s', (_, spec, message) => {
    expect(messages(spec)).toMatch(message);
  });

  it('takes a law cut to its domain', () => {
    expect(
      messages({ heterogeneity: { sf2: { normal: { mean: 0.5, sd: 0.2 }, within: [0.05, 0.95] } } }),
    ).toBe('');
    expect(messages({ heterogeneity: { sf2, alphaBetaGy } })).toBe('');
  });
});

describe('a cohort', () => {
  it('knows medians and level names', () => {
    const cohort = createCohort(
      cohortSchema.parse({
        heterogeneity: { sf2: 0.5, alphaBetaGy, site: { categorical: { thigh: 0.5, arm: 0.5 } } },
      }),
    );
    expect(medianOf(cohort, 'alphaBetaGy')).toBeCloseTo(4.9, 14);
    expect(medianOf(cohort, 'sf2')).toBe(0.5);
    expect(medianOf(cohort, 'age')).toBeUndefined();
    expect(levelsOf(cohort)).toEqual({ site: ['thigh', 'arm'] });
  });
});
