import { atMost1 } from '../numeric/at-most-1.ts';
import { inexactCounts } from '../scenario/inexact-counts.ts';
import { claimRates, type KnownTruth, rateAtMargin, type Trial } from '../scenario/trial.ts';
import { countClaims } from '../trial/claims/definition.ts';
import { MOST_PAIRS } from '../trial/exact-two-arm-sequential.ts';
import { exactArm } from '../trial/many-to-one/exact-arm.ts';

/** What becomes of one arm at looks, exactly. */
export interface ExactArm {
  readonly power: number;
  readonly typeIError: number;
  /** By interim look. */
  readonly dropped: readonly number[];
  readonly shown: readonly number[];
  /** Patients of the arm whom the look at which it leaves has seen. */
  readonly expectedSeen: number;
}

/** Each arm of a trial whose arms leave it at looks, in the order of the claims; undefined where enumeration does not reach. */
export function exactArms(trial: Trial, known: KnownTruth): ExactArm[] | undefined {
  const { claims, armLooks, unevaluable, sizes } = trial.design;
  const isLarge = sizes.some((size) => (sizes[0] + 1) * (size + 1) > MOST_PAIRS);
  if (!armLooks || unevaluable > 0 || isLarge || inexactCounts(trial, known.truth).length > 0)
    return undefined;
  return countClaims(claims).map((claim): ExactArm => {
    const { control, experimental } = claimRates(claim, known);
    const { stops, power, expectedSizes } = exactArm(claim, armLooks, [control, experimental]);
    const atMargin = exactArm(claim, armLooks, [control, rateAtMargin(claim, known)]);
    const interim = stops.slice(0, -1);
    return {
      power: atMost1(power),
      typeIError: atMost1(atMargin.power),
      dropped: interim.map(({ futility }) => atMost1(futility)),
      shown: interim.map(({ efficacy }) => atMost1(efficacy)),
      expectedSeen: expectedSizes[1],
    };
  });
}
