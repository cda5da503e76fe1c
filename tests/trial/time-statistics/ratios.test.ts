import { describe, expect, it } from 'vitest';
import { coxEstimate, coxScore } from '../../../src/trial/time-statistics/cox-score.ts';
import { createFailureTabulator } from '../../../src/trial/time-statistics/failure-table.ts';
import { signedRatio } from '../../../src/trial/time-statistics/signed-ratio.ts';
import { solveScore } from '../../../src/trial/time-statistics/solve-score.ts';
import {
  createSubdistributionTabulator,
  subdistributionEstimate,
} from '../../../src/trial/time-statistics/subdistribution-risk.ts';
import { tiedMoments } from '../../../src/trial/time-statistics/tied-failures.ts';
import { timesOf } from '../../fixtures/random-times.ts';

const moments = (failures: number, control: number, experimental: number, ratio: number) => {
  const into = { mean: 0, variance: 0 };
  tiedMoments(failures, control, experimental, ratio, into);
  return into;
};

describe('tiedMoments', () => {
  it('is Bernoulli of one failure', () => {
    const { mean, variance } = moments(1, 10, 30, 1.5);
    expect(mean).toBeCloseTo(45 / 55, 15);
    expect(variance).toBeCloseTo((45 / 55) * (10 / 55), 15);
  });

  it('is hypergeometric at a ratio of 1, also as the limit of others', () => {
    const { mean, variance } = moments(4, 6, 9, 1);
    expect([mean, variance]).toEqual([2.4, expect.closeTo((4 * 9 * 6 * 11) / (15 * 15 * 14), 15)]);
    const near = moments(4, 6, 9, 1 + 1e-12);
    expect(near.mean).toBeCloseTo(mean, 10);
    expect(near.variance).toBeCloseTo(variance, 10);
  });

  it('is by hand of two failures among two and two', () => {
    // weights 1, 4θ, θ² of 0, 1, 2 failures; θ = 2: 1, 8, 4
    const { mean, variance } = moments(2, 2, 2, 2);
    expect(mean).toBeCloseTo(16 / 13, 14);
    expect(variance).toBeCloseTo(24 / 13 - (16 / 13) * (16 / 13), 14);
  });

  it('is certain where all fail', () => {
    const { mean, variance } = moments(7, 3, 4, 3);
    expect([mean, variance]).toEqual([4, 0]);
  });

  it('stays finite with thousands of ties', () => {
    const { mean, variance } = moments(4000, 4000, 4000, 5);
    // of odds the mean solves m² / (4000 − m)² = 5, and the variance is near m (4000 − m) / (2 · 4000)
    const expected = (4000 * Math.sqrt(5)) / (1 + Math.sqrt(5));
    expect(Math.abs(mean - expected)).toBeLessThan(1);
    expect(variance / ((expected * (4000 - expected)) / 8000)).toBeCloseTo(1, 2);
  });
});

describe('solveScore', () => {
  it.each([-9, -2, -0.1, 0, 1e-9, 0.4, 3, 12])('finds the root of a logistic score at %d', (root) => {
    const found = solveScore((ratio, into) => {
      const share = (ratio * Math.exp(-root)) / (1 + ratio * Math.exp(-root));
      into.score = 0.5 - share;
      into.information = share * (1 - share);
    });
    expect(Math.abs(found - root)).toBeLessThan(1e-14 * Math.max(1, Math.abs(root)) + 1e-14);
  });

  it('keeps to its bracket where Newton’s step would leave it', () => {
    // information far too small: each step is the longest
    const found = solveScore((ratio, into) => {
      into.score = Math.atan(0.7 - Math.log(ratio));
      into.information = 1e-3;
    });
    expect(found).toBeCloseTo(0.7, 7);
  });
});

describe('coxEstimate', () => {
  const estimate = (control: string, experimental: string) =>
    coxEstimate(createFailureTabulator()(timesOf(control, experimental)));

  it('solves a small likelihood by hand', () => {
    // 1 of control (2, 2 at risk), 2 of experimental (1, 2): U = 1 − 2θ/(2 + 2θ) − 2θ/(1 + 2θ) = 0 at 2θ² = 1
    const { estimate: found, standardError } = estimate('1 3+', '2 4+');
    expect(found).toBeCloseTo(Math.log(Math.SQRT1_2), 14);
    const ratio = Math.SQRT1_2;
    const information =
      ratio / ((1 + ratio) * (1 + ratio)) + (2 * ratio) / ((1 + 2 * ratio) * (1 + 2 * ratio));
    expect(standardError).toBeCloseTo(1 / Math.sqrt(information), 13);
  });

  it('is infinite, or none, where the data set no finite one', () => {
    expect(estimate('1 2', '3+ 4+')).toEqual({ estimate: -Infinity, standardError: Infinity });
    expect(estimate('3+ 4', '1 2')).toEqual({ estimate: Infinity, standardError: Infinity });
    expect(estimate('1+ 4', '1+ 2+')).toEqual({ estimate: Number.NaN, standardError: Infinity });
    expect(estimate('1', '1')).toEqual({ estimate: Number.NaN, standardError: Infinity });
  });

  it('has no score at its root', () => {
    const table = createFailureTabulator()(timesOf('1 1 2 3 3+ 4 5+', '1 2+ 3 3 5 6+'));
    const into = { score: 0, information: 0 };
    coxScore(table, Math.exp(coxEstimate(table).estimate), into);
    expect(Math.abs(into.score)).toBeLessThan(1e-13);
  });
});

describe('createSubdistributionTabulator', () => {
  it('keeps competing events at risk, less those whom censoring would have taken', () => {
    const { table, uncensored, atRisk } = createSubdistributionTabulator()(timesOf('1* 2+ 3 5', '2 4+ 4.5*'));
    expect(Array.from(uncensored.slice(0, table.rows))).toEqual(
      [1, 1, 5 / 6, 5 / 6, 5 / 9, 5 / 9].map((value) => expect.closeTo(value, 15)),
    );
    const control = [4, 4, 2 + 5 / 6, 1 + 5 / 6, 1 + 5 / 9, 1 + 5 / 9];
    const experimental = [3, 3, 2, 2, 1, 1];
    expect(Array.from(atRisk[0].slice(0, 6))).toEqual(control.map((value) => expect.closeTo(value, 15)));
    expect(Array.from(atRisk[1].slice(0, 6))).toEqual(experimental.map((value) => expect.closeTo(value, 15)));
  });

  it('is the Cox model without competing events and ties', () => {
    const data = timesOf('1 2 3.5 3+ 4 5+', '1.5 2+ 3.2 3.3 5 6+');
    const cox = coxEstimate(createFailureTabulator()(data));
    const { estimate, standardError } = subdistributionEstimate(createSubdistributionTabulator()(data));
    expect(estimate).toBeCloseTo(cox.estimate, 14);
    expect(standardError).toBeCloseTo(cox.standardError, 13);
  });
});

describe('signedRatio', () => {
  it('goes by the sign where there is no standard error', () => {
    expect([signedRatio(3, 2), signedRatio(1, 0), signedRatio(-1, 0)]).toEqual([1.5, Infinity, -Infinity]);
    expect([signedRatio(0, 0), signedRatio(-0, 0), signedRatio(-0, 1)]).toEqual([0, 0, 0]);
  });
});
