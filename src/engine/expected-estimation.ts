import { medianOf, quantileOf } from '../cohort/column-quantile.ts';
import type { TruthEndpoint } from '../outcomes/truth.ts';
import type { KnownTruth, Trial } from '../scenario/trial.ts';
import { endpointIndex } from '../scenario/trial.ts';
import { fitDoseCoefficients } from '../trial/alpha-beta/count-estimate.ts';
import { type ExpectedPrecision, expectedPrecision } from '../trial/alpha-beta/expected-precision.ts';
import { armDoses } from './estimate-rows.ts';

/** What an analysis is expected to see under a truth, and what it would make of it. */
export interface ExpectedEstimation {
  /** By arm. */
  readonly patients: readonly number[];
  readonly failures: readonly number[];
  /** Absent where a rate is 0 or 1. */
  readonly limit?: { readonly intercept: number; readonly precision: ExpectedPrecision };
}

/** The true α/β of an endpoint in Gy: its own, or the cohort’s, of which the median where it varies. */
export interface TrueAlphaBeta {
  readonly trueGy: number | null;
  readonly isMedian: boolean;
}

const ALPHA_BETA = 'alphaBetaGy';
/** Quantiles that are the same where nothing varies. */
const TAILS = [0.01, 0.99];

/** The α/β by which an endpoint follows dose under a truth. */
export function trueAlphaBeta({ truth }: KnownTruth, { spec, model }: TruthEndpoint): TrueAlphaBeta {
  const own = spec[ALPHA_BETA];
  if (typeof own === 'number') return { trueGy: own, isMedian: false };
  const median = model.reads.includes(ALPHA_BETA) ? medianOf(truth.cohort, ALPHA_BETA) : undefined;
  const [low, high] = TAILS.map((probability) => quantileOf(truth.cohort, ALPHA_BETA, probability));
  return { trueGy: median ?? null, isMedian: median !== undefined && low !== high };
}

/** Counts that the analysis expects under a truth, and the estimate from just these: what ever more patients lead to. */
export function expectedEstimation(trial: Trial, known: KnownTruth): ExpectedEstimation {
  const { design } = trial;
  const { unevaluable, countsUnevaluableAsFailures: asFailures } = design;
  const aim = design.aim!;
  const e = endpointIndex(known.truth, aim);
  const doses = armDoses(trial);
  const patients = design.sizes.map((size) => (asFailures ? size : size * (1 - unevaluable)));
  const failures = known.rates.arms.map(({ rates }, arm) => {
    const bad = aim.endpoint.eventIsGood ? 1 - rates[e] : rates[e];
    return patients[arm] * (asFailures ? unevaluable + (1 - unevaluable) * bad : bad);
  });
  const fit = fitDoseCoefficients(doses, { failures, patients });
  // Where dose makes no difference there is no ratio of its coefficients
  const hasRatio = fit && (fit.perGy !== 0 || fit.perGy2 !== 0);
  const precision = hasRatio ? expectedPrecision(doses, failures, fit, aim) : undefined;
  return {
    patients,
    failures,
    ...(precision && { limit: { intercept: fit!.intercept, precision } }),
  };
}
