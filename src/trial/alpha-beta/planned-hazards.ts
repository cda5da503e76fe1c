import { logit } from '../../numeric/logit.ts';
import { type DoseSums, eqd2 } from '../../radiobiology/linear-quadratic.ts';
import { type EffectEvent, expectedSign } from './wrong-sign.ts';

/** How arms are planned to fail: ln of the cumulative hazard is straight in EQD2, and so in Σd and Σd². */
export interface PlannedHazards {
  /** g1 and g2: change of the log hazard for each Gy, and for each Gy² of Σd². */
  readonly perGy: number;
  readonly perGy2: number;
  /** Change of the log hazard for each Gy EQD2: g1 + 2·g2. */
  readonly perGyEqd2: number;
  /** Change of the rate of the bad event for each Gy EQD2 at the control. */
  readonly rateSlope: number;
  /** Shares that fail by arm. */
  readonly failing: readonly number[];
}

/**
 * Hazards through the control’s rate, with the slope that a logistic curve of this γ50 has there.
 *
 * @param doses the control first
 * @param controlRate rate in (0, 1): of control where the event is failure, of the complication where it is harm
 * @param gamma50 normalised slope at half response, > 0
 */
export function plannedHazards(
  doses: readonly DoseSums[],
  alphaBetaGy: number,
  controlRate: number,
  gamma50: number,
  event: EffectEvent,
): PlannedHazards {
  const [control, ...others] = doses.map((sums) => eqd2(sums, alphaBetaGy));
  const sign = expectedSign(event);
  const bad = event === 'harm' ? controlRate : 1 - controlRate;
  // logit P = 4γ50(E/D50 − 1) through (E₀, P₀) has the slope (logit P₀ + 4γ50)/E₀
  const logOddsSlope = (logit(controlRate) + 4 * gamma50) / control;
  const rateSlope = sign * logOddsSlope * controlRate * (1 - controlRate);
  const hazard = -Math.log1p(-bad);
  // p = 1 − e^−h: d ln h/dE = (dp/dE)/((1 − p)·h)
  const perGyEqd2 = rateSlope / ((1 - bad) * hazard);
  const perGy2 = perGyEqd2 / (2 + alphaBetaGy);
  return {
    perGy: alphaBetaGy * perGy2,
    perGy2,
    perGyEqd2,
    rateSlope,
    failing: [bad, ...others.map((dose) => -Math.expm1(-hazard * Math.exp(perGyEqd2 * (dose - control))))],
  };
}
