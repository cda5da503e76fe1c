import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expit, logit } from '../../src/numeric/logit.ts';
import { lkb, lkbRisk } from '../../src/radiobiology/complications/lkb.ts';
import { logLogisticRisk } from '../../src/radiobiology/complications/log-logistic.ts';
import { niemierko } from '../../src/radiobiology/complications/niemierko.ts';
import {
  relativeSeriality,
  relativeSerialityRisk,
} from '../../src/radiobiology/complications/relative-seriality.ts';
import { createHistogram, type DoseVolumeHistogram } from '../../src/radiobiology/dose-volume-histogram.ts';
import type { ModelDefinition } from '../../src/radiobiology/endpoint-model.ts';
import { generalisedEud } from '../../src/radiobiology/generalised-eud.ts';
import { poissonDoseResponse } from '../../src/radiobiology/poisson-dose-response.ts';
import { check } from '../fixtures/check-property.ts';
import { plainArm } from '../fixtures/effective-dose.ts';

const example: DoseVolumeHistogram = { doseGy: [10, 30, 50], volume: [0.5, 0.3, 0.2] };
const dvh = { ...example, prescribedGy: 50 };
const own: Record<string, { definition: ModelDefinition; parameters: object }> = {
  lkb: { definition: lkb, parameters: { td50Gy: 60, m: 0.3, n: 0.125 } },
  niemierko: { definition: niemierko, parameters: { td50Gy: 60, gamma50: 2, a: 8 } },
  relativeSeriality: {
    definition: relativeSeriality,
    parameters: { d50Gy: 60, maxGamma: 1.5, seriality: 0.5 },
  },
};

function risks(
  definition: ModelDefinition,
  parameters: object,
  [n, d]: [number, number],
  columns: Record<string, number[]> = {},
  count = 1,
): number[] {
  const model = definition.create(definition.parameters.parse(parameters), { levels: {} });
  const out = new Float64Array(count);
  const patients = Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, Float64Array.from(values)]),
  );
  model.probabilities(plainArm(n, d), patients, out, count);
  return [...out];
}

