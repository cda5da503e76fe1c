import { describe, expect, it } from 'vitest';
import { createCohort } from '../../src/cohort/cohort.ts';
import { cohortSchema } from '../../src/cohort/cohort-schema.ts';
import { createPatientSampler } from '../../src/cohort/patients.ts';
import {
  hasQuadrature,
  levelFits,
  needsRefinement,
  type Population,
  quadraturePopulation,
  referencePopulation,
} from '../../src/cohort/population.ts';
import type { Columns } from '../../src/radiobiology/endpoint-model.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { samplePatients } from '../fixtures/sample-patients.ts';

type Row = Record<string, number>;
const cohortOf = (heterogeneity: object, correlation: object[] = []) =>
  createCohort(cohortSchema.parse({ heterogeneity, correlation }));

const wide = {
  sf2: { logLogNormal: { median: 0.52, sigma: 0.459 } },
  alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.6 }, within: [0.5, 40] },
  lowerLimb: { bernoulli: 0.6 },
  site: { categorical: { thigh: 0.5, buttock: 0.2, arm: 0.3 } },
  tumourSizeCm: { logNormal: { median: 9, sigma: 0.5 } },
  ageYears: { normal: { mean: 62, sd: 14 } },
  daysToSurgery: 35,
};
const related = [{ between: ['sf2', 'alphaBetaGy'], rho: 0.5 }];

/** Calls `visit` with each row of some columns; the row object is reused. */
function eachRow(columns: Columns, count: number, visit: (row: Row, i: number) => void): void {
  const row: Row = {};
  const names = Object.keys(columns);
  for (let i = 0; i < count; i++) {
    for (const name of names) row[name] = columns[name][i];
    visit(row, i);
  }
}

const mean = ({ columns, weights, count }: Population, f: (row: Row) => number): number => {
  let sum = 0;
  eachRow(columns, count, (row, i) => {
    sum += weights[i] * f(row);
  });
  return sum;
};

/** Mean and standard error over sampled patients. */
function sampled(cohort: ReturnType<typeof cohortOf>, reads: string[], f: (row: Row) => number) {
  const SIZE = 60_000;
  const sampler = createPatientSampler(cohort, reads, 0, SIZE);
  samplePatients(sampler, seedKey('population'), 0, 0, SIZE);
  const values = new Float64Array(SIZE);
  eachRow(sampler.columns, SIZE, (row, i) => {
    values[i] = f(row);
  });
  const average = values.reduce((sum, x) => sum + x, 0) / SIZE;
  const variance = values.reduce((sum, x) => sum + (x - average) ** 2, 0) / (SIZE - 1);
  return { average, error: Math.sqrt(variance / SIZE) };
}

/** An effect that depends on both, steeply. */
const controlled = ({ alphaPerGy, alphaBetaGy }: Row): number =>
  Math.exp(-Math.exp(9 - alphaPerGy * (30 + 180 / alphaBetaGy)));

