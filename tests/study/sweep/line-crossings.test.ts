import { describe, expect, it } from 'vitest';
import { intervalsOf, type Signal, turnsOf } from '../../../src/study/sweep/line-crossings.ts';

const signal = (values: number[], more: Partial<Signal> = {}): Signal => ({
  x: values.map((_, i) => i),
  values,
  errors: values.map(() => 0),
  holdsAtZero: false,
  isLog: false,
  ...more,
});
const crossings = (given: Signal) => turnsOf(given).turns.map(({ interpolated }) => interpolated);

describe('turnsOf', () => {
  it('interpolates between neighbours', () => {
    expect(crossings(signal([3, 1, -1, -5]))).toEqual([{ at: 1.5, isExact: false, standardError: 0 }]);
    expect(crossings(signal([1, 3, -1, -2, 2])).map(({ at }) => at)).toEqual([1.75, 3.5]);
  });

  it('takes 0 for a slack that does not hold, and for a target that is reached', () => {
    expect(turnsOf(signal([0, -1]))).toEqual({ turns: [], holdsFirst: false });
    expect(crossings(signal([1, 0, -1])).map(({ at }) => at)).toEqual([1]);
    expect(crossings(signal([1, 0, -1], { holdsAtZero: true })).map(({ at }) => at)).toEqual([1]);
  });

  it('gives the error of a value over the slope', () => {
    const [{ at, standardError }] = crossings(signal([2, -2], { x: [10, 30], errors: [0.5, 0.7] }));
    expect(at).toBe(20);
    // Error 0.6 half way, slope 4/20
    expect(standardError).toBeCloseTo(3, 12);
  });

  it('interpolates on the logarithm where the values rise by ratios', () => {
    const given = signal([1, -1], { x: [2, 8], errors: [0.1, 0.1], isLog: true });
    const [{ at, standardError }] = crossings(given);
    expect(at).toBeCloseTo(4, 12);
    expect(standardError).toBeCloseTo(4 * 0.1 * (Math.log(4) / 2), 12);
  });

  it('passes over what falls back by chance, and keeps what does not', () => {
    const noisy = [0.5, 0.1, -0.02, 0.01, -0.3];
    const errors = noisy.map(() => 0.02);
    expect(crossings(signal(noisy, { errors }))).toHaveLength(1);
    expect(crossings(signal(noisy, { errors: noisy.map(() => 0.001) }))).toHaveLength(3);
  });
});

describe('intervalsOf', () => {
  const at = (value: number) => ({ at: value, isExact: true, standardError: 0 });

  it('says where a signal holds', () => {
    expect(intervalsOf([at(4)], true)).toEqual([[null, 4]]);
    expect(intervalsOf([at(4)], false)).toEqual([[4, null]]);
    expect(intervalsOf([at(2), at(4)], false)).toEqual([[2, 4]]);
    expect(intervalsOf([at(2), at(4)], true)).toEqual([
      [null, 2],
      [4, null],
    ]);
    expect(intervalsOf([], true)).toEqual([[null, null]]);
    expect(intervalsOf([], false)).toEqual([]);
  });
});
