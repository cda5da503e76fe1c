import { describe, expect, it } from 'vitest';
import { armCells, createTrial } from '../../src/scenario/trial.ts';
import { exactDesign } from '../../src/trial/exact-design.ts';
import { readShipped } from '../fixtures/scenario-text.ts';

const ALPHA_BETA = 'truth.cohort.heterogeneity.alphaBetaGy';

/** The experimental arm's rate of each endpoint, by schedule. */
function ratesBy(schedules: readonly string[], name: string, ...sets: string[]): number[][] {
  return schedules.map((schedule) => {
    const { scenario } = readShipped(
      name,
      'truths={}',
      'uncertainty={}',
      'simulation.worlds=0',
      `arms.experimental.schedule=${schedule}`,
      ...sets,
    );
    return [...createTrial(scenario).truth(0).rates.arms.at(-1)!.rates];
  });
}

/** Rounding of a quadrature over patients, whose nodes are not those of its neighbour. */
const ROUNDING = 1e-6;

function expectRising(values: readonly number[]): void {
  for (const value of values) {
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(1);
  }
  for (const [i, value] of values.slice(1).entries())
    expect(value).toBeGreaterThanOrEqual(values[i] - ROUNDING);
}

describe.each([0.5, 40])('at α/β %s Gy', (alphaBeta) => {
  const at = `${ALPHA_BETA}=${alphaBeta}`;

  it('more fractions never control less, nor harm less', () => {
    const schedules = [1, 2, 5, 10, 25, 50, 100].map((fractions) => `${fractions} x 1.5 Gy`);
    const rates = ratesBy(schedules, 'late-effects-5x8', at);
    for (let e = 0; e < rates[0].length; e++) expectRising(rates.map((row) => row[e]));
  });

  it('larger fractions never control less, nor harm less', () => {
    const schedules = [0.01, 0.5, 1, 2, 4, 8, 10].map((dose) => `10 x ${dose} Gy`);
    const rates = ratesBy(schedules, 'late-effects-5x8', at);
    for (let e = 0; e < rates[0].length; e++) expectRising(rates.map((row) => row[e]));
  });
});

/** Exact power of quick-start's design, with arms whose rates of control are stated. */
function powerOf(experimental: number, ...sets: string[]): number {
  const { scenario } = readShipped(
    'quick-start',
    'truths={}',
    'uncertainty={}',
    'simulation.worlds=0',
    `truth.localControl={ model: statedRates, control: 0.9, experimental: ${experimental} }`,
    ...sets,
  );
  const trial = createTrial(scenario);
  return exactDesign(trial.design, trial.matrices, armCells(trial, trial.truth(0)))!.joint;
}

describe('exact power', () => {
  it.each([1, 2, 60])('rises with the effect, with %i patients an arm', (perArm) => {
    const rates = [1e-9, 0.3, 0.6, 0.8, 0.9, 0.95, 1 - 1e-9];
    expectRising(rates.map((rate) => powerOf(rate, `design.perArm=${perArm}`)));
  });

  it('rises with the margin', () => {
    const margins = [1e-6, 0.01, 0.1, 0.2, 0.4, 0.8];
    expectRising(margins.map((margin) => powerOf(0.88, `design.nonInferiority.margin=${margin}`)));
  });

  it('rises with the patients, in steps wide enough that the teeth of an exact test do not matter', () => {
    expectRising([5, 20, 80, 320, 1280].map((perArm) => powerOf(0.9, `design.perArm=${perArm}`)));
  });
});