describe('the population by quadrature', () => {
  it('has weights that sum to 1', () => {
    const { weights, count, exact } = quadraturePopulation(
      cohortOf(wide),
      ['alphaPerGy', 'lowerLimb', 'site'],
      2,
    );
    expect(exact).toBe(true);
    expect(weights).toHaveLength(count);
    expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
  });

  it.each([
    ['independent', []],
    ['correlated', related],
  ])('has the mean of sampled patients, %s', (_, correlation) => {
    const cohort = cohortOf(wide, correlation);
    const { average, error } = sampled(cohort, ['alphaPerGy', 'alphaBetaGy'], controlled);
    const coarse = mean(quadraturePopulation(cohort, ['alphaPerGy', 'alphaBetaGy'], 3), controlled);
    const fine = mean(quadraturePopulation(cohort, ['alphaPerGy', 'alphaBetaGy'], 4), controlled);
    expect(Math.abs(fine - coarse)).toBeLessThan(1e-7);
    expect(Math.abs(fine - average) / error).toBeLessThan(6);
  });

  it('sees the correlation', () => {
    const reads = ['alphaPerGy', 'alphaBetaGy'];
    const [apart, together] = [cohortOf(wide), cohortOf(wide, related)].map((cohort) =>
      mean(quadraturePopulation(cohort, reads, 3), controlled),
    );
    expect(Math.abs(together - apart)).toBeGreaterThan(1e-3);
  });

  it('has the closed-form mean of a truncated log-normal', () => {
    const cohort = cohortOf(wide);
    const found = mean(quadraturePopulation(cohort, ['alphaBetaGy'], 5), ({ alphaBetaGy }) => alphaBetaGy);
    // E[X | a < X < b] of a log-normal; Φ by a plain Simpson rule of the density
    const phi = (z: number): number => {
      const n = 2000;
      let sum = 0;
      for (let i = 0; i <= n; i++) {
        const x = -9 + ((z + 9) * i) / n;
        sum += (i === 0 || i === n ? 1 : i % 2 ? 4 : 2) * Math.exp(-0.5 * x * x);
      }
      return (sum * (z + 9)) / (3 * n) / Math.sqrt(2 * Math.PI);
    };
    const [a, b] = [0.5, 40].map((x) => Math.log(x / 4.9) / 0.6);
    const exact = (4.9 * Math.exp(0.18) * (phi(b - 0.6) - phi(a - 0.6))) / (phi(b) - phi(a));
    expect(found / exact).toBeCloseTo(1, 8);
  });

  it('enumerates finite characteristics', () => {
    const cohort = cohortOf(wide);
    const population = quadraturePopulation(cohort, ['lowerLimb', 'site'], 1);
    expect(population.count).toBe(6);
    const { columns, weights } = population;
    const cells = Array.from(
      weights,
      (weight, i) => [columns.lowerLimb[i], columns.site[i], weight] as const,
    );
    for (const [limb, limbShare] of [
      [0, 0.4],
      [1, 0.6],
    ]) {
      [0.5, 0.2, 0.3].forEach((siteShare, site) => {
        const cell = cells.find(([l, s]) => l === limb && s === site)!;
        expect(cell[2]).toBeCloseTo(limbShare * siteShare, 15);
      });
    }
    expect(needsRefinement(cohort, ['lowerLimb', 'site'])).toBe(false);
    expect(needsRefinement(cohort, ['lowerLimb', 'sf2'])).toBe(true);
  });

  it('holds fixed characteristics fixed, and is one patient where nothing varies', () => {
    const cohort = cohortOf({ sf2: 0.52, alphaBetaGy: 4.9, daysToSurgery: 35 });
    const reads = ['alphaPerGy', 'alphaBetaGy', 'daysToSurgery'];
    const { columns, weights, count } = quadraturePopulation(cohort, reads, 4);
    expect([count, ...weights]).toEqual([1, 1]);
    expect(columns.alphaPerGy[0]).toBeCloseTo(0.23219128190526472, 14);
    expect([...columns.daysToSurgery]).toEqual([35]);
  });

  it('integrates what a characteristic is correlated with, though no model reads it', () => {
    const cohort = cohortOf({ sf2: wide.sf2, tumourSizeCm: wide.tumourSizeCm }, [
      { between: ['sf2', 'tumourSizeCm'], rho: 0.8 },
    ]);
    const { columns, weights, count } = quadraturePopulation(cohort, ['tumourSizeCm'], 3);
    const logMean = columns.tumourSizeCm.reduce((sum, x, i) => sum + weights[i] * Math.log(x / 9), 0);
    const logSquare = columns.tumourSizeCm.reduce((sum, x, i) => sum + weights[i] * Math.log(x / 9) ** 2, 0);
    expect(count).toBe(137 ** 2);
    expect(logMean).toBeCloseTo(0, 12);
    expect(logSquare).toBeCloseTo(0.25, 10);
  });

  it('holds mixed scores to what the laws were checked for: no value leaves its domain', () => {
    const cohort = cohortOf({ alphaBetaGy: wide.alphaBetaGy, sf2: { normal: { mean: 0.52, sd: 0.055 } } }, [
      { between: ['alphaBetaGy', 'sf2'], rho: 0.7 },
    ]);
    const { columns } = quadraturePopulation(cohort, ['alphaPerGy', 'alphaBetaGy'], 2);
    expect(columns.sf2.every((x) => x > 0 && x < 1)).toBe(true);
    expect(columns.alphaPerGy.every((x) => Number.isFinite(x) && x > 0)).toBe(true);
  });

  it('is offered for at most three continuous characteristics, finite ones independent of all', () => {
    const cohort = cohortOf(wide, related);
    expect(hasQuadrature(cohort, ['alphaPerGy', 'alphaBetaGy', 'tumourSizeCm', 'lowerLimb', 'site'])).toBe(
      true,
    );
    expect(hasQuadrature(cohort, ['alphaPerGy', 'alphaBetaGy', 'tumourSizeCm', 'ageYears'])).toBe(false);
    const mixed = cohortOf(wide, [{ between: ['lowerLimb', 'tumourSizeCm'], rho: 0.3 }]);
    expect(hasQuadrature(mixed, ['lowerLimb'])).toBe(false);
    expect(hasQuadrature(mixed, ['ageYears', 'site'])).toBe(true);
    expect(levelFits(cohort, ['alphaPerGy', 'tumourSizeCm'], 3)).toBe(true);
    expect(levelFits(cohort, ['alphaPerGy', 'tumourSizeCm'], 4)).toBe(false);
  });
});

describe('the reference population', () => {
  const reads = ['alphaPerGy', 'alphaBetaGy', 'lowerLimb', 'site', 'tumourSizeCm', 'ageYears'];

  it('is not exact, the same each time, and has equal weights', () => {
    const cohort = cohortOf(wide, related);
    const [once, again] = [referencePopulation(cohort, reads), referencePopulation(cohort, reads)];
    expect(once.exact).toBe(false);
    expect(once).toEqual(again);
    expect(once.weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
  });

  it('comes near the quadrature where there is one, and nearer than a random sample would', () => {
    const cohort = cohortOf(wide, related);
    const exact = mean(quadraturePopulation(cohort, ['alphaPerGy', 'alphaBetaGy'], 4), controlled);
    const { error } = sampled(cohort, ['alphaPerGy', 'alphaBetaGy'], controlled);
    expect(Math.abs(mean(referencePopulation(cohort, reads), controlled) - exact)).toBeLessThan(error);
  });

  it('has the shares of finite characteristics and the mixed laws', () => {
    const cohort = cohortOf(wide, [{ between: ['lowerLimb', 'tumourSizeCm'], rho: 0.6 }]);
    const population = referencePopulation(cohort, ['lowerLimb', 'tumourSizeCm']);
    expect(mean(population, ({ lowerLimb }) => lowerLimb)).toBeCloseTo(0.6, 3);
    expect(mean(population, ({ tumourSizeCm }) => Math.log(tumourSizeCm / 9))).toBeCloseTo(0, 2);
    const { average, error } = sampled(
      cohort,
      ['lowerLimb', 'tumourSizeCm'],
      (row) => row.lowerLimb * row.tumourSizeCm,
    );
    const found = mean(population, (row) => row.lowerLimb * row.tumourSizeCm);
    expect(Math.abs(found - average) / error).toBeLessThan(6);
    // Under independence it would be 0.6·E[size] = 6.1
    expect(found).toBeGreaterThan(6.6);
  });
});
