import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoeffectiveDoseGy, isoeffectiveDoseSlope } from '../../src/evidence/isoeffective-dose.ts';
import { bed, equalFractions } from '../../src/radiobiology/linear-quadratic.ts';

const inputs = [
  fc.integer({ min: 1, max: 40 }),
  fc.double({ min: 0.5, max: 8, noNaN: true }),
  fc.integer({ min: 1, max: 40 }),
  fc.double({ min: 0.05, max: 200, noNaN: true }),
] as const;

describe('isoeffective dose', () => {
  it('has the BED of the reference', () => {
    fc.assert(
      fc.property(...inputs, (n0, d0, n, ab) => {
        const reference = equalFractions(n0, d0);
        const dose = isoeffectiveDoseGy(reference, n, ab);
        const got = bed(equalFractions(n, dose / n), ab);
        expect(Math.abs(got / bed(reference, ab) - 1)).toBeLessThan(1e-12);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('changes with α/β as its slope says', () => {
    fc.assert(
      fc.property(...inputs, (n0, d0, n, ab) => {
        const reference = equalFractions(n0, d0);
        const step = 1e-4 * ab;
        const [below, above] = [-1, 1].map((side) => isoeffectiveDoseGy(reference, n, ab + side * step));
        const slope = isoeffectiveDoseSlope(reference, n, ab);
        expect(Math.abs((above - below) / (2 * step) - slope)).toBeLessThan(1e-5 * (Math.abs(slope) + 1e-2));
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it('is the reference in its own fractions, and refuses an α/β that is none', () => {
    expect(isoeffectiveDoseGy(equalFractions(25, 2), 25, 3)).toBeCloseTo(50, 12);
    expect(() => isoeffectiveDoseGy(equalFractions(25, 2), 5, -1)).toThrow('invalid alphaBetaGy: -1');
  });
});
