import { describe, expect, it } from 'vitest';
import { runWorlds } from '../../../src/engine/run-worlds.ts';
import { normalCdf } from '../../../src/numeric/normal-cdf.ts';
import { readScenario } from '../../../src/scenario/read-scenario.ts';
import { createTrial } from '../../../src/scenario/trial.ts';
import { patientsExposed } from '../../../src/study/exposure/patients-exposed.ts';

const normal = (path: string) => `  ${path}: { normal: { mean: 0.8, sd: 0.02 } }`;
const text = `isoeffect: 1
title: exposure
seed: exposure
arms: { control: {}, experimental: {} }
truth:
  localControl: { model: statedRates, control: 0.8, experimental: 0.8 }
uncertainty:
${normal('truth.localControl.control')}
${normal('truth.localControl.experimental')}
design:
  perArm: 200
  nonInferiority: { endpoint: localControl, atYears: 2, margin: 0.1, oneSidedAlpha: 0.05, test: wald }
simulation: { replicates: 20, worlds: 400 }
`;

describe('patients exposed to an inferior schedule', () => {
  it('are exact for two uncertain rates', () => {
    const trial = createTrial(readScenario(text, 'exposure').scenario);
    const { worse, beyondMargin, excessEvents } = patientsExposed(trial, [runWorlds(trial, 1, 11)]);
    const sd = 0.02 * Math.SQRT2;
    // A grid of scores that reaches ±5.5, integrated to 1e-8 a piece
    expect(worse.exact).toBeCloseTo(0.5, 6);
    expect(beyondMargin.exact).toBeCloseTo(normalCdf(-0.1 / sd), 6);
    // E max(0, X) = σ/√(2π)
    expect(excessEvents.exact).toBeCloseTo((200 * sd) / Math.sqrt(2 * Math.PI), 4);
  });
});
