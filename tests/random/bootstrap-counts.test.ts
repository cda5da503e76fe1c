import { describe, expect, it } from 'vitest';
import { bootstrapCounts } from '../../src/random/bootstrap-counts.ts';
import { seedKey } from '../../src/random/seed-key.ts';

const key = seedKey('bootstrap');

describe('counts of a resample', () => {
  it('sum to the number of rows, whatever that is', () => {
    for (const rows of [1, 2, 17, 1000]) {
      const counts = bootstrapCounts(key, 'a', 0, rows);
      expect(counts).toHaveLength(rows);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows);
    }
  });

  it('are the same for one index and name, and others for others', () => {
    const counts = bootstrapCounts(key, 'a', 3, 50);
    expect(bootstrapCounts(key, 'a', 3, 50)).toEqual(counts);
    expect(bootstrapCounts(key, 'a', 4, 50)).not.toEqual(counts);
    expect(bootstrapCounts(key, 'b', 3, 50)).not.toEqual(counts);
  });

  it('leave out about e⁻¹ of the rows', () => {
    const rows = 10_000;
    const missing = bootstrapCounts(key, 'a', 0, rows).filter((count) => count === 0).length / rows;
    // The variance of the share of empty cells is (e⁻¹ − 2e⁻²)/n (Johnson & Kotz 1977, Urn Models, ch. 3)
    const error = Math.sqrt((Math.exp(-1) - 2 * Math.exp(-2)) / rows);
    expect(Math.abs(missing - Math.exp(-1))).toBeLessThan(4 * error);
  });
});
