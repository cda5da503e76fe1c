import { describe, expect, it } from 'vitest';
import { fillFailureYears } from '../../src/radiobiology/fill-failure-years.ts';
import { controlAt, type Latency, shareFailedBy } from '../../src/radiobiology/latency.ts';

const latency: Latency = { kind: 'mixtureCure', medianYears: 1.5, sigma: 0.9 };
const promotion: Latency = { ...latency, kind: 'promotionTime' };

/** The time of failure of one patient who will fail. */
function failureTimeYears(u: number, longRunControl: number, law: Latency): number {
  const years = Float64Array.of(u);
  fillFailureYears(law, Float64Array.of(longRunControl), Uint8Array.of(0), years, 1);
  return years[0];
}

describe('latency', () => {
  it('has shown half of the failures at its median, none at 0, all in the end', () => {
    expect(shareFailedBy(1.5, latency)).toBeCloseTo(0.5, 15);
    expect(shareFailedBy(0, latency)).toBe(0);
    expect(shareFailedBy(Infinity, latency)).toBe(1);
  });

  it('has failure times that are the quantiles of their share', () => {
    for (const u of [2 ** -54, 1e-6, 0.2, 0.5, 0.9, 1 - 1e-6]) {
      expect(shareFailedBy(failureTimeYears(u, 0.93, latency), latency) / u).toBeCloseTo(1, 11);
    }
    expect(failureTimeYears(0.5, 0.2, latency)).toBe(1.5);
  });
});

describe.each([latency, promotion])('control under $kind', (law) => {
  it('falls from certain control to the cured share', () => {
    let before = 1;
    for (let years = 0.01; years < 60; years *= 1.2) {
      const control = controlAt(years, 0.93, law);
      expect(control).toBeLessThanOrEqual(before);
      expect(control).toBeGreaterThan(0.93);
      before = control;
    }
    expect(controlAt(0, 0.93, law)).toBe(1);
    expect(controlAt(Infinity, 0.93, law)).toBeCloseTo(0.93, 15);
  });

  it('is certain where everyone is cured', () => {
    expect(controlAt(3, 1, law)).toBe(1);
    expect(controlAt(Infinity, 0, law)).toBe(0);
    expect(controlAt(0, 0, law)).toBe(1);
  });

  it('has failure times with the law of those who fail', () => {
    for (const pi of [0, 1e-9, 0.2, 0.93, 1 - 1e-9]) {
      for (const u of [1e-6, 0.2, 0.5, 0.9]) {
        const years = failureTimeYears(u, pi, law);
        // P(T ≤ t | failure) = (1 − LC(t))/(1 − π)
        const share = (1 - controlAt(years, pi, law)) / (1 - pi);
        if (pi > 0) expect(Math.abs(share - u)).toBeLessThan(pi > 0.99 ? 1e-6 : 1e-9);
      }
    }
  });
});

describe('the two kinds', () => {
  it('give 94.54 and 94.50 % at 3 years where 93 % are cured', () => {
    expect(controlAt(3, 0.93, latency)).toBeCloseTo(0.945442101, 9);
    expect(controlAt(3, 0.93, promotion)).toBeCloseTo(0.945008371, 9);
  });

  it('agree where nearly all are cured; else many survivors fail earlier by promotion', () => {
    expect(Math.abs(controlAt(2, 1 - 1e-6, latency) - controlAt(2, 1 - 1e-6, promotion))).toBeLessThan(1e-12);
    expect(controlAt(2, 0.05, promotion)).toBeLessThan(controlAt(2, 0.05, latency));
    expect(failureTimeYears(0.5, 0.05, promotion)).toBeLessThan(failureTimeYears(0.5, 0.05, latency));
  });
});
