import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/numeric/normal-quantile.ts';
import { createLaw } from '../../src/random/distribution-schema.ts';

const PROBABILITIES = [1e-9, 0.01, 0.3, 0.5, 0.9, 1 - 1e-6];

describe('quantiles of scipy', () => {
  it.each([
    [
      { weibull: { shape: 1.5, scale: 2 } },
      [
        2.000000000666668e-6, 0.09314303369403937, 1.005877429831437, 1.5664395375493028, 3.4874430271928234,
        11.515283160439568,
      ],
    ],
    [
      { exponential: { mean: 2.5 } },
      [
        2.50000000125e-9, 0.025125839633753606, 0.8916873598468311, 1.7328679513998633, 5.756462732485115,
        34.53877639483879,
      ],
    ],
    [
      { triangular: { min: 1, mode: 2, max: 5 } },
      [1.0000632455532035, 1.2, 2.1017246507621126, 2.550510257216822, 3.904554884989668, 4.9965358983848125],
    ],
    [
      { logUniform: { min: 0.5, max: 20 } },
      [
        0.5000000018444397, 0.5187888150628879, 1.5121260726661092, 3.1622776601683795, 13.830057843624783,
        19.99992622254699,
      ],
    ],
    [
      { logitNormal: { median: 0.35, sigma: 0.4 } },
      [
        0.04661208545861343, 0.1751471747078041, 0.30389898770887386, 0.35, 0.473420433995895,
        0.7828462205163517,
      ],
    ],
    [
      { studentT: { degreesOfFreedom: 10, location: 0.2, scale: 0.14 } },
      [
        -2.6202576873343597, -0.18692772413577746, 0.12418607457429784, 0.2, 0.3921057097554471,
        1.5652793687273798,
      ],
    ],
  ])('%j', (spec, quantiles) => {
    const law = createLaw(spec);
    // The table of Student's t is good to 1e-7; the others are closed forms, up to the rounding of 1 − 1e-6
    const bound = 'studentT' in spec ? 1e-7 : 1e-10;
    PROBABILITIES.forEach((probability, i) => {
      expect(Math.abs(law.quantile(probability) / quantiles[i] - 1)).toBeLessThan(bound);
      expect(Math.abs(law.atNormalScore(normalQuantile(probability)) / quantiles[i] - 1)).toBeLessThan(bound);
      // The reference itself is rounded
      const rounding = 4 * Number.EPSILON;
      expect(Math.abs(law.cdf(quantiles[i]) - probability)).toBeLessThan(1e-11 * probability + rounding);
    });
  });

  it('binomial of size 25 and probability 0.02: scipy’s probabilities', () => {
    const { atoms } = createLaw({ binomial: { size: 25, probability: 0.02 } });
    [
      0.6034647297788971, 0.3078901682545395, 0.07540167385825448, 0.0117975408077541, 0.0013242137641356667,
    ].forEach((probability, count) => {
      expect(atoms![count].value).toBe(count);
      expect(atoms![count].probability / probability).toBeCloseTo(1, 12);
    });
  });
});
