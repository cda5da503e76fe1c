import { beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/engine/result.ts';
import { runExact } from '../../src/engine/run-exact.ts';
import { charts } from '../../src/report/charts/index.ts';
import { doseResponses } from '../../src/report/dose-responses.ts';
import { powerAtAlphaBeta } from '../../src/report/power-at-alpha-beta.ts';
import { tissuesOf } from '../../src/report/tissues.ts';
import { withValues } from '../../src/scenario/path.ts';
import { createTrial } from '../../src/scenario/trial.ts';
import { makeResult, SINGLE_ARM, STATED_RATES, TWO_ARMS } from './make-result.ts';

const MEDIAN = 'truth.cohort.heterogeneity.alphaBetaGy.logNormal.median';
let twoArms: RunResult;
let singleArm: RunResult;
let statedRates: RunResult;

beforeAll(async () => {
  twoArms = await makeResult(TWO_ARMS, { 'simulation.replicates': 40, 'simulation.worlds': 20 });
  singleArm = await makeResult(SINGLE_ARM);
  statedRates = await makeResult(STATED_RATES);
});

const contentOf = (chart: string, result: RunResult) => charts[chart].content(result)!;
const titleOf = (chart: string, result: RunResult) => contentOf(chart, result).title;

/** A result with other plans, as far as charts of what is planned read it. */
function replanned(result: RunResult, values: Record<string, unknown>): RunResult {
  const resolved = withValues(result.scenario.resolved, Object.entries(values));
  const schedules = Object.values(resolved.arms).map(({ schedule }) => String(schedule));
  const arms = result.arms.map((arm, i) => ({ ...arm, schedule: schedules[i] }));
  return { ...result, arms, scenario: { ...result.scenario, resolved } };
}

describe('isoeffect map', () => {
  it('has curves along which EQD2 stays that of the control', () => {
    const [{ alphaBetaGy: median }] = tissuesOf(twoArms);
    // The limits of the law cut 0.02 % below and above, so that its median moves by less than 0.2 %
    expect(Math.abs(median - 4.9)).toBeLessThan(0.01);
    const alphaBetas: Record<string, number> = { tumour: median, normal: 10 };
    const { curves } = contentOf('isoeffect-map', twoArms).data;
    expect(new Set(curves.map(({ tissue }) => tissue))).toEqual(new Set(['tumour', 'normal']));
    for (const { tissue, fractions, doseGy } of curves) {
      const x = alphaBetas[String(tissue)];
      const [n, d] = [Number(fractions), Number(doseGy)];
      // n·d(d + x) = 14·3(3 + x); six digits of n and of d, which enters nearly squared
      expect(Math.abs((n * d * (d + x)) / (42 * (3 + x)) - 1)).toBeLessThan(1.5e-5);
    }
  });

  it('shades what is at least as strong for the tumour and no stronger for normal tissue', () => {
    const { window } = contentOf('isoeffect-map', twoArms).data;
    expect(window.length).toBeGreaterThan(10);
    for (const { fractions, low, high } of window) {
      expect(Number(fractions)).toBeLessThan(14);
      expect(Number(high)).toBeGreaterThanOrEqual(Number(low));
    }
  });

  it('says in its title whether the arm lies in the window, and how far off', () => {
    expect(titleOf('isoeffect-map', twoArms)).toBe(
      '5 × 6 Gy lies outside the therapeutic window of 14 × 3 Gy: 0.7 Gy EQD2 less for the tumour (α/β 4.9 Gy), 5.5 Gy EQD2 less for wound complications (α/β 10 Gy)',
    );
    // 31(6.2 + 4.9)/6.9 − 42·7.9/6.9 = 1.8; 31·16.2/12 − 42·13/12 = −3.65
    expect(
      titleOf('isoeffect-map', replanned(twoArms, { 'arms.experimental.schedule': '5 x 6.2 Gy' })),
    ).toMatch(
      / lies in the therapeutic window of .*: 1\.8 Gy EQD2 more for the tumour .*, 3\.6 Gy EQD2 less for wound/,
    );
  });

  it('has no window where normal tissue is the more sensitive to the size of fractions on both sides', () => {
    const late = { model: 'logistic', alphaBetaGy: 3, slopePer10Gy: 0.2, intercept: -1, oddsRatios: {} };
    const content = contentOf('isoeffect-map', replanned(twoArms, { 'truth.fibrosis': late }));
    // 30(6 + 3)/5 − 42(3 + 3)/5 = 3.6
    expect(content.data.window).toEqual([]);
    expect(content.description).toContain('There is no window');
    expect(content.params.tissues).toEqual(['tumour', 'normal', 'late']);
    expect(content.title).toMatch(
      /wound complications \(α\/β 10 Gy\), 3\.6 Gy EQD2 more for fibrosis \(α\/β 3 Gy\)$/,
    );
  });

  it('of one arm says which dose in other fractions does the same', () => {
    // 30·16 = 25d(d + 10)  ⇒  d = (√(100 + 4·19.2) − 10)/2 = 1.65
    expect(titleOf('isoeffect-map', singleArm)).toBe(
      'In 25 fractions, the effect of 5 × 6 Gy takes 1.65 Gy each for wound complications (α/β 10 Gy)',
    );
    expect(contentOf('isoeffect-map', singleArm).data.window).toEqual([]);
  });

  it('places only courses of one size of fraction, and is left out where more than dose tells arms apart', () => {
    const mixed = contentOf(
      'isoeffect-map',
      replanned(twoArms, { 'arms.experimental.schedule': '5 x 5 + 10 x 2' }),
    );
    expect(mixed.data.arms).toHaveLength(1);
    expect(mixed.description).toContain('have no point here');
    expect(
      charts['isoeffect-map'].content(replanned(twoArms, { 'arms.experimental.agents': ['drug'] })),
    ).toBeUndefined();
    expect(charts['isoeffect-map'].content(statedRates)).toBeUndefined();
  });
});

describe('law of α/β', () => {
  it('says both spreads, and its curves hold everybody', () => {
    const { title, data } = contentOf('alpha-beta-law', twoArms);
    // 4.9·e^(±1.645·0.6) and 4.9·e^(±1.645·0.45), the upper ends moved by the limit at 40 Gy
    expect(title).toBe(
      '90 % of patients have an α/β between 1.8 and 13.1 Gy; their median lies between 2.3 and 10.2 Gy in 90 % of worlds',
    );
    for (const of of ['patients', 'worlds']) {
      const sum = data.shares
        .filter((row) => row.of === of)
        .reduce((total, { share }) => total + Number(share), 0);
      // Half of a thousandth, or of a 400th, lies beyond either end
      expect(sum).toBeCloseTo(of === 'patients' ? 99.9 : 99.75, 3);
    }
  });

  it('takes the worlds where more than one law decides', () => {
    const two = replanned(twoArms, {
      uncertainty: {
        [MEDIAN]: { logNormal: { median: 4.9, sigma: 0.45 } },
        'truth.cohort.heterogeneity.alphaBetaGy.logNormal.sigma': { uniform: { min: 0.5, max: 0.7 } },
      },
    });
    const first = twoArms.worldsSummary!.first.map((world) => ({
      ...world,
      values: { ...world.values, 'truth.cohort.heterogeneity.alphaBetaGy.logNormal.sigma': 0.6 },
    }));
    const content = contentOf('alpha-beta-law', {
      ...two,
      worldsSummary: { ...twoArms.worldsSummary!, first },
    });
    expect(content.description).toContain('in 20 worlds drawn');
  });

  it('speaks of one spread where there is one, and is left out where there is none', () => {
    expect(titleOf('alpha-beta-law', replanned(twoArms, { uncertainty: {} }))).toBe(
      '90 % of patients have an α/β between 1.8 and 13.1 Gy; that their median is 4.9 Gy is taken as known',
    );
    const alike = replanned(twoArms, {
      'truth.cohort.heterogeneity.alphaBetaGy': 4.9,
      uncertainty: { 'truth.cohort.heterogeneity.alphaBetaGy': { logNormal: { median: 4.9, sigma: 0.45 } } },
    });
    expect(titleOf('alpha-beta-law', alike)).toBe(
      'All patients have one α/β, and it lies between 2.3 and 10.3 Gy in 90 % of worlds',
    );
    expect(charts['alpha-beta-law'].content(singleArm)).toBeUndefined();
  });
});

describe('dose-response', () => {
  it('goes through the exact rates of the arm as planned', () => {
    const responses = doseResponses(twoArms);
    expect(responses.map(({ endpoint }) => endpoint.name)).toEqual(['localControl', 'woundComplication']);
    for (const { endpoint, planned } of responses) {
      const { exact } = twoArms.truths[0].arms[1].endpoints[endpoint.name]!.rate;
      expect(Math.abs(planned.population - exact!)).toBeLessThan(1e-7);
    }
  });

  it('a tenth more dose is 11 fractions in place of 10', () => {
    const ten = doseResponses(replanned(twoArms, { 'arms.experimental.schedule': '10 x 3 Gy' }));
    const eleven = doseResponses(replanned(twoArms, { 'arms.experimental.schedule': '11 x 3 Gy' }));
    ten.forEach(({ more }, i) => {
      expect(Math.abs(more.population - eleven[i].planned.population)).toBeLessThan(2e-7);
      expect(more.medianPatient).toBeCloseTo(eleven[i].planned.medianPatient!, 12);
      expect(more.eqd2Gy).toBeCloseTo(eleven[i].planned.eqd2Gy, 10);
    });
  });

  it('is nowhere as steep in the population as the curve of a median patient at its steepest', () => {
    const [{ curve }] = doseResponses(twoArms);
    const [ofPopulation, ofMedian] = (['population', 'medianPatient'] as const).map((line) =>
      Math.max(...curve.slice(1).map((point, i) => point[line]! - curve[i][line]!)),
    );
    expect(ofPopulation).toBeLessThan(ofMedian);
  });

  it('says what a tenth more dose does; a single arm whose patients are alike has one line', () => {
    expect(titleOf('dose-response', twoArms)).toMatch(
      /^A tenth more dose in the fractions of 5 × 6 Gy moves local control by \+\d\.\d percentage points \(\+\d\.\d in a median patient\), wound complications by \+\d\.\d \(/,
    );
    // logit 0.3 at 50 Gy, 0.2 per 10 Gy: 40 and 44 Gy EQD2 give 0.2597 and 0.2754
    expect(titleOf('dose-response', singleArm)).toBe(
      'A tenth more dose in the fractions of 5 × 6 Gy moves wound complications by +1.6 percentage points',
    );
    expect(contentOf('dose-response', singleArm).params.lines).toEqual(['population']);
    expect(charts['dose-response'].content(statedRates)).toBeUndefined();
  });
});

describe('power by α/β', () => {
  it('is the exact power of the scenario with another median', () => {
    const { curve, planned } = powerAtAlphaBeta(twoArms)!;
    expect(curve).toHaveLength(15);
    expect(planned.power).toBeCloseTo(twoArms.truths[0].operatingCharacteristics.power.exact!, 12);
    const { resolved } = twoArms.scenario;
    for (const i of [0, 7, 14]) {
      const other = withValues(resolved, [[MEDIAN, Math.exp((i / 14) * Math.log(20))]]);
      expect(curve[i].power).toBeCloseTo(runExact(createTrial(other), 0).success!.power, 10);
    }
  });

  it('finds where power falls below 80 %', () => {
    const larger = replanned(twoArms, { 'design.perArm': 250, uncertainty: {} });
    const { crossingsGy, uncertainGy } = powerAtAlphaBeta(larger)!;
    expect(crossingsGy).toHaveLength(1);
    expect(uncertainGy).toBeUndefined();
    // Found to 0.4 %; the limits of the law move the median by less than 0.2 % here
    const powers = [0.99, 1.01].map((share) => {
      const other = withValues(larger.scenario.resolved, [[MEDIAN, share * crossingsGy[0]]]);
      return runExact(createTrial(other), 0).success!.power;
    });
    expect(powers[0]).toBeGreaterThan(0.8);
    expect(powers[1]).toBeLessThan(0.8);
    expect(titleOf('power-by-alpha-beta', larger)).toMatch(/^Power falls below 80 % where α\/β is above \d/);
    expect(contentOf('power-by-alpha-beta', larger).data.band).toEqual([]);
  });

  it('says so where power is never what is usual', () => {
    expect(titleOf('power-by-alpha-beta', twoArms)).toMatch(
      /^Power is less than 80 % at every α\/β from 1\.\d to 18\.\d Gy; as planned, at 4\.9 Gy, it is \d/,
    );
    expect(charts['power-by-alpha-beta'].content(singleArm)).toBeUndefined();
    expect(charts['power-by-alpha-beta'].content(statedRates)).toBeUndefined();
  });
});

describe('convergence', () => {
  it('ends at the power of the result, with the same standard error', () => {
    for (const result of [twoArms, singleArm, statedRates]) {
      const { estimate, mcse, exact } = result.truths[0].operatingCharacteristics.power;
      const { data, params } = contentOf('monte-carlo-convergence', result);
      const last = data.band[data.band.length - 1];
      expect(last.replicates).toBe(result.replicates);
      expect(last.power).toBeCloseTo(100 * estimate, 3);
      expect(Number(last.high)).toBeCloseTo(Math.min(100, 100 * (estimate + 2 * mcse)), 3);
      expect(params.kinds).toEqual(exact === undefined ? ['running'] : ['running', 'exact']);
    }
  });

  it('says how far the estimate lies from the exact value, or how to halve its error', () => {
    expect(titleOf('monte-carlo-convergence', singleArm)).toMatch(
      /^After 300 replicates power is .* standard errors (above|below) the exact \d/,
    );
    const inexact = JSON.parse(JSON.stringify(singleArm), (key, value) =>
      key === 'exact' ? undefined : value,
    );
    expect(titleOf('monte-carlo-convergence', inexact)).toMatch(
      /; four times as many would halve the error$/,
    );
  });
});
