import { describe, expect, it } from 'vitest';
import { estimateProportion } from '../../../src/numeric/monte-carlo.ts';
import { normalCdf } from '../../../src/numeric/normal-cdf.ts';
import { solveValue } from '../../../src/study/size/solve-value.ts';

const exact = (of: (value: number) => number) => async (value: number) => {
  const power = of(value);
  return { estimate: power, mcse: 0, exact: power };
};
const rising = (value: number): number => 1 - Math.exp(-value);

describe('a value that is solved for', () => {
  it('is the root of an exact quantity, rising or falling', async () => {
    const up = await solveValue(exact(rising), 0.8, 0.3, false);
    const down = await solveValue(
      exact((value) => rising(1 / value)),
      0.8,
      3,
      false,
    );
    expect(up).toMatchObject({ kind: 'exact' });
    // ln 5 = 1.60944 and 1/ln 5 = 0.621335, to the four digits that still reach the target
    expect(up.kind === 'exact' && up.smallest).toBe(1.61);
    expect(down.kind === 'exact' && down.smallest).toBe(0.6213);
    expect(up.kind === 'exact' && up.reached).toBeGreaterThanOrEqual(0.8);
  });

  it('is whole where only whole ones are possible', async () => {
    const found = await solveValue(
      exact((value) => value / (value + 10)),
      0.8,
      7,
      true,
    );
    expect(found).toMatchObject({ kind: 'exact', smallest: 40 });
  });

  it('keeps to the values that a scenario can have', async () => {
    const upTo1 = async (value: number) => (value < 1 ? exact(rising)(value) : undefined);
    const found = await solveValue(upTo1, 0.8, 0.5, false);
    expect(found).toEqual({
      kind: 'none',
      isCertain: false,
      reason: expect.stringMatching(/^between 0\.0\d+ and 0\.9\d+ it is 1\.\d to 6\d\.\d %$/),
    });
  });

  it('has the interval that the standard error leaves where it is simulated', async () => {
    const simulated = async (value: number) => estimateProportion(Math.round(1e4 * normalCdf(value)), 1e4);
    const found = await solveValue(simulated, 0.8, 1, false);
    if (found.kind !== 'simulated') throw new Error('not simulated');
    const error = Math.sqrt(0.16 / 1e4) / 0.28;
    expect(found.estimate).toBeCloseTo(0.8416, 2);
    expect((found.interval[1] - found.interval[0]) / (2 * 1.96 * error)).toBeCloseTo(1, 1);
    expect(found.recommended).toBe(found.interval[1]);
  });
});
