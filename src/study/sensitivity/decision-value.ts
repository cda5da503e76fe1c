import { equalBins } from '../../numeric/equal-bins.ts';
import {
  binnedInformation,
  type InformationValue,
  perfectInformation,
} from '../../numeric/information-value.ts';
import { quadraticFit } from '../../numeric/quadratic-fit.ts';
import { bootstrapCounts } from '../../random/bootstrap-counts.ts';
import type { SeedKey } from '../../random/seed-key.ts';
import type { WorldPowers } from '../tasks/world-powers.ts';
import type { StatedWorld } from './evaluate-worlds.ts';
import { powerNoise } from './power-outputs.ts';
import type { SensitivityInput } from './sensitivity-inputs.ts';

/** What the decision to run the design is about, in units of the value of a correct success. */
export interface DecisionTerms {
  /** Lost by a success although the claim is false. */
  readonly lossOfFalseSuccess: number;
  /** Cost of running the design. */
  readonly cost: number;
}

/** A value of information with the standard error of its estimate. */
export interface InformationEstimate extends InformationValue {
  readonly standardError: number;
}

/** Whether to run the design, and what it would be worth to know more before deciding. */
export interface DecisionValue extends DecisionTerms {
  readonly valueOfTrueSuccess: 1;
  /** Of running; not running is 0. */
  readonly expectedUtility: { readonly estimate: number; readonly standardError: number };
  readonly isRun: boolean;
  /** Of knowing all that is uncertain. */
  readonly perfectInformation: InformationEstimate;
  /** By input, of knowing that alone. */
  readonly partial: readonly InformationEstimate[];
}

/** Fewer resamples than of the shares: a standard error needs no tails. */
const RESAMPLES = 200;

/** Standard deviation of some values. */
function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return Math.sqrt(squares / (values.length - 1));
}

/** By what an input’s worlds are sorted: the value of its path, or for joint draws the utility that their columns predict. */
function sortedBy(
  { law }: SensitivityInput,
  first: number,
  width: number,
  worlds: readonly StatedWorld[],
  utility: Float64Array,
): Float64Array {
  const columns = Array.from({ length: width }, (_, k) =>
    Float64Array.from(worlds, ({ values }) => values[first + k]),
  );
  return law ? columns[0] : quadraticFit(columns, utility);
}

/**
 * What it is worth to know more before the decision to run the design: utility = P(success)·(claim true ? 1 : −loss) −
 * cost against 0 for not running, over the worlds of both independent samples.
 *
 * @param worlds of A and then of B, and `found` what the design achieves in them (worlds after those are left alone)
 * @see Strong & Oakley 2013, Medical Decision Making 33:755
 */
export function decisionValue(
  key: SeedKey,
  inputs: readonly SensitivityInput[],
  worlds: readonly StatedWorld[],
  found: WorldPowers,
  replicates: number,
  terms: DecisionTerms,
): DecisionValue {
  const value = (k: number): number => (found.isTrue[k] ? 1 : -terms.lossOfFalseSuccess);
  const utility = Float64Array.from(worlds, (_, k) => found.power[k] * value(k) - terms.cost);
  const noise = found.successes && powerNoise(found, replicates);
  const sd = noise && utility.map((_, k) => Math.abs(value(k)) * Math.sqrt(noise[k]));
  const rows = worlds.length / 2;
  const resamples = Array.from({ length: RESAMPLES }, (_, index) => {
    const counts = bootstrapCounts(key, 'sensitivity/decision', index, rows);
    return Float64Array.from(worlds, (__, k) => counts[k % rows]);
  });
  const withError = (of: (counts?: Float64Array) => InformationValue): InformationEstimate => ({
    ...of(),
    standardError: spreadOf(resamples.map((counts) => of(counts).estimate)),
  });
  const meanOf = (counts?: Float64Array): number =>
    utility.reduce((sum, u, k) => sum + (counts ? counts[k] : 1) * u, 0) / utility.length;
  let next = 0;
  const bins = inputs.map((input) => {
    const first = next;
    next += input.paths.length;
    const sorted = sortedBy(input, first, input.paths.length, worlds, utility);
    return equalBins(sorted, Math.sqrt(worlds.length));
  });
  const mean = meanOf();
  return {
    valueOfTrueSuccess: 1,
    ...terms,
    expectedUtility: { estimate: mean, standardError: spreadOf(resamples.map(meanOf)) },
    isRun: mean > 0,
    perfectInformation: withError((counts) => perfectInformation(utility, sd, counts)),
    partial: bins.map((own) => withError((counts) => binnedInformation(utility, own, counts))),
  };
}
