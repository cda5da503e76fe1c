import { describe, expect, it } from 'vitest';
import { enrolmentOrder } from '../../src/trial/enrolment-order.ts';
import { countsAtLooks, sizesAtLook } from '../../src/trial/sequential-design.ts';

describe('the order of arms of fixed sizes', () => {
  it('fills the arm that is furthest behind its share, the first of those that are alike', () => {
    expect([...enrolmentOrder([3, 3])]).toEqual([0, 1, 0, 1, 0, 1]);
    expect([...enrolmentOrder([2, 4])]).toEqual([1, 0, 1, 1, 0, 1]);
    expect([...enrolmentOrder([1, 1, 2])]).toEqual([2, 0, 1, 2]);
    expect([...enrolmentOrder([4])]).toEqual([0, 0, 0, 0]);
  });

  it.each([[[165, 165]], [[100, 200]], [[7, 11, 13]]])(
    'keeps each arm of %j within a patient of its share throughout',
    (sizes) => {
      const total = sizes.reduce((a, b) => a + b, 0);
      const enrolled = sizes.map(() => 0);
      enrolmentOrder(sizes).forEach((arm, i) => {
        enrolled[arm]++;
        enrolled.forEach((n, a) => {
          expect(Math.abs(n - (sizes[a] * (i + 1)) / total)).toBeLessThan(1);
        });
      });
      expect(enrolled).toEqual(sizes);
    },
  );

  it('says how large arms are at a look, and looks are at whole patients', () => {
    expect([0, 1, 3, 6].map((patients) => sizesAtLook([2, 4], patients))).toEqual([
      [0, 0],
      [0, 1],
      [1, 2],
      [2, 4],
    ]);
    expect(countsAtLooks([0.33, 0.5, 1], 45)).toEqual([15, 23, 45]);
  });
});
