import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addScaled } from '../../../src/numeric/columns/add-scaled.ts';
import { createBlockColumns } from '../../../src/numeric/columns/block-columns.ts';
import { addressOf, BLOCK } from '../../../src/numeric/columns/column-kernels.ts';
import { toExponentials, toProbabilities } from '../../../src/numeric/columns/exponentials.ts';
import { fillBelow } from '../../../src/numeric/columns/fill-below.ts';
import { toIndicators } from '../../../src/numeric/columns/indicators.ts';
import { toLogarithms } from '../../../src/numeric/columns/logarithms.ts';
import { toNormalScores } from '../../../src/numeric/columns/normal-scores.ts';
import { expit } from '../../../src/numeric/logit.ts';
import { normalQuantile } from '../../../src/numeric/normal-quantile.ts';
import { tabulatedE1OfExp, toE1Differences } from '../../../src/numeric/tabulated-e1-of-exp.ts';
import { check } from '../../fixtures/check-property.ts';

type Change = (column: Float64Array, count: number) => void;

/** Holds a function of columns against the plain one, bit by bit: in the kernels' memory, and outside it over blocks. */
function expectSameBits(change: Change, plain: (x: number) => number, values: readonly number[]): void {
  const expected = values.map(plain);
  const outside = Float64Array.from(values);
  change(outside, values.length);
  expect([...outside]).toEqual(expected);
  const inside = createBlockColumns()();
  for (let from = 0; from < values.length; from += BLOCK) {
    const part = values.slice(from, from + BLOCK);
    inside.set(part);
    change(inside, part.length);
    expect([...inside.subarray(0, part.length)]).toEqual(expected.slice(from, from + BLOCK));
  }
}

const reals = (low: number, high: number) =>
  fc.array(fc.double({ min: low, max: high, noNaN: true }), { minLength: 1, maxLength: 40 });
/** Uniforms far into both tails. */
const probabilities = fc.array(
  fc.oneof(
    fc.double({ min: 2 ** -54, max: 1 - 2 ** -53, noNaN: true }),
    fc.integer({ min: 1, max: 54 }).map((bits) => 2 ** -bits),
    fc.integer({ min: 1, max: 53 }).map((bits) => 1 - 2 ** -bits),
  ),
  { minLength: 1, maxLength: 40 },
);
/** Where fdlibm's exp branches: next to ln 2/2 and 3·ln 2/2, 2⁻²⁸, 1, and beyond what a double holds. */
const edges = [
  0,
  -0,
  1,
  -1,
  0.34657359027997264,
  -0.34657359027997264,
  0.3465735,
  0.34657367,
  1.0397207708399179,
  1.03972,
  2 ** -28,
  -(2 ** -28),
  2 ** -29,
  1e-300,
  5e-324,
  700,
  704,
  704.1,
  709.78,
  709.79,
  745,
  -704.1,
  -708.4,
  -745.13,
  -746,
  Infinity,
  -Infinity,
  Number.NaN,
];

describe('functions of columns give every bit of the plain ones', () => {
  it('exp', () => {
    expectSameBits((column, count) => toExponentials(column, count), Math.exp, edges);
    check(
      fc.property(fc.oneof(reals(-800, 800), reals(-2, 2), reals(-1e-7, 1e-7)), (values) =>
        expectSameBits((column, count) => toExponentials(column, count), Math.exp, values),
      ),
    );
    check(
      fc.property(reals(-5, 5), fc.double({ min: -3, max: 3, noNaN: true }), (values, scale) =>
        expectSameBits(
          (column, count) => toExponentials(column, count, 1.5, scale),
          (x) => Math.exp(1.5 + scale * x),
          values,
        ),
      ),
    );
  });

  it('the logistic function', () => {
    expectSameBits(toProbabilities, expit, edges);
    check(fc.property(reals(-50, 50), (values) => expectSameBits(toProbabilities, expit, values)));
  });

  it('ln', () => {
    expectSameBits(toLogarithms, Math.log, [
      1,
      1 + 2 ** -52,
      1 - 2 ** -53,
      0.5,
      Math.SQRT2,
      Math.SQRT1_2,
      2 ** -1022,
    ]);
    check(
      fc.property(fc.oneof(probabilities, reals(2 ** -1000, 1e300), reals(0.999999, 1.000001)), (values) =>
        expectSameBits(toLogarithms, Math.log, values),
      ),
    );
  });

  it('the normal quantile', () => {
    expectSameBits(toNormalScores, normalQuantile, [
      0.5,
      0.075,
      0.925,
      0.0749999,
      1.39e-11,
      2 ** -54,
      1 - 2 ** -53,
    ]);
    check(fc.property(probabilities, (values) => expectSameBits(toNormalScores, normalQuantile, values)));
  });

  it('the tabulated E₁', () => {
    const apart = 13.8;
    const plain = (y: number) => (y > 58.8 ? apart : tabulatedE1OfExp(y) - tabulatedE1OfExp(y - apart));
    const change: Change = (column, count) => toE1Differences(column, apart, 58.8, count);
    expectSameBits(change, plain, [
      -1e6,
      -4,
      0,
      9.8,
      24,
      37.8,
      58.8,
      58.9,
      1e300,
      Infinity,
      -Infinity,
      Number.NaN,
    ]);
    check(fc.property(reals(-10, 70), (values) => expectSameBits(change, plain, values)));
  });

  it('comparisons and sums', () => {
    const plain = (x: number) => (x > 0.4 ? 1 : 0);
    check(
      fc.property(reals(0, 1), (values) => {
        expectSameBits((column, count) => toIndicators(column, 0.4, count), plain, values);
        const allocate = createBlockColumns();
        const sets = [
          [Float64Array.from(values), Float64Array.from(values, (x) => 1 - x)],
          [allocate(), allocate()],
        ];
        sets[1].forEach((column, i) => {
          column.set(sets[0][i]);
        });
        for (const [one, other] of sets) {
          const flags = new Uint8Array(values.length + 1).fill(7);
          fillBelow(flags, one, other, values.length);
          expect([...flags]).toEqual([...values.map((x) => (x < 1 - x ? 1 : 0)), 7]);
          addScaled(one, other, 0.3, values.length);
          expect([...one.subarray(0, values.length)]).toEqual(values.map((x) => x + 0.3 * (1 - x)));
        }
      }),
    );
  });

  it('of more values than a block holds', () => {
    const values = Array.from({ length: 2 * BLOCK + 5 }, (_, i) => (i + 0.5) / (2 * BLOCK + 5));
    expectSameBits(toNormalScores, normalQuantile, values);
  });
});

describe('columns of a block', () => {
  it('lie in the kernels’ memory, and beyond it when there are many', () => {
    const allocate = createBlockColumns();
    const all = Array.from({ length: 100 }, allocate);
    expect(addressOf(all[0])).toBeGreaterThan(0);
    expect(addressOf(all[99])).toBeUndefined();
    expect(all.every(({ length }) => length === BLOCK)).toBe(true);
    expect(createBlockColumns()()).toBe(all[0]);
  });
});
