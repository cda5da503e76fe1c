import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lnClonogensInSphere } from '../../src/radiobiology/clonogen-number.ts';
import type { ModelDefinition } from '../../src/radiobiology/endpoint-model.ts';
import { binomial, binomialControl } from '../../src/radiobiology/tumour-control/binomial.ts';
import { poisson, poissonControl } from '../../src/radiobiology/tumour-control/poisson.ts';
import { zaiderMinerbo, zaiderMinerboControl } from '../../src/radiobiology/tumour-control/zaider-minerbo.ts';
import { check } from '../fixtures/check-property.ts';
import { plainArm } from '../fixtures/effective-dose.ts';

const lnClonogens = fc.double({ min: 0, max: 40, noNaN: true });
const effectE = fc.double({ min: 0, max: 60, noNaN: true });
const ratePerDay = fc.double({ min: 0, max: 0.5, noNaN: true });
const fractions = fc
  .array(
    fc.record({ day: fc.integer({ min: 0, max: 60 }), effectE: fc.double({ min: 0, max: 5, noNaN: true }) }),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map((list) => list.toSorted((a, b) => a.day - b.day));

/** Control of a model for patients of these sizes, all with α 0.3 per Gy and α/β 10 Gy, after n × d Gy. */
function controls(
  definition: ModelDefinition,
  parameters: object,
  sizesCm: readonly number[],
  [n, d]: [number, number] = [30, 2],
  free?: number,
): number[] {
  const model = definition.create(definition.parameters.parse(parameters), {
    levels: {},
    ...(free !== undefined && { free }),
  });
  const count = sizesCm.length;
  const all = {
    alphaPerGy: new Float64Array(count).fill(0.3),
    alphaBetaGy: new Float64Array(count).fill(10),
    tumourSizeCm: Float64Array.from(sizesCm),
  };
  const out = new Float64Array(count);
  model.probabilities(
    plainArm(n, d),
    Object.fromEntries(Object.entries(all).filter(([name]) => model.reads.includes(name))),
    out,
    count,
  );
  return [...out];
}

describe('Poisson and binomial control', () => {
  it('of 50 clonogens after 8 Gy', () => {
    const E = 8 * 0.3 + 64 * 0.03;
    expect(binomialControl(Math.log(50), E)).toBeCloseTo(0.5119870462348891, 12);
    expect(poissonControl(Math.log(50), E)).toBeCloseTo(0.5142765222672641, 12);
    expect(binomialControl(Math.log(50), E)).toBeCloseTo((1 - Math.exp(-E)) ** 50, 12);
  });

  it('agree for many clonogens; the binomial one is never the larger', () => {
    check(
      fc.property(lnClonogens, effectE, (lnN, E) => {
        expect(binomialControl(lnN, E)).toBeLessThanOrEqual(poissonControl(lnN, E) + 1e-12);
      }),
    );
    expect(binomialControl(Math.log(1e9), 20) / poissonControl(Math.log(1e9), 20)).toBeCloseTo(1, 7);
  });

  it('of 10⁹ clonogens of α 0.3 and α/β 10 have their D50 at 58.58 Gy and γ50 7.31', () => {
    const at = (doseGy: number) => poissonControl(Math.log(1e9), 0.3 * doseGy * 1.2);
    const d50 = 58.58271877091131;
    expect(at(d50)).toBeCloseTo(0.5, 12);
    expect((d50 * (at(d50 + 1e-5) - at(d50 - 1e-5))) / 2e-5).toBeCloseTo(7.309160342, 5);
  });

  it('stay in [0, 1] at any effect, and are sure at both ends', () => {
    for (const control of [poissonControl, binomialControl]) {
      for (const lnN of [-40, 0, 20, 5000]) {
        for (const E of [0, 1e-300, 1e-9, 0.5, 36, 40, 700, 745, 1e4, Infinity]) {
          const p = control(lnN, E);
          expect(p >= 0 && p <= 1, `${lnN} ${E} ${p}`).toBe(true);
        }
        expect(control(lnN, Infinity)).toBe(1);
      }
    }
    expect(binomialControl(0, 0)).toBe(0);
    expect(poissonControl(0, 0)).toBeCloseTo(Math.exp(-1), 15);
    // One clonogen and hardly any dose: 1 − e^−E keeps its digits
    expect(binomialControl(0, 1e-12) / 1e-12).toBeCloseTo(1, 10);
  });

  it('rise with the effect and fall with the number', () => {
    check(
      fc.property(lnClonogens, effectE, fc.double({ min: 0, max: 5, noNaN: true }), (lnN, E, more) => {
        for (const control of [poissonControl, binomialControl]) {
          expect(control(lnN, E + more)).toBeGreaterThanOrEqual(control(lnN, E));
          expect(control(lnN + more, E)).toBeLessThanOrEqual(control(lnN, E));
        }
      }),
    );
  });
});

describe('Zaider–Minerbo control', () => {
  it('without birth and death is binomial', () => {
    check(
      fc.property(lnClonogens, fractions, (lnN, list) => {
        const found = zaiderMinerboControl(lnN, list, { birthPerDay: 0, deathPerDay: 0 }, 60);
        const total = list.reduce((sum, f) => sum + f.effectE, 0);
        expect(Math.abs(found - binomialControl(lnN, total))).toBeLessThan(1e-12);
      }),
    );
  });

  it('without radiotherapy is the extinction of a birth–death process by that time', () => {
    expect(zaiderMinerboControl(Math.log(10), [], { birthPerDay: 0.1, deathPerDay: 0.05 }, 60)).toBeCloseTo(
      7.540307e-4,
      9,
    );
    check(
      fc.property(fc.integer({ min: 1, max: 10 }), ratePerDay, ratePerDay, (n, b, d) => {
        fc.pre(Math.abs(b - d) > 1e-3);
        const growth = Math.exp((b - d) * 30);
        // [d(e^(rt) − 1)/(b e^(rt) − d)]^n
        const expected = ((d * (growth - 1)) / (b * growth - d)) ** n;
        const found = zaiderMinerboControl(Math.log(n), [], { birthPerDay: b, deathPerDay: d }, 30);
        expect(Math.abs(found - expected)).toBeLessThan(1e-11);
      }),
    );
  });

  it('of the critical process, b = d, is (bt/(1 + bt))^n, and continuous there', () => {
    const at = (b: number, d: number) =>
      zaiderMinerboControl(Math.log(3), [], { birthPerDay: b, deathPerDay: d }, 40);
    expect(at(0.1, 0.1)).toBeCloseTo((4 / 5) ** 3, 13);
    expect(at(0.1, 0.1 + 1e-9)).toBeCloseTo(at(0.1, 0.1), 7);
    expect(at(0.1 + 1e-9, 0.1)).toBeCloseTo(at(0.1, 0.1), 7);
  });

  it('is the solution of the backward equation: one clonogen, integrated in small steps', () => {
    // dq/dτ = b q² − (b + d) q + d back from the end, q ← 1 − s(1 − q) at a fraction
    const course = [0, 1, 2, 3, 4].map((day) => ({ day, effectE: 0.7 }));
    const rates = { birthPerDay: 0.3, deathPerDay: 0.1 };
    const steps = 4000;
    let extinct = 0;
    for (let i = 10 * steps; i >= 0; i--) {
      if (i % steps === 0 && course.some(({ day }) => day * steps === i))
        extinct = 1 - Math.exp(-0.7) * (1 - extinct);
      if (i === 0) break;
      const slope = (q: number) => 0.3 * q * q - 0.4 * q + 0.1;
      const half = extinct + slope(extinct) / (2 * steps);
      extinct += slope(half) / steps;
    }
    expect(zaiderMinerboControl(0, course, rates, 10)).toBeCloseTo(extinct, 7);
    expect(zaiderMinerboControl(Math.log(7), course, rates, 10)).toBeCloseTo(extinct ** 7, 6);
  });

  it('rises with each fraction and with time, and falls with the number and the birth rate', () => {
    check(
      fc.property(
        fc.double({ min: 0, max: 20, noNaN: true }),
        fractions,
        ratePerDay,
        ratePerDay,
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (lnN, list, birthPerDay, deathPerDay, more) => {
          const rates = { birthPerDay, deathPerDay };
          const base = zaiderMinerboControl(lnN, list, rates, 60);
          const added = [...list, { day: 60, effectE: more }];
          const slack = 1e-12;
          expect(base >= 0 && base <= 1).toBe(true);
          expect(zaiderMinerboControl(lnN, added, rates, 60)).toBeGreaterThanOrEqual(base - slack);
          expect(zaiderMinerboControl(lnN, list, rates, 60 + more)).toBeGreaterThanOrEqual(base - slack);
          expect(zaiderMinerboControl(lnN + more, list, rates, 60)).toBeLessThanOrEqual(base + slack);
          const faster = { ...rates, birthPerDay: birthPerDay + more };
          expect(zaiderMinerboControl(lnN, list, faster, 60)).toBeLessThanOrEqual(base + slack);
        },
      ),
    );
  });

  it('stays in [0, 1] at the extremes', () => {
    for (const birthPerDay of [0, 1e-12, 0.1, 10]) {
      for (const deathPerDay of [0, 1e-12, 0.1, 10]) {
        for (const E of [0, 1e-12, 1, 50, 4000]) {
          for (const atDays of [0, 1, 60, 36_500]) {
            for (const lnN of [-40, 0, 20, 5000]) {
              const list = [0, 0, 1, 30].map((day) => ({ day, effectE: E }));
              const p = zaiderMinerboControl(lnN, list, { birthPerDay, deathPerDay }, atDays);
              expect(p >= 0 && p <= 1, JSON.stringify({ birthPerDay, deathPerDay, E, atDays, lnN, p })).toBe(
                true,
              );
            }
          }
        }
      }
    }
  });

  it('counts a fraction that falls after the stated time: control is then counted at the last one', () => {
    const at = (atDays: number, n: number) =>
      controls(zaiderMinerbo, { clonogens: 1e7, birthPerDay: 0.02, atDays }, [5], [n, 2])[0];
    expect(at(1, 30)).toBe(at(29, 30));
    expect(at(1, 30)).toBeGreaterThan(at(1, 25));
  });

  it('refuses repopulation beside its own birth rate', () => {
    const model = zaiderMinerbo.create(
      zaiderMinerbo.parameters.parse({ clonogens: 1e7, birthPerDay: 0.02, atDays: 60 }),
      { levels: {} },
    );
    const [dose] = plainArm(30, 2).doses!;
    const columns = { alphaPerGy: Float64Array.of(0.3), alphaBetaGy: Float64Array.of(10) };
    for (const lost of [{ lostGy: 1 }, { lostEffect: 0.5 }]) {
      const arm = { name: 'control', doses: [{ ...dose, ...lost }] };
      expect(() => model.probabilities(arm, columns, new Float64Array(1), 1)).toThrow('invalid repopulation');
    }
  });
});

describe.each([
  ['poisson', poisson, {}],
  ['binomial', binomial, {}],
  ['zaiderMinerbo', zaiderMinerbo, { birthPerDay: 0.01, atDays: 60 }],
])('the number of clonogens of %s', (_, definition, rest) => {
  it('by density is that of a sphere', () => {
    const sizes = [3, 5, 8];
    const byDensity = controls(definition, { clonogenDensityPerCm3: 1e6, ...rest }, sizes);
    sizes.forEach((sizeCm, i) => {
      const clonogens = (1e6 * Math.PI * sizeCm ** 3) / 6;
      expect(lnClonogensInSphere(1e6, sizeCm)).toBeCloseTo(Math.log(clonogens), 12);
      expect(byDensity[i]).toBeCloseTo(controls(definition, { clonogens, ...rest }, [sizeCm])[0], 10);
    });
  });

  it('grows with the diameter as stated, from the reference size', () => {
    const stated = { clonogens: 1e7, lnClonogensPerDoubling: 4, referenceSizeCm: 6, ...rest };
    const [half, at, twice] = controls(definition, stated, [3, 6, 12]);
    const plain = (clonogens: number) => controls(definition, { clonogens, ...rest }, [1])[0];
    expect(at).toBeCloseTo(plain(1e7), 12);
    expect(half).toBeCloseTo(plain(1e7 * Math.exp(-4)), 12);
    expect(twice).toBeCloseTo(plain(1e7 * Math.exp(4)), 12);
    const byVolume = { clonogenDensityPerCm3: 1e6, ...rest };
    const same = { ...byVolume, lnClonogensPerDoubling: 3 * Math.LN2, referenceSizeCm: 9 };
    controls(definition, byVolume, [3, 6, 12]).forEach((p, i) => {
      expect(p).toBeCloseTo(controls(definition, same, [3, 6, 12])[i], 10);
    });
  });

  it('is read from the size only where size matters', () => {
    const reads = (parameters: object) =>
      definition.create(definition.parameters.parse({ ...parameters, ...rest }), { levels: {} }).reads;
    expect(reads({ clonogens: 1e7 })).not.toContain('tumourSizeCm');
    expect(reads({ clonogens: 1e7, lnClonogensPerDoubling: 2 })).toContain('tumourSizeCm');
    expect(reads({ clonogenDensityPerCm3: 1e7 })).toContain('tumourSizeCm');
  });

  it('needs a diameter above 0', () => {
    expect(() => controls(definition, { clonogenDensityPerCm3: 1e6, ...rest }, [5, -1])).toThrow(
      'invalid tumourSizeCm: -1 (must be > 0)',
    );
  });

  it('is the one solved where there is an anchor', () => {
    const anchor = { schedule: '32 x 2 Gy', rate: 0.4 };
    const solved = controls(definition, { anchor, ...rest }, [5], [30, 2], Math.log(1e7));
    expect(solved[0]).toBeCloseTo(controls(definition, { clonogens: 1e7, ...rest }, [5])[0], 12);
  });

  it.each([
    [{}, /needs one of clonogens, clonogenDensityPerCm3, anchor/],
    [{ clonogens: 1e7, clonogenDensityPerCm3: 1e7 }, /not clonogens and clonogenDensityPerCm3/],
    [{ clonogens: 0 }, /./],
    [{ clonogens: 1e7, lnClonogensPerDoubling: -1 }, /./],
    [{ clonogens: 1e7, referenceSizeCm: 5 }, /does nothing without lnClonogensPerDoubling/],
    [{ clonogens: 1e7, clonogenss: 2 }, /did you mean/],
  ])('refuses %j', (parameters, message) => {
    const parsed = definition.parameters.safeParse({ ...parameters, ...rest });
    expect(parsed.success).toBe(false);
    expect(parsed.error!.issues.map((issue) => issue.message).join()).toMatch(message);
  });
});
