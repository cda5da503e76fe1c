import { describe, expect, it } from 'vitest';
import type { WorldsResult } from '../../../src/engine/batch-result.ts';
import { runWorlds } from '../../../src/engine/run-worlds.ts';
import { normalCdf } from '../../../src/numeric/normal-cdf.ts';
import { readScenario } from '../../../src/scenario/read-scenario.ts';
import { createTrial, type Trial } from '../../../src/scenario/trial.ts';
import { patientsExposed } from '../../../src/study/exposure/patients-exposed.ts';
import { readShipped } from '../../fixtures/scenario-text.ts';

/** Two arms whose experimental rate is not known; 100 and 200 patients. */
const text = (
  uncertainty: string,
  claim = 'nonInferiority',
  more = 'margin: 0.1, oneSidedAlpha: 0.05',
) => `isoeffect: 1
title: exposure
seed: exposure
arms: { control: {}, experimental: {} }
truth:
  localControl: { model: statedRates, control: 0.8, experimental: 0.8 }
uncertainty:
${uncertainty}
design:
  total: 300
  allocation: [1, 2]
  ${claim}: { endpoint: localControl, atYears: 2, ${more}, test: wald }
simulation: { replicates: 20, worlds: 400 }
`;
const trialOf = (scenario: string): Trial => createTrial(readScenario(scenario, 'exposure').scenario);
const EXPERIMENTAL = 'truth.localControl.experimental';
const UNIFORM = `  ${EXPERIMENTAL}: { uniform: { min: 0.6, max: 0.9 } }`;

/** Worlds with these rates of the two arms. */
const worldsOf = (trial: Trial, rates: readonly (readonly [number, number])[]): WorldsResult => ({
  kind: 'worlds',
  draws: new Float64Array(rates.length),
  rates: Float64Array.from(rates.flat()),
  slacks: Float64Array.from(rates, ([c, e]) => trial.design.claims[0].slack(c, e)),
  power: new Float64Array(rates.length),
  isExact: true,
  hasExactRates: true,
});

describe('patients exposed to an inferior schedule', () => {
  it('are counted over the worlds given: at the margin is not beyond it, equal is not worse', () => {
    const trial = trialOf(text(UNIFORM));
    const found = patientsExposed(trial, [
      worldsOf(trial, [
        [0.8, 0.8],
        [0.8, 0.7],
      ]),
      worldsOf(trial, [
        [0.8, 0.6],
        [0.8, 0.9],
      ]),
    ]);
    expect(found.worse.estimate).toBe(0.5);
    expect(found.beyondMargin.estimate).toBe(0.25);
    expect(found.patientsBeyondMargin.estimate).toBe(50);
    expect(found.patientsBeyondMargin.mcse).toBeCloseTo(200 * found.beyondMargin.mcse, 12);
    // 200 × mean of 0, 0.1, 0.2, 0
    expect(found.excessEvents.estimate).toBeCloseTo(15, 12);
  });

  it('are exact for a uniform rate: thirds of it are worse and beyond, and the shortfall is a triangle', () => {
    const trial = trialOf(text(UNIFORM));
    const found = patientsExposed(trial, [runWorlds(trial, 1, 401)]);
    // Rates from 0.6 to 0.9: below 0.8, below 0.7; mean of max(0, 0.8 − p) is 0.2²/2/0.3
    expect(found.worse.exact).toBeCloseTo(2 / 3, 8);
    expect(found.beyondMargin.exact).toBeCloseTo(1 / 3, 8);
    expect(found.patientsBeyondMargin.exact).toBeCloseTo(200 / 3, 6);
    expect(found.excessEvents.exact).toBeCloseTo((200 * 0.02) / 0.3, 5);
    for (const { estimate, mcse, exact } of Object.values(found))
      expect(Math.abs(estimate - exact!)).toBeLessThan(4 * mcse);
  });

  it('are those of superiority without a margin, and of finite laws', () => {
    const law = `  ${EXPERIMENTAL}: { empirical: { values: [0.7, 0.8, 0.9], weights: [1, 2, 1] } }`;
    const trial = trialOf(text(law, 'superiority', 'twoSidedAlpha: 0.05'));
    const { worse, beyondMargin } = patientsExposed(trial, [runWorlds(trial, 1, 41)]);
    expect(worse.exact).toBeCloseTo(0.25, 12);
    expect(beyondMargin.exact).toBeCloseTo(0.25, 12);
  });

  it('complement the ceiling, and follow α/β in closed form', () => {
    const trial = createTrial(readShipped('sts-5x6-vs-25x2').scenario);
    const { worse, beyondMargin } = patientsExposed(trial, [runWorlds(trial, 1, 21)]);
    // 5 × 6 Gy is worse where α/β, lognormal about 4.9, is above 4
    expect(worse.exact).toBeCloseTo(normalCdf(Math.log(4.9 / 4) / 0.45), 8);
    // Ceiling by quadrature, as a run gives it
    expect(beyondMargin.exact).toBeCloseTo(1 - 0.6371231, 6);
  });

  it('are held against the null rate in a single arm', () => {
    const trial = createTrial(readShipped('adoption-5x6').scenario);
    const { worse, beyondMargin } = patientsExposed(trial, [runWorlds(trial, 1, 21)]);
    expect(beyondMargin).toEqual(worse);
  });

  it('need a world', () => {
    expect(() => patientsExposed(trialOf(text(UNIFORM)), [])).toThrow(/invalid worlds: none/);
  });
});