describe('formulas of complications by dose and volume', () => {
  it('have the published values', () => {
    expect(lkbRisk(45, 60, 0.3)).toBeCloseTo(0.202328381, 9);
    expect(lkbRisk(50, 65, 0.45)).toBeCloseTo(0.3040384397329614, 12);
    expect(logLogisticRisk(45, 60, 2)).toBeCloseTo(0.0910023995, 9);
    expect(logLogisticRisk(64, 60, 1.5)).toBeCloseTo(0.595615972, 9);
    expect(relativeSerialityRisk(example, 60, 1.5, 1)).toBeCloseTo(0.0584841853, 10);
    expect(relativeSerialityRisk(example, 60, 1.5, 0.1)).toBeCloseTo(0.001586234501124225, 14);
  });

  it('Lyman–Kutcher–Burman and log-logistic are one half at TD50; γ50 = 1/(m√(2π))', () => {
    expect(lkbRisk(60, 60, 0.3)).toBeCloseTo(0.5, 15);
    expect(logLogisticRisk(60, 60, 2)).toBeCloseTo(0.5, 15);
    const slope = (60 * (lkbRisk(60.001, 60, 0.3) - lkbRisk(59.999, 60, 0.3))) / 0.002;
    expect(slope).toBeCloseTo(1 / (0.3 * Math.sqrt(2 * Math.PI)), 6);
  });

  it('relative seriality of a uniform dose is its Poisson response, whatever s', () => {
    check(
      fc.property(
        fc.double({ min: 0, max: 150, noNaN: true }),
        fc.double({ min: 0.01, max: 3, noNaN: true }),
        (dose, s) => {
          const whole = { doseGy: [dose, dose], volume: [0.4, 0.6] };
          const expected = poissonDoseResponse(dose, 60, 1.5);
          // Relative: at no dose the response is 2e-18
          expect(Math.abs(relativeSerialityRisk(whole, 60, 1.5, s) / expected - 1)).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it('relative seriality is the plain product where that can be computed', () => {
    check(
      fc.property(
        fc.double({ min: 0.2, max: 2, noNaN: true }),
        fc.double({ min: 0.2, max: 2, noNaN: true }),
        (s, g) => {
          const spared = example.doseGy.reduce(
            (product, d, i) => product * (1 - poissonDoseResponse(d, 40, g) ** s) ** example.volume[i],
            1,
          );
          expect(Math.abs(relativeSerialityRisk(example, 40, g, s) - (1 - spared) ** (1 / s))).toBeLessThan(
            1e-11,
          );
        },
      ),
    );
  });

  it('look past a bin without volume, whatever its dose', () => {
    const empty = { doseGy: [1e5, ...example.doseGy], volume: [0, ...example.volume] };
    expect(relativeSerialityRisk(empty, 60, 1.5, 1)).toBe(relativeSerialityRisk(example, 60, 1.5, 1));
  });

  it('stay in [0, 1] at the extremes', () => {
    for (const scale of [0, 1e-6, 1, 40, 1e4]) {
      const histogram = { doseGy: example.doseGy.map((d) => d * scale), volume: example.volume };
      for (const shape of [1e-3, 0.1, 1, 10]) {
        for (const p of [
          lkbRisk(generalisedEud(histogram, 1 / shape), 60, shape),
          logLogisticRisk(generalisedEud(histogram, shape), 60, shape),
          relativeSerialityRisk(histogram, 60, shape, shape),
          relativeSerialityRisk(histogram, 60, 1.5, shape),
        ]) {
          expect(p >= 0 && p <= 1, `${scale} ${shape} ${p}`).toBe(true);
        }
      }
    }
  });
});

describe.each(Object.entries(own))('the model %s', (name, { definition, parameters }) => {
  const at = (course: [number, number], other: object = {}) =>
    risks(definition, { dvh, ...parameters, ...other }, course)[0];

  it('converts each bin to EQD2 by its share of every fraction, before bins are combined', () => {
    // α/β 3: bins of 25 × 2 Gy receive 0.4, 1.2 and 2 Gy a fraction
    const inTwos = { doseGy: [10 * (3.4 / 5), 30 * (4.2 / 5), 50], volume: example.volume };
    const expected = {
      lkb: lkbRisk(generalisedEud(inTwos, 8), 60, 0.3),
      niemierko: logLogisticRisk(generalisedEud(inTwos, 8), 60, 2),
      relativeSeriality: relativeSerialityRisk(inTwos, 60, 1.5, 0.5),
    }[name]!;
    expect(at([25, 2])).toBeCloseTo(expected, 12);
  });

  it('takes the histogram of the stated prescription to any other', () => {
    const half = { doseGy: [5, 15, 25], volume: example.volume, prescribedGy: 25 };
    expect(at([5, 5], { dvh: half })).toBeCloseTo(at([5, 5]), 13);
    expect(at([5, 5], { dvh: { ...dvh, prescribedGy: 100 } })).toBeLessThan(at([5, 5]));
  });

  it('rises with the number and size of fractions, and moves with α/β', () => {
    const courses: [number, number][] = [
      [1, 2],
      [5, 5],
      [5, 6],
      [5, 8],
      [6, 8],
      [10, 8],
    ];
    courses.slice(1).forEach((course, i) => {
      expect(at(course)).toBeGreaterThan(at(courses[i]));
    });
    // 5 × 6 Gy: below 2 Gy a fraction a larger α/β raises EQD2, above it lowers it; here the hot bins decide
    expect(at([5, 6], { alphaBetaGy: 2 })).toBeGreaterThan(at([5, 6], { alphaBetaGy: 10 }));
  });

  it('is the same for permuted bins and a bin cut in two', () => {
    const permuted = { doseGy: [50, 10, 30], volume: [0.2, 0.5, 0.3], prescribedGy: 50 };
    const cut = { doseGy: [50, 10, 10, 30], volume: [0.2, 0.1, 0.4, 0.3], prescribedGy: 50 };
    for (const other of [permuted, cut]) expect(at([25, 2], { dvh: other })).toBeCloseTo(at([25, 2]), 13);
  });

  it('multiplies the odds of each patient', () => {
    const oddsRatios = { lowerLimb: 3, tumourSizeCm: { ratio: 1.5, per: 10 } };
    const base = at([25, 2]);
    const found = risks(
      definition,
      { dvh, ...parameters, oddsRatios },
      [25, 2],
      { lowerLimb: [0, 1, 0], tumourSizeCm: [0, 0, 20] },
      3,
    );
    expect(found[0]).toBe(base);
    expect(found[1]).toBeCloseTo(expit(logit(base) + Math.log(3)), 13);
    expect(found[2]).toBeCloseTo(expit(logit(base) + 2 * Math.log(1.5)), 13);
  });

  it('takes the dose that an anchor determines', () => {
    const anchor = { schedule: '25 x 2 Gy', rate: 0.2 };
    const { td50Gy: _, d50Gy: __, ...rest } = parameters as Record<string, number>;
    const parsed = definition.parameters.parse({ dvh, ...rest, anchor });
    const out = new Float64Array(1);
    definition.create(parsed, { levels: {}, free: Math.log(60) }).probabilities(plainArm(25, 2), {}, out, 1);
    expect(out[0]).toBeCloseTo(at([25, 2]), 13);
  });

  it.each([
    [{ dvh: { doseGy: [10], volume: [1] } }, /./],
    [{ dvh: { doseGy: [10, 20], volume: [1], prescribedGy: 50 } }, /2 doses and 1 volumes/],
    [
      { dvh: { doseGy: [10, 20], volume: [0.5, 0.4], prescribedGy: 50 } },
      /the shares sum to 0.9 \(must be 1\)/,
    ],
    [{ dvh: { doseGy: [4500], volume: [1], prescribedGy: 50 } }, /is it in cGy\?/],
    [{ dvh: { doseGy: [-1], volume: [1], prescribedGy: 50 } }, /./],
    [{ dvh: { doseGy: [], volume: [], prescribedGy: 50 } }, /./],
    [{ dvh: { ...dvh, prescribedGy: 0 } }, /./],
    [{ dvh: { ...dvh, prescribedGy: 2 } }, /invalid prescribedGy: 2 \(the mean dose is 24 Gy/],
    [{ anchor: { schedule: '25 x 2 Gy', rate: 0.2 } }, /takes one of anchor, t?d50Gy/],
  ])('refuses %j', (change, message) => {
    const parsed = definition.parameters.safeParse({ dvh, ...parameters, ...change });
    expect(parsed.success).toBe(false);
    expect(parsed.error!.issues.map((issue) => issue.message).join()).toMatch(message);
  });

  it('needs the histogram', () => {
    expect(definition.parameters.safeParse(parameters).success).toBe(false);
  });
});

describe('Lyman–Kutcher–Burman', () => {
  it('rises with dose and falls with TD50', () => {
    check(
      fc.property(
        fc.double({ min: 0, max: 120, noNaN: true }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        (dose, more, m) => {
          expect(lkbRisk(dose + more, 60, m)).toBeGreaterThanOrEqual(lkbRisk(dose, 60, m));
          expect(lkbRisk(dose, 60 + more, m)).toBeLessThanOrEqual(lkbRisk(dose, 60, m) + 1e-15);
        },
      ),
    );
  });

  it('of a uniform dose does not depend on n', () => {
    const uniform = createHistogram([40, 40], [0.5, 0.5]);
    for (const n of [0.01, 0.3, 1, 5]) expect(generalisedEud(uniform, 1 / n)).toBeCloseTo(40, 12);
  });
});
