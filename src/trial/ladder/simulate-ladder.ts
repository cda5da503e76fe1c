import { type Estimate, estimateMean, estimateProportion } from '../../numeric/monte-carlo.ts';
import type { SeedKey } from '../../random/seed-key.ts';
import { fillUniforms, purpose } from '../../random/stream.ts';
import {
  type FinishedLadder,
  isShare,
  type LadderCharacteristics,
  ladderFigures,
  readCharacteristics,
} from './ladder-characteristics.ts';
import type { LadderMethod } from './ladder-method.ts';
import { afterGroup, emptyLadder } from './ladder-state.ts';

/** What is drawn for a patient: how much dose brings a toxicity. */
const TOLERANCE = purpose('ladder/tolerance');

/**
 * One simulated trial whose windows are over at each decision.
 *
 * @param rates true rates of toxicity by level
 * @param tolerances in (0, 1), one a patient in the order of treatment: toxic at levels whose rate is above
 */
export function climb(
  method: LadderMethod,
  rates: readonly number[],
  tolerances: ArrayLike<number>,
): FinishedLadder {
  let state = emptyLadder(rates.length);
  let patient = 0;
  for (;;) {
    const next = method.decide(state);
    if (next.kind === 'stop') return { ...state, recommended: next.recommended };
    let toxic = 0;
    for (let i = 0; i < next.patients; i++) if (tolerances[patient++] < rates[next.level]) toxic++;
    state = afterGroup(state, { level: next.level, size: next.patients, toxic });
  }
}

/**
 * Characteristics of a method by simulation, each with its Monte Carlo standard error. A patient of a replicate has the same
 * tolerance with every method and all rates.
 *
 * @param rates true rates of toxicity by level
 * @param target rate from which overdosing is reckoned
 */
export function simulateLadder(
  method: LadderMethod,
  rates: readonly number[],
  target: number,
  key: SeedKey,
  replicates: number,
): LadderCharacteristics<Estimate> {
  const tolerances = new Float64Array(method.maximumSize);
  const sums = new Float64Array(3 * rates.length + 6);
  const squares = new Float64Array(sums.length);
  for (let replicate = 0; replicate < replicates; replicate++) {
    fillUniforms(key, { world: 0, replicate, purpose: TOLERANCE }, tolerances, tolerances.length);
    const figures = ladderFigures(climb(method, rates, tolerances), rates, target);
    for (let i = 0; i < sums.length; i++) {
      sums[i] += figures[i];
      squares[i] += figures[i] * figures[i];
    }
  }
  const estimates = Array.from(sums, (sum, i) =>
    isShare(i, rates.length)
      ? estimateProportion(sum, replicates)
      : estimateMean({ count: replicates, sum, squares: squares[i], centre: 0 }),
  );
  return readCharacteristics(estimates, rates.length);
}
