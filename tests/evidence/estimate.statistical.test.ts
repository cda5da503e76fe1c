import { describe, expect, it } from 'vitest';
import { effectContrasts } from '../../src/evidence/effect-contrasts.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { fillUniforms, purpose } from '../../src/random/stream.ts';
import { type DoseContrasts, solveDoseCoefficients } from '../../src/trial/alpha-beta/dose-coefficients.ts';
import { contains, deltaInterval, fiellerSet, ratioDeviance } from '../../src/trial/alpha-beta/ratio-sets.ts';
import { wrongSign } from '../../src/trial/alpha-beta/wrong-sign.ts';
import { effectsOf } from '../fixtures/shipped-effects.ts';

const Z = 1.959963984540054;
const DRAWS = 100_000;
/** A score beyond ±5.5 has probability 4e-8: with the twenty checks below, a false alarm has less than 1e-6. */
const SCORE = 5.5;

const key = seedKey('estimate');

/** Standard normals by Box and Muller, so that the quantile of the code under test is not needed. */
function normals(name: string): [Float64Array, Float64Array] {
  const [u, v] = ['u', 'v'].map((part) => {
    const out = new Float64Array(DRAWS);
    fillUniforms(key, { world: 0, replicate: 0, purpose: purpose(`${name}/${part}`) }, out, DRAWS);
    return out;
  });
  const radius = u.map((x) => Math.sqrt(-2 * Math.log(x)));
  return [
    radius.map((r, i) => r * Math.cos(2 * Math.PI * v[i])),
    radius.map((r, i) => r * Math.sin(2 * Math.PI * v[i])),
  ];
}

/** Score of a count against its probability. */
const score = (count: number, probability: number): number =>
  (count - DRAWS * probability) / Math.sqrt(DRAWS * probability * (1 - probability));

/**
 * Coverage of the delta interval at the estimates as truth, probability of an unbounded set and of wrong signs (g1, g2,
 * slope): by numerical integration of the bivariate normal in SciPy, without the code under test.
 */
const expected = {
  fast: { delta: 0.93713, unbounded: 0.543123, signs: [0.083115, 0.03205, 0.05888] },
  'fast-forward-late': { delta: 0.94247, unbounded: 0.030553, signs: [0.006225, 0.0000634, 0.000943] },
  'fast-forward-relapse': { delta: 0.86211, unbounded: 0.875981, signs: [0.864458, 0.785284, 0.835788] },
  chhip: { delta: 0.98185, unbounded: 0.214184, signs: [0.00263, 0.002962, 0.002299] },
};

describe.each(Object.entries(expected))('repeats of %s with its estimates as truth', (name, reference) => {
  const effects = effectsOf(name);
  const contrasts = effectContrasts(effects);
  const truth = solveDoseCoefficients(contrasts);
  const ratio = truth.perGy / truth.perGy2;
  const [first, second] = normals(name);
  const [[v11, v12], [, v22]] = contrasts.covariance;
  const repeats = Array.from(first, (z1, i) => {
    const observed = [
      contrasts.observed[0] + Math.sqrt(v11) * z1,
      contrasts.observed[1] + (v12 / Math.sqrt(v11)) * z1 + Math.sqrt(v22 - (v12 * v12) / v11) * second[i],
    ];
    return solveDoseCoefficients({ ...contrasts, observed });
  });
  const count = (holds: (repeat: (typeof repeats)[number]) => boolean): number =>
    repeats.filter(holds).length;

  it('the Fieller set covers the truth in 95 %, whatever its kind', () => {
    expect(
      Math.abs(
        score(
          count((c) => contains(fiellerSet(c, Z), ratio)),
          0.95,
        ),
      ),
    ).toBeLessThan(SCORE);
  });

  it('the delta interval covers it as often as integration says, which is not 95 %', () => {
    const covered = count((c) => {
      const { low, high } = deltaInterval(c, Z);
      return low <= ratio && ratio <= high;
    });
    expect(Math.abs(score(covered, reference.delta))).toBeLessThan(SCORE);
  });

  it('the set is unbounded as often as the closed form says', () => {
    const { unboundedProbability } = wrongSign(truth, effects.event, Z);
    expect(unboundedProbability).toBeCloseTo(reference.unbounded, 5);
    const unbounded = count((c) => fiellerSet(c, Z).kind !== 'interval');
    expect(Math.abs(score(unbounded, unboundedProbability))).toBeLessThan(SCORE);
  });

  it('the probabilities of wrong signs are those of the normal law', () => {
    const { perGy, perGy2, slopePerGyEqd2, expected: sign } = wrongSign(truth, effects.event, Z);
    [perGy, perGy2, slopePerGyEqd2].forEach(({ probability }, i) => {
      expect(probability).toBeCloseTo(reference.signs[i], 5);
    });
    // What a flat prior says of the truth is what repeats about the estimate say
    const wrong = count((c) => sign * (c.perGy + 2 * c.perGy2) <= 0);
    expect(Math.abs(score(wrong, slopePerGyEqd2.probability))).toBeLessThan(SCORE);
  });
});

describe('double programming: the likelihood profile', () => {
  /** −2 ln likelihood of log ratios under g1 = r·g2, the covariance inverted by hand, minimised over g2 by golden section. */
  function profile({ rows, observed, covariance }: DoseContrasts, ratio: number): number {
    const [[a, b], [, d]] = covariance;
    const determinant = a * d - b * b;
    const deviance = (g2: number): number => {
      const [e1, e2] = rows.map(([x, y], i) => observed[i] - g2 * (ratio * x + y));
      return (d * e1 * e1 - 2 * b * e1 * e2 + a * e2 * e2) / determinant;
    };
    const golden = (Math.sqrt(5) - 1) / 2;
    let [low, high] = [-1, 1];
    for (let step = 0; step < 100; step++) {
      const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
      if (deviance(left) < deviance(right)) high = right;
      else low = left;
    }
    return deviance((low + high) / 2);
  }

  it.each(Object.keys(expected))('%s: its deviance is that of the closed form', (name) => {
    const contrasts = effectContrasts(effectsOf(name));
    const coefficients = solveDoseCoefficients(contrasts);
    for (const ratio of [-5, -1, 0.3, 1, 1.7, 2.5, 3.6, 4, 8, 16, 40]) {
      expect(profile(contrasts, ratio)).toBeCloseTo(ratioDeviance(coefficients, ratio), 8);
    }
  });

  it.each(Object.keys(expected))(
    '%s: it crosses z² at the ends of the Fieller set and nowhere else',
    (name) => {
      const contrasts = effectContrasts(effectsOf(name));
      const set = fiellerSet(solveDoseCoefficients(contrasts), Z);
      const isRefused = (ratio: number): boolean => profile(contrasts, ratio) > Z * Z;
      const crossings: number[] = [];
      for (let ratio = -30; ratio < 30; ratio += 0.05) {
        let [low, high] = [ratio, ratio + 0.05];
        if (isRefused(low) === isRefused(high)) continue;
        for (let step = 0; step < 40; step++) {
          const middle = (low + high) / 2;
          if (isRefused(middle) === isRefused(low)) low = middle;
          else high = middle;
        }
        crossings.push((low + high) / 2);
      }
      const ends = [set.low, set.high].filter((end) => end !== null);
      expect(crossings).toHaveLength(ends.length);
      crossings.forEach((crossing, i) => {
        expect(crossing).toBeCloseTo(ends[i], 5);
      });
    },
  );
});
