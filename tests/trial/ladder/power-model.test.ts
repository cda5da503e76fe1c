import { describe, expect, it } from 'vitest';
import { gaussLegendre } from '../../../src/numeric/gauss-legendre.ts';
import { ladderState } from '../../../src/trial/ladder/ladder-state.ts';
import { powerModel } from '../../../src/trial/ladder/power-model.ts';

interface Patient {
  readonly level: number;
  readonly isToxic: boolean;
  readonly followed: number;
}

const patient = (level: number, isToxic: boolean, followed = 1): Patient => ({ level, isToxic, followed });

/** Posterior mean and variance by Gauss–Legendre on many pieces, patient by patient. */
function naive(skeleton: readonly number[], variance: number, patients: readonly Patient[]) {
  const { nodes, weights } = gaussLegendre(12);
  const reach = 9 * Math.sqrt(variance);
  const pieces = 600;
  const half = reach / pieces;
  const logOf = (b: number): number =>
    patients.reduce(
      (sum, { level, isToxic, followed }) => {
        const log = Math.exp(b) * Math.log(skeleton[level]);
        return sum + (isToxic ? log : Math.log(1 - followed - followed * Math.expm1(log)));
      },
      -(b * b) / (2 * variance),
    );
  const points = Array.from({ length: pieces }, (_, piece) => -reach + (2 * piece + 1) * half).flatMap(
    (middle) => Array.from(nodes, (x, i) => ({ b: middle + half * x, weight: weights[i] })),
  );
  const logs = points.map(({ b }) => logOf(b));
  const most = logs.reduce((x, y) => Math.max(x, y), -Infinity);
  let [all, first, second] = [0, 0, 0];
  points.forEach(({ b, weight }, i) => {
    const share = weight * Math.exp(logs[i] - most);
    all += share;
    first += share * b;
    second += share * b * b;
  });
  return { mean: first / all, variance: second / all - (first / all) * (first / all) };
}

const skeleton = [0.05, 0.12, 0.25, 0.4];
const many = (level: number, toxic: number, free: number): Patient[] => [
  ...Array.from({ length: toxic }, () => patient(level, true)),
  ...Array.from({ length: free }, () => patient(level, false)),
];
const cases: Record<string, { variance: number; patients: Patient[] }> = {
  'nobody toxic': { variance: 1.34, patients: many(0, 0, 3) },
  'everybody toxic at the lowest level': { variance: 1.34, patients: many(0, 6, 0) },
  'some watched in part': {
    variance: 1.34,
    patients: [patient(0, false), patient(1, true, 0.2), patient(1, false, 0.5), patient(2, false, 0)],
  },
  'a wide prior': { variance: 25, patients: [...many(1, 1, 5), ...many(2, 2, 4)] },
  'a narrow prior': { variance: 0.01, patients: many(3, 3, 3) },
  'a posterior much narrower than the prior': {
    variance: 100,
    patients: [...many(1, 6, 34), ...many(2, 11, 29)],
  },
};

describe('powerModel', () => {
  it.each(Object.entries(cases))('integrates to 1e-8: %s', (_, { variance, patients }) => {
    const found = powerModel(skeleton, variance).posterior(ladderState(4, patients, 1));
    const expected = naive(skeleton, variance, patients);
    expect(Math.abs(found.mean - expected.mean)).toBeLessThan(1e-8);
    expect(Math.abs(found.variance - expected.variance)).toBeLessThan(1e-8);
  });

  it('gives the skeleton back before the first patient', () => {
    const { mean, variance, rates } = powerModel(skeleton, 1.34).posterior(ladderState(4, [], 1));
    expect(mean).toBeCloseTo(0, 12);
    expect(variance).toBeCloseTo(1.34, 10);
    rates.forEach((rate, level) => {
      expect(rate).toBeCloseTo(skeleton[level], 12);
    });
  });

  it('counts a patient the more, the longer they are watched', () => {
    const model = powerModel(skeleton, 1.34);
    const rateAt = (followed: number): number =>
      model.posterior(ladderState(4, [patient(2, false, followed)], 1)).rates[2];
    const rates = [0, 0.25, 0.5, 0.99, 1].map(rateAt);
    expect(rates[0]).toBeCloseTo(0.25, 12);
    for (let i = 1; i < rates.length; i++) expect(rates[i]).toBeLessThan(rates[i - 1]);
  });

  it('keeps its rates rising within 0 and 1 in the extreme', () => {
    const { rates } = powerModel([0.001, 0.5, 0.999], 100).posterior(ladderState(3, many(0, 500, 500), 1));
    expect(rates[0]).toBeCloseTo(0.5, 2);
    expect(rates[1]).toBeGreaterThan(rates[0]);
    expect(rates[2]).toBeLessThanOrEqual(1);
  });
});
