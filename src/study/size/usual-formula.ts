import { approximateTimes } from '../../engine/approximate-times.ts';
import { endpointIndex, type KnownTruth, type Trial } from '../../scenario/trial.ts';
import { isTimeClaim } from '../../trial/claims/definition.ts';
import { isMixed } from '../../trial/exact-design.ts';
import { sizeFormula } from '../../trial/sample-size/size-formula.ts';
import type { SizedTruth } from './size-result.ts';

const DEFAULT_POWER = 0.8;

/** Power of the stated size by the usual formula, and the size that it gives, as the scenario counts it; of one comparison, everyone analysed. */
export function usualFormula(trial: Trial, known: KnownTruth, power = DEFAULT_POWER): SizedTruth['formula'] {
  const { design } = trial;
  const [claim, ...others] = design.claims;
  if (others.length > 0 || design.rules.length > 0 || design.sequential) return undefined;
  if (isTimeClaim(claim)) {
    const found = approximateTimes(trial, known, claim);
    return found && { label: 'normal approximation of the log-rank score', power: found.power };
  }
  if (!claim.comparison || !claim.test || claim.stratum || isMixed(design)) return undefined;
  const { margin, oneSidedAlpha } = claim.comparison;
  const evaluable = 1 - design.unevaluable;
  const e = endpointIndex(known.truth, claim);
  const success = (rate: number): number => evaluable * (claim.endpoint.eventIsGood ? rate : 1 - rate);
  const [control, experimental] = known.rates.arms.map(({ rates }) => success(rates[e]));
  const formula = sizeFormula(claim.test, margin);
  const plan = {
    controlRate: control,
    experimentalRate: experimental,
    margin,
    level:
      margin > 0
        ? ({ alpha: oneSidedAlpha, sides: 1 } as const)
        : ({ alpha: 2 * oneSidedAlpha, sides: 2 } as const),
    allocation: design.sizes[1] / design.sizes[0],
  };
  const { label } = formula;
  const isTotal = trial.scenario.design.perArm === undefined;
  const isTrue = claim.slack(known.rates.arms[0].rates[e], known.rates.arms[1].rates[e]) > 0;
  return {
    label,
    power: formula.power(plan, design.sizes[0]),
    ...(isTrue &&
      experimental - control + margin > 1e-12 && {
        size: formula.size(plan, power) * (isTotal ? 1 + plan.allocation : 1),
      }),
  };
}
