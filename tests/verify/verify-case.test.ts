import { describe, expect, it } from 'vitest';
import type { CaseDefinition } from '../../src/verify/case-definition.ts';
import { verifyCase } from '../../src/verify/verify-case.ts';

const half: CaseDefinition = {
  id: 'half',
  title: 'a half',
  source: 'arithmetic',
  expected: { low: 0.5, kind: 'interval' },
  tolerance: 1e-9,
  compute: () => ({ low: 0.5 + 5e-10, kind: 'interval' }),
};
const verify = (changes: Partial<CaseDefinition>) => verifyCase({ ...half, ...changes }, 'made');

describe('a case', () => {
  it('passes within its tolerance and says everything', () => {
    expect(verify({})).toEqual({
      id: 'half',
      suite: 'made',
      title: 'a half',
      source: 'arithmetic',
      expected: { low: 0.5, kind: 'interval' },
      got: { low: 0.5 + 5e-10, kind: 'interval' },
      tolerance: { low: 1e-9, kind: 0 },
      passes: true,
      isNegativeControl: false,
    });
  });

  it.each<[string, Partial<CaseDefinition>]>([
    ['a number beyond its tolerance', { compute: () => ({ low: 0.5 + 2e-9, kind: 'interval' }) }],
    ['another word', { compute: () => ({ low: 0.5, kind: 'wholeLine' }) }],
    ['no number', { compute: () => ({ low: Number.NaN, kind: 'interval' }) }],
    ['a word for a number', { compute: () => ({ low: '0.5', kind: 'interval' }) }],
    ['a figure missing', { compute: () => ({ low: 0.5 }) }],
    ['a tolerance by name that leaves the figure out', { tolerance: { high: 1 } }],
  ])('fails on %s', (_, changes) => {
    expect(verify(changes).passes).toBe(false);
  });

  it('that breaks off fails and says why, a negative control too', () => {
    const compute = (): never => {
      throw new RangeError('invalid alphaPerGy: -0.3 (must be > 0)');
    };
    expect(verify({ compute })).toMatchObject({
      passes: false,
      got: {},
      problem: 'invalid alphaPerGy: -0.3 (must be > 0)',
    });
    expect(verify({ compute, isNegativeControl: true }).passes).toBe(false);
  });

  it('that is a negative control passes only where a figure is off', () => {
    expect(verify({ isNegativeControl: true }).passes).toBe(false);
    const off = verify({ isNegativeControl: true, compute: () => ({ low: 0.6, kind: 'interval' }) });
    expect(off).toMatchObject({ passes: true, isNegativeControl: true });
  });
});
