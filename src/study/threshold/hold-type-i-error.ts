import { inexactPower } from '../../scenario/inexact-counts.ts';
import { type Path, withValues } from '../../scenario/path.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import { createTrial, type Trial } from '../../scenario/trial.ts';
import { isTimeClaim } from '../../trial/claims/definition.ts';
import { createDesign, type Design, requiredClaims, statedClaims } from '../../trial/design.ts';
import { largestStep } from '../../trial/threshold/largest-step.ts';
import type { DesignErrors } from './design-errors.ts';
import { exactErrors } from './exact-errors.ts';
import { NoThreshold, type NuisanceRange, type NuisanceTruth, nuisanceTruths } from './nuisance-truths.ts';
import { simulatedErrors } from './simulated-errors.ts';
import { type StatedThreshold, statedThreshold } from './stated-threshold.ts';

/** What is asked: the type I error to hold, and over which values of the truth besides the planned one. */
export interface HoldOptions {
  /** On the better side, in (0, 0.5). */
  readonly target: number;
  readonly over?: NuisanceRange;
}

/** The value of a claim's threshold that holds, beside what the stated one does. */
export interface HeldTypeIError {
  /** Path of the threshold in the scenario: a level, a certainty or a count. */
  readonly path: Path;
  /** The least strict value, to the fourth digit of the target, whose type I error is within the target everywhere. */
  readonly value: number;
  readonly stated: number;
  /** Type I error with the stated value under the truth as planned. */
  readonly atPlanned: number;
  /** The largest with the stated value, the planned truth included. */
  readonly worst: number;
  /** The value of the path at which it is largest; null where no range was asked for. */
  readonly worstAt: number | null;
  /** Power of the whole design as planned, with the stated value and with the one that holds. */
  readonly powerStated: number;
  readonly powerHeld: number;
  /** Whether all this is by enumeration; else by simulation, and `value` holds with a confidence of 97.5 % at each value. */
  readonly isExact: boolean;
}

/** The largest type I error of a claim over the truths. */
interface Worst {
  readonly claim: number;
  readonly atPlanned: number;
  readonly worst: number;
  readonly worstAt: number | null;
}

function worstOf(
  errors: DesignErrors,
  design: Design,
  claim: number,
  truths: readonly NuisanceTruth[],
): Worst {
  const values = truths.map((truth) => errors.typeIError(design, claim, truth));
  const at = values.indexOf(Math.max(...values));
  return {
    claim,
    atPlanned: values[0],
    worst: values[at],
    worstAt: truths.length === 1 ? null : truths[at].value,
  };
}

/** How errors are found. @throws NoThreshold if they cannot be */
function errorsOf(trial: Trial, truths: readonly NuisanceTruth[]): DesignErrors {
  const { design } = trial;
  if (design.claims.some(isTimeClaim)) {
    if (design.sequential) throw new NoThreshold('times decide the claim at looks, which spend its level');
    return simulatedErrors(trial);
  }
  const reasons = truths.flatMap(({ known }) => inexactPower(trial, known.truth));
  if (reasons.length > 0)
    throw new NoThreshold(`power has no exact value: ${[...new Set(reasons)].join('; ')}`);
  return exactErrors(trial);
}

function search(scenario: Scenario, { target, over }: HoldOptions): HeldTypeIError {
  const trial = createTrial(scenario);
  const { design } = trial;
  const entries = statedClaims(scenario.design);
  const thresholds = entries.map((entry) => statedThreshold(scenario.design, entry, target));
  const isTimed = design.claims.some(isTimeClaim);
  const required = [...thresholds.keys()]
    .slice(0, requiredClaims(design))
    .filter((k) => thresholds[k] && (!isTimed || isTimeClaim(design.claims[k])));
  if (required.length === 0) throw new NoThreshold('no claim has a level or a certainty to choose');
  const truths = nuisanceTruths(trial, over);
  const errors = errorsOf(trial, truths);
  const worst = required
    .map((claim) => worstOf(errors, design, claim, truths))
    .reduce((a, b) => (b.worst > a.worst ? b : a));
  const threshold = thresholds[worst.claim]!;
  const designWith = (value: number): Design => designAt(scenario, trial, threshold, value);
  const holds = (steps: number): boolean => {
    const changed = designWith(threshold.value(steps));
    // The truth that is worst as stated is looked at first: it mostly decides
    return [...truths]
      .sort((a, b) => Number(b.value === worst.worstAt) - Number(a.value === worst.worstAt))
      .every((truth) => errors.bound(changed, worst.claim, truth) <= target);
  };
  const steps = largestStep(holds, threshold.most, threshold.guess);
  if (steps === 0) throw new NoThreshold(`no value of ${threshold.path} holds a type I error of ${target}`);
  const value = threshold.value(steps);
  const { path, stated } = threshold;
  const { atPlanned, worst: largest, worstAt } = worst;
  return {
    path,
    value,
    stated,
    atPlanned,
    worst: largest,
    worstAt,
    powerStated: errors.power(design),
    powerHeld: errors.power(designWith(value)),
    isExact: errors.isExact,
  };
}

function designAt({ design }: Scenario, { arms }: Trial, { path }: StatedThreshold, value: number): Design {
  return createDesign(withValues({ design }, [[path, value]]).design, arms.length);
}

/**
 * The level, certainty or count of a design's claim that holds a type I error over a range of one value of the truth: by
 * enumeration where the power has an exact value, by simulation where times decide without looks. Of several claims that
 * success requires it is that whose type I error is largest; a hierarchy's first.
 *
 * @throws RangeError if the target is not in (0, 0.5)
 */
export function holdTypeIError(
  scenario: Scenario,
  options: HoldOptions,
): HeldTypeIError | { reason: string } {
  const { target } = options;
  if (!(target > 0 && target < 0.5)) throw new RangeError(`invalid target: ${target} (must be in (0, 0.5))`);
  try {
    return search(scenario, options);
  } catch (error) {
    if (error instanceof NoThreshold) return { reason: error.message };
    throw error;
  }
}
