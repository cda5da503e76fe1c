import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTimeSorter } from '../../src/trial/sort-times.ts';
import { check } from '../fixtures/check-property.ts';

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

  /** Years that fill their range, that crowd at its beginning or its end, or that tie. */
  const years = fc.oneof(
    fc.double({ min: 0, max: 5, noNaN: true }),
    fc.double({ min: 0, max: 40, noNaN: true }).map((x) => Math.exp(-x)),
    fc.double({ min: 0, max: 30, noNaN: true }).map((x) => 3 - Math.exp(-x)),
    fc.integer({ min: 0, max: 6 }),
    fc.constantFrom(0, Number.MIN_VALUE, 3, 1e300, Infinity),
  );
  const patient = fc.record({ years, status: fc.constantFrom(0, 1, 2), arm: fc.constantFrom(0, 1) });

  it('sorts whatever the spread of times as a comparison does', () => {
    const sort = createTimeSorter();
    const rank = (status: number): number => [3, 1, 2][status];
    check(
      fc.property(fc.array(patient, { maxLength: 120 }), (patients) => {
        const found = sort(
          ...columns(
            patients.map((one) => one.years),
            patients.map(({ status }) => status),
            patients.map(({ arm }) => arm),
          ),
        );
        const earlier = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
        const expected = [...patients]
          .sort((a, b) => earlier(a.years, b.years) || rank(a.status) - rank(b.status))
          .map(({ years: time, status, arm }) => [time, status, arm]);
        expect(rows(found)).toEqual(expected);
      }),
    );
  });

  it('sorts times that crowd, in either order', () => {
    const sort = createTimeSorter();
    const size = 400;
    // All but the last in one bucket: insertion alone would move each past half of them
    const crowded = Array.from({ length: size }, (_, i) => (i === 0 ? 1e6 : (size - i) / 1e6));
    const zeros = crowded.map(() => 0);
    const found = rows(sort(...columns(crowded, zeros, zeros))).map(([time]) => time);
    expect(found).toEqual([...crowded].sort((a, b) => a - b));
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
