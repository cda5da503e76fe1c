import { describe, expect, it } from 'vitest';
import type { ExactResult } from '../../src/engine/batch-result.ts';
import { createBatchRunner } from '../../src/engine/run-batch.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';

/**
 * A second, naive implementation of one workload, from its formulas, with its own random numbers: 150 patients an arm,
 * 25 × 2 Gy against 5 × 6 Gy, residual disease and wounds, Wald non-inferiority of local control within 7 points.
 */
function naive(trials: number) {
  // A linear congruential generator modulo 2³², its high bits only
  let state = 20240611;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const high = state >>> 8;
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (high * 16777216 + (state >>> 8) + 0.5) / 281474976710656;
  };
  let spare: number | undefined;
  const normal = (): number => {
    if (spare !== undefined) {
      const z = spare;
      spare = undefined;
      return z;
    }
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  const SIZE = 150;
  const schedules = [
    { n: 25, d: 2 },
    { n: 5, d: 6 },
  ];
  const tally = { control: [0, 0], wound: [0, 0], both: [0, 0], success: 0 };
  for (let trial = 0; trial < trials; trial++) {
    const controlled = [0, 0];
    schedules.forEach(({ n, d }, arm) => {
      for (let patient = 0; patient < SIZE; patient++) {
        const [z1, z2, z3] = [normal(), normal(), normal()];
        const alpha = Math.exp(-1.6 + 0.35 * z1);
        const alphaBeta = Math.exp(1.59 + 0.5 * (0.3 * z1 + Math.sqrt(0.91) * z2));
        let isControlled = true;
        if (uniform() < 0.3) {
          const clonogens = Math.exp(13.8 * uniform());
          const surviving = clonogens * Math.exp(-alpha * n * d * (1 + d / alphaBeta));
          isControlled = uniform() < Math.exp(-surviving);
        }
        const size = Math.exp(2.2 + 0.5 * z3);
        let logit = -1.6 + 0.03 * size;
        if (uniform() < 0.6) logit += 0.9;
        if (uniform() < 0.12) logit += 0.6;
        if (uniform() < 0.2) logit += 0.5;
        const eqd2 = (n * d * (d + 10)) / (2 + 10);
        logit += (0.15 * (eqd2 - 50)) / 10;
        const hasWound = uniform() < 1 / (1 + Math.exp(-logit));
        if (isControlled) controlled[arm]++;
        if (isControlled) tally.control[arm]++;
        if (hasWound) tally.wound[arm]++;
        if (isControlled && hasWound) tally.both[arm]++;
      }
    });
    const [pc, pe] = controlled.map((count) => count / SIZE);
    const error = Math.sqrt((pc * (1 - pc) + pe * (1 - pe)) / SIZE);
    const excess = pe - pc + 0.07;
    if (error === 0 ? excess > 0 : excess / error >= 1.6448536269514722) tally.success++;
  }
  const share = (count: number, of: number) => ({
    rate: count / of,
    error: Math.sqrt(((count / of) * (1 - count / of)) / of),
  });
  const patients = trials * SIZE;
  return {
    control: tally.control.map((count) => share(count, patients)),
    wound: tally.wound.map((count) => share(count, patients)),
    both: tally.both.map((count) => share(count, patients)),
    success: share(tally.success, trials),
  };
}

const scenario = `
isoeffect: 1
title: reference workload
seed: reference-workload
arms:
  control: { schedule: 25 x 2 Gy }
  experimental: { schedule: 5 x 6 Gy }
truth:
  cohort:
    parameterisation: alphaAlphaBeta
    heterogeneity:
      alphaPerGy: { logNormal: { median: ${Math.exp(-1.6)}, sigma: 0.35 } }
      alphaBetaGy: { logNormal: { median: ${Math.exp(1.59)}, sigma: 0.5 } }
      tumourSizeCm: { logNormal: { median: ${Math.exp(2.2)}, sigma: 0.5 } }
      lowerLimb: { bernoulli: 0.6 }
      diabetes: { bernoulli: 0.12 }
      smoker: { bernoulli: 0.2 }
    correlation: [{ between: [alphaPerGy, alphaBetaGy], rho: 0.3 }]
  localControl: { model: residualDisease, residualProbability: 0.3, maxLnClonogens: 13.8 }
  woundComplication:
    model: logistic
    alphaBetaGy: 10
    slopePer10Gy: 0.15
    intercept: -1.6
    oddsRatios:
      lowerLimb: ${Math.exp(0.9)}
      diabetes: ${Math.exp(0.6)}
      smoker: ${Math.exp(0.5)}
      tumourSizeCm: { ratio: ${Math.exp(0.03)}, per: 1 }
design:
  perArm: 150
  nonInferiority: { endpoint: localControl, atYears: 3, margin: 0.07, oneSidedAlpha: 0.05, test: wald }
simulation: { replicates: 2000 }
`;

describe('double programming: the reference workload', () => {
  /** Standard errors, of the naive program alone where the engine is exact; its seed is fixed, so no alarm is false twice. */
  const SCORE = 3.5;
  const TRIALS = 10_000;
  const { scenario: valid, warnings } = readScenario(scenario, 'reference-workload.yaml');
  const runBatch = createBatchRunner(valid);
  const exact = runBatch({ kind: 'exact', truth: 0 }) as ExactResult;
  const [control, experimental] = exact.rates;
  const second = naive(TRIALS);

  it('needs no warning, and has exact rates', () => {
    expect(warnings).toEqual([]);
    expect(exact.isExact).toBe(true);
  });

  it('has the rates and the power that other implementations found in 30,000 trials', () => {
    expect(control[0]).toBeCloseTo(0.9655, 3);
    expect(experimental[0]).toBeCloseTo(0.9566, 3);
    expect(control[1]).toBeCloseTo(0.3675, 3);
    expect(experimental[1]).toBeCloseTo(0.3353, 3);
    expect(Math.abs(exact.success!.power - 0.855)).toBeLessThan(SCORE * 0.00203);
  });

  it.each([
    ['local control, control arm', () => [control[0], second.control[0]] as const],
    ['local control, experimental arm', () => [experimental[0], second.control[1]] as const],
    ['wounds, control arm', () => [control[1], second.wound[0]] as const],
    ['wounds, experimental arm', () => [experimental[1], second.wound[1]] as const],
    ['success of the trial', () => [exact.success!.power, second.success] as const],
  ])('%s: the exact value lies within 3.5 standard errors of the naive program’s', (_, pair) => {
    const [value, { rate, error }] = pair();
    expect(error).toBeGreaterThan(0);
    expect(Math.abs(value - rate) / error).toBeLessThan(SCORE);
  });

  it('the endpoints share no characteristic: both happen as often as their product', () => {
    second.both.forEach(({ rate, error }, arm) => {
      expect(Math.abs(exact.rates[arm][0] * exact.rates[arm][1] - rate) / error).toBeLessThan(SCORE);
    });
  });

  it('simulated by the engine, it has the naive program’s rate of success', () => {
    const result = runBatch({ kind: 'replicates', truth: 0, from: 0, to: 2000 });
    if (result.kind !== 'replicates') throw new Error('no replicates');
    const power = result.columns.passes.reduce((sum, pass) => sum + pass, 0) / result.columns.rows;
    const combined = Math.hypot(second.success.error, Math.sqrt((power * (1 - power)) / result.columns.rows));
    expect(Math.abs(power - second.success.rate) / combined).toBeLessThan(SCORE);
  });
});
