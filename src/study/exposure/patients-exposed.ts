import type { WorldsResult } from '../../engine/batch-result.ts';
import { addToSums, emptySums } from '../../numeric/moment-sums.ts';
import { type Estimate, estimateMean, estimateProportion } from '../../numeric/monte-carlo.ts';
import { endpointIndex, type Trial } from '../../scenario/trial.ts';
import { exactExposure } from './exact-exposure.ts';
import { excess, judgedClaims, type WorldShortfall, worldShortfall } from './world-shortfalls.ts';

/** What a trial exposes its patients to, over what is not known. */
export interface PatientsExposed {
  /** The experimental arm is truly worse than the control in some claim's endpoint; a single arm, than what it is held against. */
  readonly worse: Estimate;
  /** It is truly beyond the margin of some claim. */
  readonly beyondMargin: Estimate;
  /** Expected patients in an experimental arm that is beyond a margin: its size times that probability. */
  readonly patientsBeyondMargin: Estimate;
  /** Expected failures of its patients, over the claims' endpoints, that they would not have had in the control: its size times the mean shortfall, where there is one. */
  readonly excessEvents: Estimate;
}

function* shortfallsOf(trial: Trial, worlds: readonly WorldsResult[]): Generator<WorldShortfall> {
  const claims = judgedClaims(trial);
  const arms = trial.arms.length;
  const { truth } = trial.truth(0);
  const indices = claims.map((claim) => endpointIndex(truth, claim));
  const endpoints = truth.endpoints.length;
  for (const { slacks, rates, power } of worlds) {
    for (let w = 0; w < power.length; w++) {
      const rate = (arm: number, e: number): number => rates[(w * arms + arm) * endpoints + e];
      yield worldShortfall(
        claims,
        claims.map((_, k) => slacks[w * claims.length + k]),
        indices.flatMap((e) => [rate(0, e), rate(arms - 1, e)]),
        arms,
      );
    }
  }
}

const isPositive = (values: readonly number[]): boolean => values.some((value) => value > 0);

/** So many times an estimate. */
function times(n: number, { estimate, mcse, exact }: Estimate): Estimate {
  return { estimate: n * estimate, mcse: n * mcse, ...(exact !== undefined && { exact: n * exact }) };
}

/**
 * Patients of the experimental arm, as planned, who are exposed to an inferior schedule: means over the worlds drawn, each
 * one cluster, with exact integrals beside them where at most two parameters are uncertain. Claims that success does not
 * require are left out; of times, failure is that of the endpoint itself, net of what competes.
 *
 * @param worlds all that a run of this scenario has drawn
 * @throws RangeError if there is none
 */
export function patientsExposed(trial: Trial, worlds: readonly WorldsResult[]): PatientsExposed {
  let [count, worse, beyond] = [0, 0, 0];
  const sums = emptySums(0);
  for (const shortfall of shortfallsOf(trial, worlds)) {
    count++;
    if (isPositive(shortfall.below)) worse++;
    if (isPositive(shortfall.beyond)) beyond++;
    addToSums(sums, excess(shortfall.below));
  }
  if (count === 0) throw new RangeError('invalid worlds: none (needs uncertainty and at least one world)');
  const exact = exactExposure(trial);
  const patients = trial.design.sizes[trial.design.sizes.length - 1];
  const beyondMargin = estimateProportion(beyond, count, exact?.beyondMargin);
  return {
    worse: estimateProportion(worse, count, exact?.worse),
    beyondMargin,
    patientsBeyondMargin: times(patients, beyondMargin),
    excessEvents: times(patients, estimateMean(sums, exact?.excess)),
  };
}
