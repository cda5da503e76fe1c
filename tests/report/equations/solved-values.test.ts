import { describe, expect, it } from 'vitest';
import { type SolvedValue, solvedValues } from '../../../src/report/equations/solved-values.ts';
import { readScenario, type ScenarioChange } from '../../../src/scenario/read-scenario.ts';
import { createTrial, type Trial } from '../../../src/scenario/trial.ts';
import { TWO_ARMS } from '../make-result.ts';

function trialWith(changes: Record<string, unknown>): Trial {
  const given = Object.entries(changes).map(
    ([path, value]): ScenarioChange => ({ path, value, origin: path }),
  );
  return createTrial(readScenario(TWO_ARMS, 'test.yaml', given).scenario);
}

const valueAt = (values: readonly SolvedValue[], at: string): SolvedValue =>
  values.find((value) => value.at === at)!;

const [LC, WC] = ['truth.localControl', 'truth.woundComplication'];
const CERTAIN = { uncertainty: {}, 'simulation.worlds': 0 };
const RATE = 0.9;
const LIMB = { bernoulli: 0.6 };
const [ALPHA, ALPHA_BETA] = [0.3, 4];

/** Of 14 × 3 Gy, and E of a single 2 Gy, where every patient has this α and α/β. */
const EQD2 = (42 * (ALPHA_BETA + 3)) / (ALPHA_BETA + 2);
const EFFECT = ALPHA * 42 * (1 + 3 / ALPHA_BETA);
const EFFECT_OF_2_GY = ALPHA * 2 * (1 + 2 / ALPHA_BETA);
const LOG_ODDS = Math.log(RATE / (1 - RATE));

/** What the anchor of local control determines where every patient is alike. */
function solvedFor(model: Record<string, unknown>): SolvedValue {
  const heterogeneity = { alphaPerGy: ALPHA, alphaBetaGy: ALPHA_BETA, lowerLimb: LIMB };
  const trial = trialWith({
    'truth.cohort': { parameterisation: 'alphaAlphaBeta', heterogeneity },
    [LC]: { anchor: { schedule: '14 x 3 Gy', rate: RATE }, ...model },
    ...CERTAIN,
  });
  return valueAt(solvedValues(trial), LC);
}

const logistic = { model: 'logistic', gamma50: 1.5 };
const logLogistic = { model: 'logLogistic', gamma50: 1.5, surgeryAlone: 0 };
// One clonogen where there is any, as L → 0; what is left out is of the order of L
const single = {
  model: 'residualDisease',
  maxLnClonogens: 1e-6,
  anchor: { schedule: '1 x 2 Gy', rate: RATE },
};

