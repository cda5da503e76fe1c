import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expit, logit } from '../../src/numeric/logit.ts';
import {
  logLogistic,
  logLogisticRisk,
  logLogisticThrough,
} from '../../src/radiobiology/complications/log-logistic.ts';
import { check } from '../fixtures/check-property.ts';
import { plainArm } from '../fixtures/effective-dose.ts';

const late = [
  { eqd2Gy: 55, rate: 0.01 },
  { eqd2Gy: 88, rate: 0.16 },
] as const;

function risk(parameters: object, [n, d]: [number, number], free?: number): number {
  const model = logLogistic.create(logLogistic.parameters.parse(parameters), {
    levels: {},
    ...(free !== undefined && { free }),
  });
  const out = new Float64Array(1);
  model.probabilities(plainArm(n, d), {}, out, 1);
  return out[0];
}

describe('log-logistic risk', () => {
  it('is the baseline without dose, half-way to 1 at D50, and 1 at the end', () => {
    expect(logLogisticRisk(0, 60, 2, 0.02)).toBe(0.02);
    expect(logLogisticRisk(60, 60, 2, 0.02)).toBeCloseTo(0.51, 15);
    expect(logLogisticRisk(1e9, 60, 2, 0.02)).toBeCloseTo(1, 12);
    expect(logLogisticRisk(Infinity, 60, 2)).toBe(1);
  });

  it('passes through two points, in either order', () => {
    check(
      fc.property(
        fc.tuple(fc.double({ min: 1, max: 60, noNaN: true }), fc.double({ min: 1, max: 60, noNaN: true })),
        fc.tuple(
          fc.double({ min: 0.01, max: 0.4, noNaN: true }),
          fc.double({ min: 0.02, max: 0.5, noNaN: true }),
        ),
        fc.double({ min: 0, max: 0.009, noNaN: true }),
        ([low, more], [rate, moreRate], baseline) => {
          const points = [
            { eqd2Gy: low, rate },
            { eqd2Gy: low + more, rate: rate + moreRate },
          ] as const;
          const { d50Gy, gamma50 } = logLogisticThrough(points, baseline);
          for (const point of points)
            expect(logLogisticRisk(point.eqd2Gy, d50Gy, gamma50, baseline)).toBeCloseTo(point.rate, 10);
          expect(logLogisticThrough([points[1], points[0]], baseline)).toEqual({ d50Gy, gamma50 });
        },
      ),
    );
  });

  it('refuses points that no rising curve joins', () => {
    const at = (eqd2Gy: number, rate: number) => ({ eqd2Gy, rate });
    expect(() => logLogisticThrough([at(55, 0.2), at(88, 0.1)])).toThrow(
      'the larger dose must have the larger rate',
    );
    expect(() => logLogisticThrough([at(55, 0.2), at(55, 0.3)])).toThrow(
      'the larger dose must have the larger rate',
    );
    expect(() => logLogisticThrough([at(55, 0.1), at(88, 0.3)], 0.1)).toThrow(
      'between the baseline 0.1 and 1',
    );
    expect(() => logLogisticThrough([at(55, 0.1), at(88, 1)])).toThrow('between the baseline 0 and 1');
  });
});

describe('the log-logistic model of complications', () => {
  it('through two points of a rare late complication: 5 × 8 Gy is 88 Gy EQD2 at α/β 3', () => {
    expect(risk({ through: late }, [5, 8])).toBeCloseTo(0.16, 12);
    expect(risk({ through: late }, [25, 2])).toBeLessThan(0.01);
    expect(risk({ through: late, alphaBetaGy: 10 }, [5, 8])).toBeLessThan(0.05);
  });

  it('by D50 and slope, or by the D50 that an anchor determines', () => {
    const expected = logLogisticRisk(50, 75, 1.2, 0.02);
    expect(risk({ d50Gy: 75, gamma50: 1.2, baseline: 0.02 }, [25, 2])).toBeCloseTo(expected, 14);
    const anchor = { schedule: '25 x 2 Gy', rate: 0.1 };
    expect(risk({ anchor, gamma50: 1.2, baseline: 0.02 }, [25, 2], Math.log(75))).toBeCloseTo(expected, 13);
  });

  it('multiplies the odds, of named levels too', () => {
    const oddsRatios = { site: { thigh: 2, arm: 0.5 }, lowerLimb: 3 };
    const model = logLogistic.create(logLogistic.parameters.parse({ through: late, oddsRatios }), {
      levels: { site: ['thigh', 'arm', 'buttock'] },
    });
    expect(model.reads).toEqual(['site', 'lowerLimb']);
    const out = new Float64Array(4).fill(-7);
    const patients = { site: Float64Array.of(0, 1, 2, 0), lowerLimb: Float64Array.of(0, 1, 0, 0) };
    model.probabilities(plainArm(5, 8), patients, out, 3);
    const odds = (ratio: number) => expit(logit(0.16) + Math.log(ratio));
    [odds(2), odds(1.5), 0.16].forEach((expected, i) => {
      expect(out[i]).toBeCloseTo(expected, 12);
    });
    expect(out[3]).toBe(-7);
  });

  it('gives each patient the dose of the course received', () => {
    const model = logLogistic.create(logLogistic.parameters.parse({ through: late }), { levels: {} });
    const doses = [plainArm(5, 8).doses![0], plainArm(4, 8).doses![0]];
    const out = new Float64Array(3);
    const delivery = {
      reads: ['missed'],
      courseOf: (p: Record<string, Float64Array>, i: number) => p.missed[i],
    };
    model.probabilities({ name: 'arm', doses, delivery }, { missed: Float64Array.of(0, 1, 0) }, out, 3);
    expect(out[0]).toBeCloseTo(0.16, 12);
    expect(out[2]).toBe(out[0]);
    expect(out[1]).toBeCloseTo(risk({ through: late }, [4, 8]), 14);
  });

  it.each([
    [{ through: late, gamma50: 1 }, /two points leave no gamma50 to state/],
    [{ d50Gy: 60 }, /needs gamma50 beside d50Gy or anchor/],
    [{ gamma50: 1 }, /needs one of through, anchor, d50Gy/],
    [{ through: late, d50Gy: 60 }, /takes one of through, anchor, d50Gy/],
    [{ through: [late[1], { eqd2Gy: 90, rate: 0.1 }] }, /the larger dose must have the larger rate/],
    [{ through: late, baseline: 0.05 }, /between the baseline 0.05 and 1/],
    [{ through: [late[0], { eqd2Gy: 88, rate: 16 }] }, /for 16 % write 0.16/],
  ])('refuses %j', (parameters, message) => {
    const parsed = logLogistic.parameters.safeParse(parameters);
    expect(parsed.success).toBe(false);
    expect(parsed.error!.issues.map((issue) => issue.message).join()).toMatch(message);
  });
});
