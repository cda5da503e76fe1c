import { describe, expect, it } from 'vitest';
import { competingRates } from '../../src/outcomes/competing-rates.ts';
import type { EndpointName } from '../../src/outcomes/endpoints/definition.ts';
import { populationRates } from '../../src/outcomes/population-rates.ts';
import { createTruth, type Truth } from '../../src/outcomes/truth.ts';
import { type TruthSpec, truthSchema } from '../../src/outcomes/truth-schema.ts';
import { alphaFromRsi } from '../../src/radiobiology/gard.ts';
import { doseSums, eqd2 } from '../../src/radiobiology/linear-quadratic.ts';
import { parseSchedule } from '../../src/radiobiology/parse-schedule.ts';
import { createLaw, type LawSpec } from '../../src/random/distribution-schema.ts';
import { setAt } from '../../src/scenario/path.ts';
import { plannedArm } from '../fixtures/planned-arm.ts';
import { readShipped } from '../fixtures/scenario-text.ts';

/** The truth of a shipped scenario with changes (as a truth's paths), as data that can be changed again. */
function truthOf(name: string, changes: Record<string, unknown> = {}): TruthSpec {
  const data = { truth: structuredClone(readShipped(name).scenario.truth) };
  for (const [path, value] of Object.entries(changes)) setAt(data, path, value);
  return truthSchema.parse(data.truth);
}

const live = (spec: TruthSpec, schedule: string, atYears: number, planned?: Truth): Truth =>
  createTruth(spec, [plannedArm('experimental', schedule)], { localControl: atYears }, planned);

/** Rate of an endpoint in the first arm. */
function rateOf(truth: Truth, name: EndpointName): number {
  const at = truth.endpoints.findIndex(({ definition }) => definition.name === name);
  return populationRates(truth).arms[0].rates[at];
}