describe('values that anchors determine', () => {
  it.each([
    // logit LC = 4γ(EQD2/D50 − 1)
    [logistic, 'd50Gy', EQD2 / (1 + LOG_ODDS / 6), 1e-9],
    // logit LC = 4γ ln(EQD2/D50)
    [logLogistic, 'd50Gy', EQD2 * Math.exp(-LOG_ODDS / 6), 1e-9],
    // LC = exp(−N e^−E)
    [{ model: 'poisson' }, 'clonogens', -Math.log(RATE) * Math.exp(EFFECT), 1e-9],
    // LC = 1 − q(1 − exp(−e^−E))
    [single, 'residualProbability', (1 - RATE) / (1 - Math.exp(-Math.exp(-EFFECT_OF_2_GY))), 1e-6],
  ])('have their closed form where every patient is alike: %o', (model, parameter, expected, error) => {
    const found = solvedFor(model);
    expect(found.parameter).toBe(parameter);
    expect(Math.abs(found.value / expected - 1)).toBeLessThan(error);
  });

  it('allow for what differs between patients: odds ratios average to the rate', () => {
    const { value } = valueAt(solvedValues(trialWith({})), WC);
    // EQD2 of 14 × 3 Gy at 10 Gy; lower limbs have three times the odds
    const logOdds = value + (0.2 * (42 * (13 / 12) - 50)) / 10;
    const risk = (ratio: number) => 1 / (1 + Math.exp(-logOdds) / ratio);
    expect(0.6 * risk(3) + 0.4 * risk(1)).toBeCloseTo(0.35, 9);
  });

  it.each([
    ['logistic', { gamma50: 1.5 }],
    ['residualDisease', {}],
    ['poisson', {}],
  ])('give the rate back when stated in place of the anchor, whatever α/β differs by: %s', (model, rest) => {
    const anchor = { schedule: '14 x 3 Gy', rate: 0.93, atYears: 2 };
    const latency = { logNormal: { medianYears: 1.5, sigma: 0.9 } };
    const certain = { ...CERTAIN, 'truth.cohort.heterogeneity.sf2': { beta: { a: 26, b: 24 } } };
    const anchored = trialWith({ ...certain, [LC]: { model, anchor, latency, ...rest } });
    const { parameter, value } = valueAt(solvedValues(anchored), LC);
    const stated = trialWith({ ...certain, [LC]: { model, [parameter]: value, latency, ...rest } });
    // Quadratures of both converge within 1e-7
    expect(Math.abs(stated.truth(0).rates.arms[0].rates[0] - 0.93)).toBeLessThan(2e-7);
  });

  it('are given again under another truth where they differ, and there alone', () => {
    const truths = {
      late: { 'truth.cohort.heterogeneity.alphaBetaGy': 3 },
      stated: { [LC]: { model: 'statedRates', control: 0.9, experimental: 0.9 } },
      other: {
        'truth.cohort.heterogeneity.sf2': 0.52,
        [LC]: { model: 'residualDisease', anchor: { schedule: '14 x 3 Gy', rate: 0.93 } },
      },
    };
    const found = solvedValues(trialWith({ truths }));
    expect(found.map(({ at, parameter }) => `${at}.${parameter}`)).toEqual([
      `${LC}.d50Gy`,
      `${WC}.intercept`,
      `truths.late.${LC}.d50Gy`,
      `truths.other.${LC}.residualProbability`,
    ]);
    const kept = { ...logistic, anchor: { schedule: '14 x 3 Gy', rate: 0.93, resolve: 'planned' } };
    expect(solvedValues(trialWith({ [LC]: kept, truths: { late: truths.late } }))).toHaveLength(2);
  });

  it('hold in the subtype whose anchor it is', () => {
    const own = { ...logistic, anchor: { schedule: '14 x 3 Gy', rate: 0.99 } };
    const trial = trialWith({
      'truth.cohort.subtypes': { myxoid: { weight: 0.3 }, other: { weight: 0.7 } },
      'truth.cohort.heterogeneity.alphaBetaGy': ALPHA_BETA,
      [LC]: { ...logistic, anchor: { schedule: '14 x 3 Gy', rate: 0.93 }, bySubtype: { myxoid: own } },
      ...CERTAIN,
    });
    const { value } = valueAt(solvedValues(trial), `${LC}.bySubtype.myxoid`);
    expect(value).toBeCloseTo(EQD2 / (1 + Math.log(99) / 6), 8);
  });

  it('say how they come about, and show powers of ten', () => {
    const noteOf = (changes: Record<string, unknown>) => valueAt(solvedValues(trialWith(changes)), LC).note;
    const anchor = { schedule: '14 x 3 Gy', rate: 0.93 };
    expect(noteOf({})).toBe('solved from the anchor, and anew in each world');
    expect(noteOf(CERTAIN)).toBe('solved from the anchor');
    expect(noteOf({ [LC]: { ...logistic, anchor: { ...anchor, resolve: 'planned' } } })).toBe(
      'solved from the anchor on the truth as planned',
    );
    // −ln 0.9·e^22.05 = 3.971e8
    expect(solvedFor({ model: 'poisson' }).words).toBe('3.971 × 10⁸');
    expect(solvedFor(logistic).words).toBe(String(Number((EQD2 / (1 + LOG_ODDS / 6)).toPrecision(4))));
  });
});
