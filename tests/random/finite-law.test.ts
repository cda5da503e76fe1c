import { describe, expect, it } from 'vitest';
import { finiteLaw } from '../../src/random/finite-law.ts';

describe('a finite law', () => {
  const law = finiteLaw([
    { value: 5, probability: 2 },
    { value: -1, probability: 1 },
    { value: 5, probability: 4 },
    { value: 0, probability: 0.5 },
    { value: -0, probability: 0.5 },
  ]);

  it('sorts, merges and scales', () => {
    expect(law.atoms).toEqual([
      { value: -1, probability: 0.125 },
      { value: 0, probability: 0.125 },
      { value: 5, probability: 0.75 },
    ]);
  });

  it('steps at its values', () => {
    expect([-2, -1, -0.5, 0, 4.9, 5, 6].map((x) => law.cdf(x))).toEqual([0, 0.125, 0.125, 0.25, 0.25, 1, 1]);
    expect([-2, -1, -0.5, 0, 4.9, 5, 6].map((x) => law.survival(x))).toEqual([
      1, 0.875, 0.875, 0.75, 0.75, 0, 0,
    ]);
    expect([0.01, 0.125, 0.126, 0.25, 0.251, 1].map((u) => law.quantile(u))).toEqual([-1, -1, 0, 0, 5, 5]);
  });

  it('reaches an improbable value at the ends, where a range is looked up', () => {
    const rare = finiteLaw([
      { value: -9, probability: 1e-30 },
      { value: 1, probability: 1 },
      { value: 9, probability: 1e-30 },
    ]);
    expect([-8.5, -8.4, 0, 8.2, 8.5].map((z) => rare.atNormalScore(z))).toEqual([-9, 1, 1, 1, 9]);
    expect(rare.survival(1)).toBe(1e-30);
  });

  it('has a last value for every uniform, whatever the rounding of the sum', () => {
    const tenths = finiteLaw(Array.from({ length: 10 }, (_, value) => ({ value, probability: 0.1 })));
    expect(tenths.quantile(1 - 2 ** -53)).toBe(9);
    expect([tenths.cdf(9), tenths.cdf(8), tenths.survival(9)]).toEqual([1, expect.closeTo(0.9, 14), 0]);
  });
});
