import { competingRates } from '../outcomes/competing-rates.ts';
import { armCells, type KnownTruth, rateAtMargin, type Trial } from '../scenario/trial.ts';
import { exactPower } from '../trial/exact-power.ts';
import type { ExactResult } from './batch-result.ts';

/** Whether a world's power has an exact value at an affordable cost: mixing over evaluable counts is kept for world 0. */
export function hasExactPower({ design }: Trial, { rates }: KnownTruth): boolean {
  return rates.exact && (design.unevaluable === 0 || design.countsUnevaluableAsFailures);
}

/** Rates, power and type I error under a truth in world 0. */
export function runExact(trial: Trial, truthIndex: number): ExactResult {
  const known = trial.truth(truthIndex);
  const cells = armCells(trial, known);
  const { joint, byClaim } = exactPower(trial.design, trial.matrices, cells);
  const typeIErrorByClaim = trial.design.claims.map((claim, k) => {
    const only = { ...trial.design, claims: [claim] };
    const atMargin = cells.map(({ size, rates }, position) => ({
      size,
      rates: [position === cells.length - 1 ? rateAtMargin(claim, known) : rates[k]],
    }));
    return exactPower(only, trial.matrices, atMargin).joint;
  });
  const competing = competingRates(known.truth);
  return {
    kind: 'exact',
    rates: known.rates.arms.map(({ rates }) => rates),
    isExact: known.rates.exact,
    power: joint,
    powerByClaim: byClaim,
    typeIErrorByClaim,
    ...(competing && { competing }),
  };
}
