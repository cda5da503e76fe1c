import type { z } from 'zod';
import { expit, logit } from '../numeric/logit.ts';
import type { EffectiveDose } from './effective-dose.ts';
import { type EndpointModel, valueByPatient } from './endpoint-model.ts';
import { logOddsTerms, type oddsRatiosSchema } from './odds-ratios.ts';

/**
 * A model of complications whose risk follows the dose alone, times odds ratios of the patient's characteristics.
 *
 * @param riskAt probability in [0, 1] of a patient without any odds ratio
 */
export function createDoseRiskModel(
  riskAt: (dose: EffectiveDose) => number,
  oddsRatios: z.output<typeof oddsRatiosSchema>,
  levels: Readonly<Record<string, readonly string[]>>,
): EndpointModel {
  const terms = logOddsTerms(oddsRatios, levels);
  return {
    reads: Object.keys(oddsRatios),
    latents: [],
    probabilities: (arm, patients, out, count) => {
      const riskOf = valueByPatient(arm, patients, riskAt);
      out.fill(0, 0, count);
      for (const addTo of terms) addTo(patients, out, count);
      for (let i = 0; i < count; i++) {
        const risk = riskOf(i);
        // logit p = logit p(dose) + Σ ln ORⱼ·xⱼ
        out[i] = out[i] === 0 ? risk : expit(logit(risk) + out[i]);
      }
    },
  };
}