describe('what the shipped scenarios say of themselves', () => {
  it('definitive-unresectable: 32 × 2 Gy is within 3 points of Tepper & Suit 1985 in each size, and 43.5 % in all', () => {
    const planned = live(truthOf('definitive-unresectable'), '32 x 2 Gy', 5);
    expect(Math.abs(rateOf(planned, 'localControl') - 0.435)).toBeLessThan(1e-6);
    const bySize = [4, 7.5, 14].map((size) =>
      rateOf(
        live(
          truthOf('definitive-unresectable', { 'truth.cohort.heterogeneity.tumourSizeCm': size }),
          '32 x 2 Gy',
          5,
          planned,
        ),
        'localControl',
      ),
    );
    for (const [i, seen] of [0.875, 0.53, 0.3].entries())
      expect(Math.abs(bySize[i] - seen)).toBeLessThan(0.03);
    // Volume alone is far too flat
    const flat = truthOf('definitive-unresectable', { 'truth.localControl.lnClonogensPerDoubling': 2.08 });
    const small = {
      ...flat,
      cohort: { ...flat.cohort, heterogeneity: { ...flat.cohort.heterogeneity, tumourSizeCm: 4 } },
    };
    expect(rateOf(live(small, '32 x 2 Gy', 5, live(flat, '32 x 2 Gy', 5)), 'localControl')).toBeLessThan(0.6);
  });

  it.each([3, 4, 5, 6, 7, 8])('definitive-unresectable: can be run in %i fractions', (fractions) => {
    const sets = [`arms.experimental.schedule.fractions=${fractions}`];
    expect(readShipped('definitive-unresectable', ...sets).scenario.arms.experimental.schedule).toEqual({
      totalGy: 60,
      fractions,
    });
  });

  it('myxoid-dose-reduction: under what the cell lines say, 77 of 77 would be a miracle', () => {
    const path = 'truth.cohort.subtypes.myxoid.heterogeneity.sf2.logLogNormal.median';
    const inVitro = truthOf('myxoid-dose-reduction', { [path]: 0.655 });
    const allControlled = (spec: TruthSpec): number =>
      Math.exp(77 * Math.log(rateOf(live(spec, '18 x 2 Gy', 2), 'localControl')));
    expect(allControlled(inVitro)).toBeLessThan(1e-3);
    expect(allControlled(truthOf('myxoid-dose-reduction'))).toBeGreaterThan(0.2);
  });

  it('late-effects-5x8: EQD2 88 and 50 Gy at α/β 3 Gy; amputation 1 % at 55 Gy and 16 % after 5 × 8 Gy', () => {
    expect(eqd2(doseSums(parseSchedule('5 x 8 Gy')), 3)).toBeCloseTo(88, 10);
    expect(eqd2(doseSums(parseSchedule('25 x 2 Gy')), 3)).toBeCloseTo(50, 10);
    const spec = truthOf('late-effects-5x8');
    expect(rateOf(live(spec, '5 x 8 Gy', 3), 'amputation')).toBeCloseTo(0.16, 10);
    expect(rateOf(live(spec, '27 x 2 Gy', 3), 'amputation')).toBeLessThan(0.01);
    expect(rateOf(live(spec, '28 x 2 Gy', 3), 'amputation')).toBeGreaterThan(0.01);
  });

  it('late-effects-5x8: the made-up femur keeps below a mean of 37 Gy and 64 % above 40 Gy', () => {
    const { doseGy, volume } = (
      readShipped('late-effects-5x8').scenario.truth.fracture as never as {
        dvh: { doseGy: number[]; volume: number[] };
      }
    ).dvh;
    const sumOf = (of: (gy: number, i: number) => number): number =>
      doseGy.reduce((sum, gy, i) => sum + of(gy, i), 0);
    expect(sumOf((gy, i) => gy * volume[i])).toBeLessThan(37);
    expect(sumOf((gy, i) => (gy > 40 ? volume[i] : 0))).toBeLessThan(0.64);
  });

  it('competing-risks: 12.5 % of patients are seen to fail by 50 months before they die', () => {
    const truth = live(truthOf('competing-risks'), '25 x 2 Gy', 50 / 12);
    const [[net, beforeDeath]] = competingRates(truth)!.arms;
    expect(Math.abs(beforeDeath - 0.125)).toBeLessThan(0.001);
    expect(net).toBeGreaterThan(beforeDeath);
  });

  it('genomic-gard: medians of GARD make α/β 2.8 and 5.2 Gy; the mixture has the median 5.42 Gy', () => {
    const ofGard = (gard: number): number => alphaFromRsi(Math.exp(-gard / 25), 0.05) / 0.05;
    expect(ofGard(11.9)).toBeCloseTo(2.8, 1);
    expect(ofGard(18)).toBeCloseTo(5.2, 1);
    const { truths } = readShipped('genomic-gard').scenario;
    const cohort = truths.alphaBetaMixture['truth.cohort'] as { heterogeneity: { alphaBetaGy: LawSpec } };
    expect(createLaw(cohort.heterogeneity.alphaBetaGy).quantile(0.5)).toBeCloseTo(5.42, 1);
  });

  it('two-phase-surgery: with narrow margins fewer wounds than after 25 × 2 Gy, with wide ones more fibrosis', () => {
    const { scenario } = readShipped('two-phase-surgery');
    const arms = Object.entries(scenario.arms).map(([name, { schedule }]) =>
      plannedArm(name, schedule as never),
    );
    const rates = (region: string): number[][] => {
      const changes = Object.fromEntries(
        ['localControl', 'woundComplication', 'fibrosis'].map((name) => [`truth.${name}.region`, region]),
      );
      const truth = createTruth(truthOf('two-phase-surgery', changes), arms, { localControl: 3 });
      return populationRates(truth).arms.map((arm) => [...arm.rates]);
    };
    const [narrow, wide] = [rates('bed'), rates('tumour')];
    expect(narrow[1][1]).toBeLessThan(narrow[0][1]);
    expect(wide[1][2]).toBeGreaterThan(narrow[1][2]);
    expect(wide[0]).toEqual(narrow[0]);
  });
});
