import { beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/engine/result.ts';
import { charts } from '../../src/report/charts/index.ts';
import { doseResponses } from '../../src/report/dose-responses.ts';
import { tissuesOf } from '../../src/report/tissues.ts';
import { makeResult, SINGLE_ARM, STATED_RATES, TWO_ARMS } from './make-result.ts';
import { replanned } from './replanned.ts';

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

  it('speaks of no window where both arms are the same to every tissue', () => {
    const same = replanned(twoArms, { 'arms.experimental.schedule': '14 x 3 Gy' });
    expect(titleOf('isoeffect-map', same)).toBe(
      'Against control, experimental gives as much for the tumour (α/β 4.9 Gy), as much for wound complications (α/β 10 Gy)',
    );
  });

  it('places no course that goes on after surgery, which wounds do not count', () => {
    const split = replanned(twoArms, { 'arms.experimental.schedule': '10 x 3 Gy + surgery + 4 x 3 Gy' });
    const { data, description } = contentOf('isoeffect-map', split);
    expect(data.arms.map(({ label }) => label)).toEqual(['14 × 3 Gy']);
    expect(description).toContain('go on after surgery');
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

  it('does not call a median known that no worlds were drawn to tell', () => {
    const sigma = 'truth.cohort.heterogeneity.alphaBetaGy.logNormal.sigma';
    const two = replanned(twoArms, {
      uncertainty: {
        [MEDIAN]: { logNormal: { median: 4.9, sigma: 0.45 } },
        [sigma]: { uniform: { min: 0.5, max: 0.7 } },
      },
    });
    expect(titleOf('alpha-beta-law', { ...two, worldsSummary: null })).toBe(
      '90 % of patients have an α/β between 1.8 and 13.1 Gy; how uncertain their median of 4.9 Gy is, no worlds were drawn to tell',
    );
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
