import { findRoot } from '../../numeric/find-root.ts';
import { normalCdf } from '../../numeric/normal-cdf.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import type { BoundRule, BoundsPlan } from '../efficacy-bounds/definition.ts';
import type { FutilityBound } from '../futility-bounds/definition.ts';
import { requireOneSidedLevel } from '../significance-level.ts';
import { type CrossingProbabilities, crossingProbabilities } from './crossing-probabilities.ts';
import { requireFractions } from './information-fractions.ts';
import { solveBounds } from './solve-bounds.ts';
import type { BoundsQuestion, SolvedBounds } from './walk-bounds.ts';

/** What a group-sequential trial is planned from. */
export interface SequentialSpec extends BoundsPlan {
  readonly efficacy: BoundRule;
  readonly futility?: FutilityBound | undefined;
  /** Whether the level counts on the futility bounds being followed; else it holds even where they are not. */
  readonly isBinding?: boolean | undefined;
  /** In (oneSidedAlpha, 1); that of the futility bounds, or 0.8, unless given. */
  readonly power?: number | undefined;
}

/** A group-sequential trial: bounds on the normal score of its claim, and what they cost. */
export interface SequentialPlan {
  readonly spec: SequentialSpec;
  readonly power: number;
  /** By look: at or above it the trial stops for efficacy; ∞ where it cannot. */
  readonly efficacy: readonly number[];
  /** By look: below it the trial stops for futility; −∞ where it cannot, and the efficacy bound at the last. Absent without. */
  readonly futility?: readonly number[];
  /** One-sided p that each look's efficacy bound stands for. */
  readonly nominalAlpha: readonly number[];
  /** Level spent up to each look, by what it counts on. */
  readonly alphaSpent: readonly number[];
  /** P(stopped for futility, or not shown at the last look) up to each look where the trial has its power. */
  readonly betaSpent: readonly number[];
  /** Mean of the score at the planned information where the trial has its power. */
  readonly drift: number;
  /** Planned information over that of a trial without interim looks of the same level and power. */
  readonly inflation: number;
  /** Mean information at the stop over that of a trial without interim looks. */
  readonly expectedInformation: AtEffects<number>;
  readonly stops: AtEffects<CrossingProbabilities>;
}

/** At no effect (beyond the margin), at half the planned one, and at the planned one; futility bounds followed. */
export interface AtEffects<T> {
  readonly null: T;
  readonly between: T;
  readonly planned: T;
}

const DEFAULT_POWER = 0.8;
/** Drift over that of a trial without looks, beyond which none is sought. */
const MOST_DRIFT = 20;

/**
 * Plans a group-sequential trial.
 *
 * @throws RangeError if the fractions, level or power are invalid, the bounds cross, the level cannot be spent, or the
 *   power is out of reach
 * @see Jennison & Turnbull 2000, Group Sequential Methods, ch. 2, 7 and 19
 */
export function sequentialPlan(spec: SequentialSpec): SequentialPlan {
  const { fractions, oneSidedAlpha, efficacy, futility, isBinding = false } = spec;
  requireFractions(fractions);
  requireOneSidedLevel(oneSidedAlpha);
  requireInterimLooks(futility, fractions.length - 1);
  const power = powerOf(spec);
  const fixedDrift = normalQuantile(power) - normalQuantile(oneSidedAlpha);
  const ask = { fractions, oneSidedAlpha, rule: efficacy, futility, isBinding };
  const boundsAt = boundsByDrift(ask);
  const drift = driftOfPower(fractions, boundsAt, fixedDrift, power);
  const bounds = boundsAt(drift);
  requireApart(bounds, spec);
  const at = (theta: number) => crossingProbabilities({ information: fractions, ...bounds }, theta);
  const stops = { null: at(0), between: at(drift / 2), planned: at(drift) };
  const ratio = drift / fixedDrift;
  const inflation = ratio * ratio;
  const expected = (of: CrossingProbabilities): number => inflation * meanFraction(fractions, of);
  return {
    spec,
    power,
    efficacy: bounds.upper,
    ...(futility && { futility: bounds.lower }),
    nominalAlpha: bounds.upper.map((bound) => normalCdf(-bound)),
    alphaSpent: bounds.spent,
    betaSpent: betaSpent(stops.planned),
    drift,
    inflation,
    expectedInformation: {
      null: expected(stops.null),
      between: expected(stops.between),
      planned: expected(stops.planned),
    },
    stops,
  };
}

