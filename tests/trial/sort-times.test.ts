import { describe, expect, it } from 'vitest';
import { createTimeSorter } from '../../src/trial/sort-times.ts';

const columns = (years: number[], status: number[], arm: number[]) =>
  [Float64Array.from(years), Uint8Array.from(status), Uint8Array.from(arm), years.length] as const;
const rows = ({ size, years, status, arm }: ReturnType<ReturnType<typeof createTimeSorter>>) =>
  Array.from({ length: size }, (_, i) => [years[i], status[i], arm[i]]);

describe('createTimeSorter', () => {
  it('sorts by time, then failures, competing events, censorings', () => {
    const sort = createTimeSorter();
    expect(rows(sort(...columns([3, 1, 1, 1, 0.5, 1], [1, 0, 2, 1, 0, 2], [0, 0, 1, 1, 1, 0])))).toEqual([
      [0.5, 0, 1],
      [1, 1, 1],
      [1, 2, 1],
      [1, 2, 0],
      [1, 0, 0],
      [3, 1, 0],
    ]);
  });

  it.each([0, 1, 2, 7, 8, 9, 16, 17, 100, 257])('sorts %d patients as a comparison does', (size) => {
    const sort = createTimeSorter();
    for (const modulus of [5, 1009]) {
      const patients = Array.from({ length: size }, (_, i) => ({
        years: ((i * 7919 + 13) % modulus) / 8,
        status: (i * 31) % 3,
        arm: (i * 17) % 2,
      }));
      const input = columns(
        patients.map(({ years }) => years),
        patients.map(({ status }) => status),
        patients.map(({ arm }) => arm),
      );
      const rank = (status: number): number => [3, 1, 2][status];
      const expected = [...patients]
        .sort((a, b) => a.years - b.years || rank(a.status) - rank(b.status))
        .map(({ years, status, arm }) => [years, status, arm]);
      expect(rows(sort(...input))).toEqual(expected);
      expect(rows(sort(...input))).toEqual(expected);
    }
  });

  it('uses a smaller trial’s patients alone after a larger one', () => {
    const sort = createTimeSorter();
    sort(...columns([5, 4, 3, 2, 1], [1, 1, 1, 1, 1], [0, 1, 0, 1, 0]));
    expect(rows(sort(...columns([2, 1], [0, 1], [1, 0])))).toEqual([
      [1, 1, 0],
      [2, 0, 1],
    ]);
  });
});
