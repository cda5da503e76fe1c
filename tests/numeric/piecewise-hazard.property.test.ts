import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPiecewiseHazard } from '../../src/numeric/piecewise-hazard.ts';
import { check } from '../fixtures/check-property.ts';

const pieces = fc
  .array(
    fc.record({
      length: fc.double({ min: 0.01, max: 10, noNaN: true }),
      rate: fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 5, noNaN: true })),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) => {
    let end = 0;
    return list.map(({ length, rate }, i) => {
      end += length;
      return i === list.length - 1 ? { rate } : { rate, until: end };
    });
  });
const time = fc.double({ min: 0, max: 60, noNaN: true });

describe('a piecewise constant hazard', () => {
  it('accumulates piece by piece', () => {
    check(
      fc.property(pieces, time, (list, t) => {
        let expected = 0;
        let from = 0;
        for (const { until = Infinity, rate } of list) {
          if (rate > 0) expected += rate * Math.max(0, Math.min(t, until) - from);
          from = until;
        }
        expect(createPiecewiseHazard(list).cumulative(t)).toBeCloseTo(expected, 9);
      }),
    );
  });

  it('has the hazard of the piece that a time lies in, the later at a step', () => {
    check(
      fc.property(pieces, time, (list, t) => {
        const hazard = createPiecewiseHazard(list);
        const piece = list.find(({ until }) => until === undefined || t < until)!;
        expect(hazard.at(t)).toBe(piece.rate);
        expect(hazard.breaks).toEqual(list.flatMap(({ until }) => until ?? []));
      }),
    );
  });

  it('is inverted where it rises; where it ends flat, never', () => {
    check(
      fc.property(pieces, time, (list, t) => {
        const hazard = createPiecewiseHazard(list);
        const reached = hazard.cumulative(t);
        if (hazard.at(t) > 0 && reached > 0) expect(hazard.inverse(reached)).toBeCloseTo(t, 8);
        const all = hazard.cumulative(1e6);
        if (list[list.length - 1].rate === 0) expect(hazard.inverse(all + 1)).toBe(Infinity);
      }),
    );
  });
});
