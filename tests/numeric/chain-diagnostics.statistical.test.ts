import { describe, expect, it } from 'vitest';
import { summariseChains } from '../../src/numeric/chain-diagnostics.ts';
import { normalQuantile } from '../../src/numeric/normal-quantile.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { fillUniforms, purpose } from '../../src/random/stream.ts';

const LENGTH = 20_000;

/** Normal chains with autocorrelation ρ, unit variance, and a shift of each. */
function chains(rho: number, shifts: readonly number[]): Float64Array[] {
  const innovations = new Float64Array(LENGTH);
  return shifts.map((shift, replicate) => {
    fillUniforms(seedKey('diagnostics'), { world: 0, replicate, purpose: purpose('x') }, innovations, LENGTH);
    const chain = new Float64Array(LENGTH);
    let x = normalQuantile(innovations[0]);
    for (let i = 0; i < LENGTH; i++) {
      if (i > 0) x = rho * x + Math.sqrt(1 - rho * rho) * normalQuantile(innovations[i]);
      chain[i] = shift + x;
    }
    return chain;
  });
}

describe('diagnostics of chains', () => {
  // The effective size of 80,000 steps is known to a few percent: ±25 % is over five of its standard errors
  it.each([0, 0.5, 0.9])('autocorrelation %d: the effective size is n(1 − ρ)/(1 + ρ)', (rho) => {
    const { effectiveSize, rHat, mean, mcse, standardDeviation } = summariseChains(chains(rho, [0, 0, 0, 0]));
    const expected = (4 * LENGTH * (1 - rho)) / (1 + rho);
    expect(effectiveSize / expected).toBeGreaterThan(0.75);
    expect(effectiveSize / expected).toBeLessThan(1.25);
    expect(rHat).toBeLessThan(1.01);
    expect(Math.abs(mean) / mcse).toBeLessThan(5);
    // SD of an SD from n independent draws is 1/√(2n)
    expect(Math.abs(standardDeviation - 1)).toBeLessThan(5 / Math.sqrt(2 * 0.75 * expected) + 0.005);
  });

  it('chains about different means are found out', () => {
    const { rHat, effectiveSize } = summariseChains(chains(0, [0, 0, 1, 1]));
    expect(rHat).toBeGreaterThan(1.1);
    expect(effectiveSize).toBeLessThan(100);
  });

  it('a constant has no spread, and short or unequal chains are refused', () => {
    expect(summariseChains([new Float64Array(10).fill(2), new Float64Array(10).fill(2)])).toMatchObject({
      mean: 2,
      standardDeviation: 0,
      rHat: 1,
      mcse: 0,
    });
    expect(() => summariseChains([new Float64Array(4)])).toThrow('invalid chains');
    expect(() => summariseChains([new Float64Array(8), new Float64Array(9)])).toThrow('invalid chains');
  });
});
