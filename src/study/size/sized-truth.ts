import { medianOf } from '../../cohort/column-quantile.ts';
import { meanDoseSums } from '../../engine/summarise-arms.ts';
import { eqd2 } from '../../radiobiology/linear-quadratic.ts';
import { endpointIndex, slacks } from '../../scenario/trial.ts';
import { type PowerFinder, statedPower } from './power-finder.ts';
import type { SizedTruth } from './size-result.ts';
import { usualFormula } from './usual-formula.ts';

/** What one truth asks for. */
export async function sizedTruth(finder: PowerFinder, power: number): Promise<SizedTruth> {
  const { trial, truth } = finder;
  const known = trial.truth(truth);
  const alphaBetaGy = medianOf(known.truth.cohort, 'alphaBetaGy');
  const formula = usualFormula(trial, known, power);
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
