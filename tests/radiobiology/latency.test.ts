import { describe, expect, it } from 'vitest';
import { controlAt, failureTimeYears, shareFailedBy } from '../../src/radiobiology/latency.ts';

const latency = { medianYears: 1.5, sigma: 0.9 };

describe('latency', () => {
  it('has shown half of the failures at its median, none at 0, all in the end', () => {
    expect(shareFailedBy(1.5, latency)).toBeCloseTo(0.5, 15);
    expect(shareFailedBy(0, latency)).toBe(0);
    expect(shareFailedBy(Infinity, latency)).toBe(1);
  });

  it('has failure times that are the quantiles of their share', () => {
    for (const u of [2 ** -54, 1e-6, 0.2, 0.5, 0.9, 1 - 1e-6]) {
      expect(shareFailedBy(failureTimeYears(u, latency), latency) / u).toBeCloseTo(1, 11);
    }
    expect(failureTimeYears(0.5, latency)).toBe(1.5);
  });
});

describe('mixture cure', () => {
  it('falls from certain control to the cured share', () => {
    let before = 1;
    for (let years = 0.01; years < 60; years *= 1.2) {
      const control = controlAt(years, 0.93, latency);
      expect(control).toBeLessThanOrEqual(before);
      expect(control).toBeGreaterThan(0.93);
      before = control;
    }
    expect(controlAt(0, 0.93, latency)).toBe(1);
    expect(controlAt(Infinity, 0.93, latency)).toBeCloseTo(0.93, 15);
  });

  it('is certain where everyone is cured, and 1 − F where no one is', () => {
    expect(controlAt(3, 1, latency)).toBe(1);
    expect(controlAt(3, 0, latency)).toBeCloseTo(1 - shareFailedBy(3, latency), 15);
  });
});
