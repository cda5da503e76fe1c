import { describe, expect, it } from 'vitest';
import { populationRates } from '../../src/outcomes/population-rates.ts';
import { createTruth, endpointOf } from '../../src/outcomes/truth.ts';
import { truthSchema } from '../../src/outcomes/truth-schema.ts';
import { shareFailedBy } from '../../src/radiobiology/latency.ts';
import { plannedArm as arm } from '../fixtures/planned-arm.ts';

const arms = [arm('control', '25 x 2 Gy'), arm('experimental', '5 x 6 Gy')];
const heterogeneity = {
  sf2: { logLogNormal: { median: 0.52, sigma: 0.459 } },
  alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.6 }, within: [0.5, 40] },
  lowerLimb: { bernoulli: 0.6 },
  tumourSizeCm: { logNormal: { median: 9, sigma: 0.5 } },
};
const latency = { logNormal: { medianYears: 1.5, sigma: 0.9 } };
const truthOf = (blocks: object, atYears?: number, of = arms) =>
  createTruth(
    truthSchema.parse({ cohort: { heterogeneity }, ...blocks }),
    of,
    atYears === undefined ? {} : { localControl: atYears },
  );
const ratesOf = (blocks: object, atYears?: number, of = arms) =>
  populationRates(truthOf(blocks, atYears, of)).arms.map(({ rates }) => rates[0]);

describe('an anchor of local control', () => {
  const anchor = { schedule: '25 x 2 Gy', rate: 0.93, atYears: 3 };

  it.each([
    ['logistic', { model: 'logistic', gamma50: 1.5 }],
    ['logLogistic', { model: 'logLogistic', surgeryAlone: 0.7, gamma50: 0.8 }],
    ['residualDisease', { model: 'residualDisease', maxLnClonogens: 18 }],
  ])('%s: the population under the anchor’s schedule has its rate at its time, after latency', (_, block) => {
    const [control, experimental] = ratesOf({ localControl: { ...block, anchor, latency } }, 3);
    expect(Math.abs(control - 0.93)).toBeLessThan(1e-7);
    expect(Math.abs(experimental - 0.93)).toBeGreaterThan(1e-4);
    const [longRun] = ratesOf({ localControl: { ...block, anchor } });
    expect(Math.abs(longRun - 0.93)).toBeLessThan(1e-7);
  });

  it('holds at its own time; at the design’s, the rate follows the latency', () => {
    const [atFive] = ratesOf({ localControl: { model: 'logistic', gamma50: 1.5, anchor, latency } }, 5);
    const [shownAt3, shownAt5] = [3, 5].map((years) => shareFailedBy(years, latency.logNormal));
    expect(atFive).toBeCloseTo(1 - (0.07 / shownAt3) * shownAt5, 7);
  });

  it('never follows an arm', () => {
    const block = { localControl: { model: 'logistic', gamma50: 1.5, anchor } };
    const free = (of: typeof arms) => endpointOf(truthOf(block, 3, of), 'localControl').free;
    expect(free([arm('control', '5 x 8 Gy'), arm('experimental', '5 x 5 Gy')])).toBe(free(arms));
    const [stronger] = ratesOf(block, 3, [arm('control', '30 x 2 Gy')]);
    expect(stronger).toBeGreaterThan(0.931);
  });

  it('is solved again in every truth, unless it says planned', () => {
    const spec = (sigma: number, resolve: string) =>
      truthSchema.parse({
        cohort: { heterogeneity: { alphaBetaGy: { logNormal: { median: 4.9, sigma } } } },
        localControl: {
          model: 'logistic',
          gamma50: 1.5,
          anchor: { ...anchor, schedule: '5 x 5 Gy', resolve },
        },
      });
    const planned = createTruth(spec(0.6, 'planned'), arms, { localControl: 3 });
    const [kept, solved] = ['planned', 'eachWorld'].map((resolve) =>
      createTruth(spec(0.1, resolve), arms, { localControl: 3 }, planned),
    );
    expect(kept.endpoints[0].free).toBe(planned.endpoints[0].free);
    expect(solved.endpoints[0].free).not.toBeCloseTo(planned.endpoints[0].free!, 3);
  });

  it('at or below the floor is refused, with the floor', () => {
    const block = (rate: number) => ({
      localControl: { model: 'logLogistic', surgeryAlone: 0.7, gamma50: 0.8, anchor: { ...anchor, rate } },
    });
    expect(() => truthOf(block(0.7))).toThrow('at or below the model’s floor of 0.7');
    expect(() => truthOf(block(0.5))).toThrow(RangeError);
    expect(() => truthOf(block(0.701))).not.toThrow();
  });

  it('whose long-run rate is no rate is refused, with that rate', () => {
    const early = { schedule: '25 x 2 Gy', rate: 0.5, atYears: 0.5 };
    expect(() =>
      truthOf({ localControl: { model: 'logistic', gamma50: 1.5, anchor: early, latency } }),
    ).toThrow(/long-run rate of -/);
  });

  it('above what residual disease in everyone would leave is out of nothing: the residual share is solved', () => {
    const truth = truthOf({
      localControl: { model: 'residualDisease', anchor: { schedule: '25 x 2 Gy', rate: 0.94 } },
    });
    const { free } = endpointOf(truth, 'localControl');
    expect(free).toBeGreaterThan(0.2);
    expect(free).toBeLessThan(0.4);
    // The published fit: q = 0.28 gives 0.9443 to this population
    expect(1 - 0.06 * (0.28 / free!)).toBeCloseTo(0.944305, 4);
  });
});

describe('an anchor of wound complications', () => {
  const wound = (extra: object = {}) => ({
    woundComplication: {
      model: 'logistic',
      alphaBetaGy: 10,
      slopePer10Gy: 0.2,
      anchor: { schedule: '25 x 2 Gy', rate: 0.35 },
      oddsRatios: { lowerLimb: 3, tumourSizeCm: { ratio: 1.05, per: 1 } },
      ...extra,
    },
  });

  it('is solved on the population, characteristics and all', () => {
    const [control] = ratesOf(wound());
    expect(Math.abs(control - 0.35)).toBeLessThan(1e-7);
  });

  it('is solved once, so that the dose effect between arms stays: 40 Gy EQD2 for 5 × 6', () => {
    const [control, experimental] = ratesOf(wound({ oddsRatios: {} }));
    const logit = (p: number): number => Math.log(p / (1 - p));
    expect(logit(experimental) - logit(control)).toBeCloseTo(-0.2, 6);
  });

  it('gives the intercept that a plain mean over cells confirms', () => {
    const truth = truthOf(wound({ oddsRatios: { lowerLimb: 3 } }));
    const { free } = endpointOf(truth, 'woundComplication');
    const risk = (x: number): number => 1 / (1 + Math.exp(-(free! + Math.log(3) * x)));
    expect(0.4 * risk(0) + 0.6 * risk(1)).toBeCloseTo(0.35, 7);
  });
});
