import { medianOf } from '../../cohort/column-quantile.ts';
import { approximateTimes } from '../../engine/approximate-times.ts';
import { meanDoseSums } from '../../engine/summarise-arms.ts';
import { eqd2 } from '../../radiobiology/linear-quadratic.ts';
import { endpointIndex, type KnownTruth, slacks, type Trial } from '../../scenario/trial.ts';
import { isTimeClaim } from '../../trial/claims/definition.ts';
import { isMixed } from '../../trial/exact-design.ts';
import { sizeFormula } from '../../trial/sample-size/size-formula.ts';
import { type PowerFinder, statedPower } from './power-finder.ts';
import type { SizedTruth } from './size-result.ts';

/** What one truth asks for. */
export async function sizedTruth(finder: PowerFinder, power: number): Promise<SizedTruth> {
  const { trial, truth } = finder;
  const known = trial.truth(truth);
  const alphaBetaGy = medianOf(known.truth.cohort, 'alphaBetaGy');
  const formula = formulaOf(trial, known, power);
  return {
    name: trial.truthNames[truth],
    ...(alphaBetaGy !== undefined && { alphaBetaGy }),
    arms: trial.arms.map((arm, position) => {
      const sums = meanDoseSums(arm);
      const isKnown = sums !== undefined && alphaBetaGy !== undefined;
      return {
        name: arm.name,
        ...(isKnown && { eqd2Gy: eqd2(sums, alphaBetaGy) }),
        rates: Object.fromEntries(
          trial.design.claims.map((claim) => [
            claim.endpoint.name,
            known.rates.arms[position].rates[endpointIndex(known.truth, claim)],
          ]),
        ),
      };
    }),
    isTrue: slacks(trial, known).every((slack) => slack > 0),
    power: await statedPower(finder),
    ...(formula && { formula }),
    found: await finder.find(power),
  };
}

/** Power of the stated size by the usual formula, and the size that it gives, control patients; of one comparison, everyone analysed. */
function formulaOf(trial: Trial, known: KnownTruth, power: number): SizedTruth['formula'] {
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
  const isTrue = claim.slack(known.rates.arms[0].rates[e], known.rates.arms[1].rates[e]) > 0;
  return {
    label,
    power: formula.power(plan, design.sizes[0]),
    ...(isTrue && experimental - control + margin > 1e-12 && { size: formula.size(plan, power) }),
  };
}
