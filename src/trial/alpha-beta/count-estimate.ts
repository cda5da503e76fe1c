import type { DoseSums } from '../../radiobiology/linear-quadratic.ts';
import { solveDoseCoefficients } from './dose-coefficients.ts';
import { doseRows, isEstimable } from './estimable.ts';
import {
  fitGroupedHazards,
  type GroupedCounts,
  groupedLogLikelihood,
  hazardInformation,
  logHazardOf,
} from './grouped-hazards.ts';
import { profileSet } from './profile-set.ts';
import { type CoefficientMoments, deltaStandardError, type FiellerSet, fiellerSet } from './ratio-sets.ts';

/** α/β from counts of failures at one time, with the sets of values that they do not refuse. */
export interface CountEstimate {
  readonly coefficients: CoefficientMoments;
  /** perGy/perGy2 in Gy. */
  readonly ratioGy: number;
  /** In Gy, by the delta method. */
  readonly standardErrorGy: number;
  readonly fieller: FiellerSet;
  readonly profileLikelihood: FiellerSet;
}

/** Coefficients of dose in a log-linear cumulative hazard, with the intercept at no difference from the first arm. */
interface CoefficientFit extends CoefficientMoments {
  readonly intercept: number;
  readonly logLikelihood: number;
}

/** The arms’ doses as two columns, each about that of the first arm. */
function doseColumns(doses: readonly DoseSums[]): [x: Float64Array, y: Float64Array] {
  const rows = [[0, 0], ...doseRows(doses)];
  return [Float64Array.from(rows, ([x]) => x), Float64Array.from(rows, ([, y]) => y)];
}

/** With three arms the line meets every arm: ln h of each as it is, and its variance by the delta method. */
function saturatedFit(doses: readonly DoseSums[], counts: GroupedCounts): CoefficientFit {
  const logHazards = doses.map((_, i) => logHazardOf(counts.failures[i] / counts.patients[i]));
  const variances = logHazards.map((eta, i) => 1 / hazardInformation(counts.patients[i], Math.exp(eta)));
  const [, v1, v2] = variances;
  const found = solveDoseCoefficients({
    rows: doseRows(doses),
    observed: [logHazards[1] - logHazards[0], logHazards[2] - logHazards[0]],
    covariance: [
      [v1 + variances[0], variances[0]],
      [variances[0], v2 + variances[0]],
    ],
  });
  return {
    ...found,
    intercept: logHazards[0],
    logLikelihood: groupedLogLikelihood(logHazards, counts),
  };
}

function scoredFit(doses: readonly DoseSums[], counts: GroupedCounts): CoefficientFit {
  const { intercept, slopes, information, logLikelihood } = fitGroupedHazards(doseColumns(doses), counts);
  const [[i11, i12], [, i22]] = information;
  const determinant = i11 * i22 - i12 * i12;
  return {
    perGy: slopes[0],
    perGy2: slopes[1],
    variancePerGy: i22 / determinant,
    variancePerGy2: i11 / determinant,
    covariance: -i12 / determinant,
    intercept,
    logLikelihood,
  };
}

/**
 * The coefficients of dose that counts determine, or undefined where they determine none ({@link isEstimable}): in closed
 * form with three arms, by Fisher scoring with more.
 */
export function fitDoseCoefficients(
  doses: readonly DoseSums[],
  counts: GroupedCounts,
): CoefficientFit | undefined {
  if (!isEstimable(doses, counts)) return undefined;
  return doses.length === 3 ? saturatedFit(doses, counts) : scoredFit(doses, counts);
}

/**
 * α/β from counts by arm, or undefined where they have no estimate.
 *
 * @param z two-sided normal quantile of the sets' level
 */
export function estimateFromCounts(
  doses: readonly DoseSums[],
  counts: GroupedCounts,
  z: number,
): CountEstimate | undefined {
  const fit = fitDoseCoefficients(doses, counts);
  // Arms that are all alike show no effect of dose, and no ratio of its parts
  if (!fit || fit.perGy2 === 0) return undefined;
  const { perGy, perGy2, variancePerGy, variancePerGy2, logLikelihood } = fit;
  return {
    coefficients: fit,
    ratioGy: perGy / perGy2,
    standardErrorGy: deltaStandardError(fit),
    fieller: fiellerSet(fit, z),
    profileLikelihood: profileSet(
      {
        columns: doseColumns(doses),
        counts,
        slopes: [perGy, perGy2],
        scale: [Math.sqrt(variancePerGy), Math.sqrt(variancePerGy2)],
        logLikelihood,
      },
      z,
    ),
  };
}