function requireInterimLooks(futility: FutilityBound | undefined, looks: number): void {
  const stated = futility?.interimLooks ?? looks;
  if (stated !== looks)
    throw new RangeError(
      `invalid futility bounds: ${stated} of them (must be ${looks}, one an interim look)`,
    );
}

function powerOf({ power, futility, oneSidedAlpha }: SequentialSpec): number {
  const found = power ?? futility?.power ?? DEFAULT_POWER;
  if (!(found > oneSidedAlpha && found < 1))
    throw new RangeError(`invalid power: ${found} (must be above the level, ${oneSidedAlpha}, and below 1)`);
  if (futility?.power !== undefined && futility.power !== found)
    throw new RangeError(`invalid power: ${found} (must be that of the futility bounds, ${futility.power})`);
  return found;
}

/** The bounds at a drift: once for all where they do not go by it. */
function boundsByDrift(ask: Omit<BoundsQuestion, 'drift'>): (drift: number) => SolvedBounds {
  if (ask.futility?.needsDrift) return (drift) => solveBounds({ ...ask, drift });
  const bounds = solveBounds({ ...ask, drift: 0 });
  return () => bounds;
}

/** The drift at which the bounds that go with it are crossed upwards with this probability. */
function driftOfPower(
  information: readonly number[],
  boundsAt: (drift: number) => SolvedBounds,
  fixedDrift: number,
  power: number,
): number {
  const gap = (drift: number): number => {
    const { upper } = crossingProbabilities({ information, ...boundsAt(drift) }, drift);
    return upper.reduce((sum, p) => sum + p, 0) - power;
  };
  let high = 1.5 * fixedDrift;
  while (gap(high) < 0) {
    high *= 1.5;
    if (high > MOST_DRIFT * fixedDrift)
      throw new RangeError(
        `invalid power: ${power} (no effect reaches it: the futility bounds stop too often)`,
      );
  }
  return findRoot(gap, 0, high);
}

/** Mean of the fraction at which a trial stops; what no look stops ends at the last. */
function meanFraction(fractions: readonly number[], { upper, lower }: CrossingProbabilities): number {
  let [mean, going] = [0, 1];
  for (let k = 0; k < fractions.length - 1; k++) {
    mean += (upper[k] + lower[k]) * fractions[k];
    going -= upper[k] + lower[k];
  }
  return mean + going;
}

/** Without futility bounds the last look's lower bound is −∞: what it does not show is missed all the same. */
function betaSpent({ upper, lower }: CrossingProbabilities): number[] {
  const shown = upper.reduce((sum, p) => sum + p, 0);
  let missed = 0;
  return lower.map((p, k) => (k === lower.length - 1 ? 1 - shown : (missed += p)));
}

/** A trial whose bounds meet at an interim look is over there. */
function requireApart({ upper, lower, spent }: SolvedBounds, { oneSidedAlpha }: SequentialSpec): void {
  const meeting = upper.findIndex((bound, k) => k < upper.length - 1 && lower[k] >= bound);
  if (meeting >= 0)
    throw new RangeError(
      `invalid futility bound at look ${meeting + 1}: it reaches the efficacy bound, ${Number(upper[meeting].toPrecision(6))} (must stay below)`,
    );
  if (upper.at(-1) === -Infinity)
    throw new RangeError(
      `invalid futility bounds: they leave less of the null hypothesis than the level, ${oneSidedAlpha} (spent: ${spent.at(-1)})`,
    );
}
