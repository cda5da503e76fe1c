import { describe, expect, it } from 'vitest';
import { gaussLegendre } from '../../src/numeric/gauss-legendre.ts';
import { createArmSimulator } from '../../src/outcomes/arm-simulator.ts';
import { populationRates } from '../../src/outcomes/population-rates.ts';
import { createTruth, type Truth } from '../../src/outcomes/truth.ts';
import { truthSchema } from '../../src/outcomes/truth-schema.ts';
import { shareFailedBy } from '../../src/radiobiology/latency.ts';
import { alphaFromSf2 } from '../../src/radiobiology/linear-quadratic.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { plannedArm, twoArms } from '../fixtures/planned-arm.ts';

/** Beyond ±6 standard errors: 2e-9 a look; and the seed is fixed. */
const SCORE = 6;
const logNormal = { medianYears: 1.5, sigma: 0.9 };
const promotion = { kind: 'promotionTime', logNormal };
const truthOf = (
  block: object,
  years: number,
  heterogeneity: object = { sf2: 0.6, alphaBetaGy: 4.9 },
): Truth =>
  createTruth(truthSchema.parse({ cohort: { heterogeneity }, localControl: block }), twoArms, {
    localControl: years,
  });
const ratesAt = (block: object, years: number, heterogeneity?: object): number[] =>
  populationRates(truthOf(block, years, heterogeneity)).arms.map(({ rates }) => rates[0]);

describe('promotion time', () => {
  const residual = { model: 'residualDisease', residualProbability: 0.4, maxLnClonogens: 18 };

  it.each([0.5, 1, 3, 5, 10])('at %d years averages π^F over the hidden clonogens', (years) => {
    const shown = shareFailedBy(years, logNormal);
    const { nodes, weights } = gaussLegendre(16);
    const alpha = alphaFromSf2(0.6, 4.9);
    const expected = [
      [25, 2],
      [5, 6],
    ].map(([n, d]) => {
      const effect = alpha * n * d * (1 + d / 4.9);
      const PIECES = 200;
      let mean = 0;
      for (let piece = 0; piece < PIECES; piece++)
        nodes.forEach((node, k) => {
          const u = (piece + 0.5 + 0.5 * node) / PIECES;
          // π = exp(−M e^−E), M = e^(L u)
          mean += (weights[k] * Math.exp(-shown * Math.exp(18 * u - effect))) / (2 * PIECES);
        });
      return 1 - 0.4 * (1 - mean);
    });
    const rates = ratesAt({ ...residual, latency: promotion }, years);
    rates.forEach((rate, arm) => {
      expect(rate).toBeCloseTo(expected[arm], 8);
    });
    // Not the power of the average
    const [longRun] = ratesAt(residual, years);
    if (years <= 3) expect(Math.abs(rates[0] - longRun ** shown)).toBeGreaterThan(1e-4);
  });

  it('is π^F where nothing is hidden: 0.93 at 3 years 0.945008371; a mixture cure has 0.945442101', () => {
    const d50Gy = 50 / (1 + Math.log(0.93 / 0.07) / 6);
    const block = { model: 'logistic', gamma50: 1.5, d50Gy };
    expect(ratesAt({ ...block, latency: promotion }, 3)[0]).toBeCloseTo(0.945008371, 8);
    expect(ratesAt({ ...block, latency: { logNormal } }, 3)[0]).toBeCloseTo(0.945442101, 8);
  });

  it.each([
    ['residualDisease', { model: 'residualDisease' }],
    ['poisson', { model: 'poisson' }],
    ['logistic', { model: 'logistic', gamma50: 1.5 }],
  ])('%s: an anchor is met at its time, and another time follows', (_, block) => {
    const heterogeneity = {
      sf2: { logLogNormal: { median: 0.52, sigma: 0.3 } },
      alphaBetaGy: 4.9,
    };
    const anchored = {
      ...block,
      anchor: { schedule: '25 x 2 Gy', rate: 0.9, atYears: 3 },
      latency: promotion,
    };
    expect(ratesAt(anchored, 3, heterogeneity)[0]).toBeCloseTo(0.9, 6);
    const [later] = ratesAt(anchored, 10, heterogeneity);
    const [longRun] = ratesAt(anchored, 100, heterogeneity);
    expect(later).toBeLessThan(0.9);
    expect(longRun).toBeLessThan(later);
  });

  it('is simulated so, through hidden clonogens and times of failure', () => {
    const COUNT = 100_000;
    const heterogeneity = {
      sf2: { logLogNormal: { median: 0.6, sigma: 0.3 } },
      alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.4 } },
    };
    for (const years of [1, 5]) {
      const truth = truthOf({ ...residual, latency: promotion }, years, heterogeneity);
      populationRates(truth).arms.forEach(({ rates: [rate] }, position) => {
        const simulator = createArmSimulator(truth, position, COUNT, 0, [undefined]);
        simulator.simulate(seedKey('promotion'), 0, years, COUNT);
        const controlled = simulator.outcomes.events[0].reduce((sum, x) => sum + x, 0);
        const error = Math.sqrt((rate * (1 - rate)) / COUNT);
        expect(Math.abs(controlled / COUNT - rate)).toBeLessThan(SCORE * error);
      });
    }
  });

  it('shows failures of many clonogens sooner than a mixture cure with the same F', () => {
    const hard = { model: 'poisson', clonogens: 1e9 };
    const [arm] = [plannedArm('control', '25 x 2 Gy')];
    const at = (kind: string) =>
      populationRates(
        createTruth(
          truthSchema.parse({
            cohort: { heterogeneity: { sf2: 0.5, alphaBetaGy: 4.9 } },
            localControl: { ...hard, latency: { kind, logNormal } },
          }),
          [arm],
          { localControl: 0.5 },
        ),
      ).arms[0].rates[0];
    expect(at('promotionTime')).toBeLessThan(at('mixtureCure') - 0.1);
  });
});
