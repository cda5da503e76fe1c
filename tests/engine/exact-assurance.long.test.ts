import { describe, expect, it } from 'vitest';
import { exactAssurance } from '../../src/engine/exact-assurance.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { armCells, createTrial, slacks } from '../../src/scenario/trial.ts';
import { uncertainLaws } from '../../src/scenario/truth-specs.ts';
import { exactPower } from '../../src/trial/exact-power.ts';
import { shippedText } from '../fixtures/scenario-text.ts';

const ALPHA_BETA = 'truth.cohort.heterogeneity.alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.45 } }';
const GAMMA = 'truth.localControl.gamma50: { logNormal: { median: 1.5, sigma: 0.3 } }';
const LATENCY = 'truth.localControl.latency.logNormal.sigma: { logNormal: { median: 0.9, sigma: 0.2 } }';

/** The shipped comparison with these uncertain values, in this order. */
function trialWith(...uncertain: string[]) {
  const text = shippedText('sts-5x6-vs-25x2')
    .replace(`  ${ALPHA_BETA}`, uncertain.map((line) => `  ${line}`).join('\n'))
    .replace(
      'rate: 0.93, atYears: 3 }',
      'rate: 0.93, atYears: 3 }\n    latency: { logNormal: { medianYears: 1.5, sigma: 0.9 } }',
    );
  return createTrial(readScenario(text, 'x').scenario);
}

describe('exact assurance over two uncertain values', () => {
  it('does not hang on their order, even where the claim hangs on one alone', () => {
    const forth = exactAssurance(trialWith(ALPHA_BETA, LATENCY));
    const back = exactAssurance(trialWith(LATENCY, ALPHA_BETA));
    for (const key of ['assurance', 'ceiling', 'successAndTrue'] as const) {
      expect(Math.abs(forth[key]! - back[key]!), key).toBeLessThan(2e-6);
    }
  });

  it('agrees with a plain midpoint sum over 120 × 120 worlds, as far as that goes', () => {
    const trial = trialWith(ALPHA_BETA, GAMMA);
    const [first, second] = uncertainLaws(trial.scenario);
    const steps = 120;
    let [assurance, ceiling] = [0, 0];
    for (let i = 0; i < steps; i++) {
      for (let j = 0; j < steps; j++) {
        const known = trial.truthInWorld([
          [first.path, first.law.quantile((i + 0.5) / steps)],
          [second.path, second.law.quantile((j + 0.5) / steps)],
        ]);
        assurance += exactPower(trial.design, trial.matrices, armCells(trial, known)).joint / (steps * steps);
        ceiling += (slacks(trial, known)[0] > 0 ? 1 : 0) / (steps * steps);
      }
    }
    const exact = exactAssurance(trial);
    // The midpoint sum of a smooth function errs by about 1/steps² , of a step by about 1/steps
    expect(Math.abs(exact.assurance! - assurance)).toBeLessThan(10 / (steps * steps));
    expect(Math.abs(exact.ceiling! - ceiling)).toBeLessThan(1 / steps);
  });
});

describe('a world that cannot be', () => {
  const text = shippedText('sts-5x6-vs-25x2')
    .replace(`  ${ALPHA_BETA}`, '  truth.localControl.anchor.rate: { beta: { a: 8, b: 2 } }')
    .replace(
      'rate: 0.93, atYears: 3 }',
      'rate: 0.83, atYears: 3 }\n    latency: { logNormal: { medianYears: 1.5, sigma: 0.9 } }',
    );

  it('at the far end of a law leaves the assurance without an exact value, and the run alive', () => {
    const trial = createTrial(readScenario(text, 'x').scenario);
    expect(exactAssurance(trial)).toEqual({ kind: 'assurance' });
    expect(() => trial.truthInWorld([['truth.localControl.anchor.rate', 0.1]])).toThrow(
      'impossible world (truth.localControl.anchor.rate = 0.1): the anchor',
    );
  });
});
