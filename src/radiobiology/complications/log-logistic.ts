import { z } from 'zod';
import { logit } from '../../numeric/logit.ts';
import {
  alphaBetaGy,
  interiorProbability,
  normalisedSlope,
  positive,
  probability,
  strict,
} from '../../numeric/quantities.ts';
import { anchorSymbols, complicationAnchorSchema } from '../anchor-schema.ts';
import { createDoseRiskModel } from '../dose-risk-model.ts';
import { eqd2Of } from '../effective-dose.ts';
import { defineModel } from '../endpoint-model.ts';
import { oddsRatioEquations, oddsRatioSymbols, oddsRatiosSchema } from '../odds-ratios.ts';
import { exactlyOne } from '../one-of.ts';

/** Risk in [baseline, 1] at a dose: log-logistic above what happens without radiotherapy. */
export function logLogisticRisk(doseGy: number, d50Gy: number, gamma50: number, baseline = 0): number {
  // p = p₀ + (1 − p₀)/(1 + (D50/D)^(4 γ50))
  return baseline + (1 - baseline) / (1 + Math.exp(4 * gamma50 * Math.log(d50Gy / doseGy)));
}

/** A risk at a dose. */
export interface RiskAtDose {
  readonly eqd2Gy: number;
  readonly rate: number;
}

/**
 * D50 and γ50 of the log-logistic curve through two points.
 *
 * @throws RangeError unless the larger dose has the larger rate, and both rates are above the baseline
 */
export function logLogisticThrough(
  points: readonly [RiskAtDose, RiskAtDose],
  baseline = 0,
): { d50Gy: number; gamma50: number } {
  const [low, high] = points[0].eqd2Gy <= points[1].eqd2Gy ? points : [points[1], points[0]];
  if (!(high.eqd2Gy > low.eqd2Gy && high.rate > low.rate))
    throw new RangeError('invalid through: the larger dose must have the larger rate');
  if (!(low.rate > baseline && high.rate < 1))
    throw new RangeError(`invalid through: the rates must lie between the baseline ${baseline} and 1`);
  // logit((p − p₀)/(1 − p₀)) = 4 γ50 ln(D/D50)
  const [below, above] = [low, high].map(({ rate }) => logit((rate - baseline) / (1 - baseline)));
  const slope = (above - below) / Math.log(high.eqd2Gy / low.eqd2Gy);
  return { d50Gy: low.eqd2Gy * Math.exp(-below / slope), gamma50: slope / 4 };
}

const pointSchema = strict({
  eqd2Gy: positive('dose in Gy EQD2 at the α/β of this block'),
  rate: interiorProbability('rate of the complication at this dose'),
});

const parameters = strict({
  alphaBetaGy: alphaBetaGy('α/β of the tissue in Gy').default(3),
  baseline: probability('risk without radiotherapy; 0 where left out').max(0.999).default(0),
  through: z
    .tuple([pointSchema, pointSchema])
    .describe('two points that the curve passes through')
    .optional(),
  anchor: complicationAnchorSchema.optional(),
  d50Gy: positive('EQD2 in Gy half-way between the baseline and 1').optional(),
  gamma50: normalisedSlope('normalised slope at D50, without unit; beside d50Gy or anchor').optional(),
  oddsRatios: oddsRatiosSchema,
}).check(exactlyOne('through', 'anchor', 'd50Gy'), ({ value, issues }) => {
  const fail = (message: string, ...path: string[]) =>
    issues.push({ code: 'custom', input: value, message, path });
  const { through, gamma50, baseline } = value;
  if (through && gamma50 !== undefined) fail('two points leave no gamma50 to state', 'gamma50');
  if (!through && gamma50 === undefined) fail('needs gamma50 beside d50Gy or anchor');
  if (!through || issues.length > 0) return;
  try {
    logLogisticThrough(through, baseline);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    fail(error.message.replace('invalid through: ', ''), 'through');
  }
});

export const logLogistic = defineModel({
  summary:
    'Log-logistic in EQD2 above a baseline, for late and rare complications; by two points, by D50 and γ50, or anchored.',
  reference: 'Bentzen & Tucker 1997, Int J Radiat Biol 71:531 (dose-response slopes)',
  equations: [
    'P_0 = p_b + (1 − p_b)/(1 + (D_50/EQD2)^(4·γ_50))',
    'logit((p_i − p_b)/(1 − p_b)) = 4·γ_50·ln(D_i/D_50)',
    ...oddsRatioEquations,
  ],
  symbols: {
    ...anchorSymbols,
    ...oddsRatioSymbols,
    alphaBetaGy: 'α/β',
    baseline: 'p_b',
    'through.*.eqd2Gy': 'D_i',
    'through.*.rate': 'p_i',
    d50Gy: 'D_50',
    gamma50: 'γ_50',
  },
  assumptions: [
    'the complication follows EQD2 at its own α/β; two points with few events fix neither D50 nor slope well',
    'odds ratios act independently and alike in both arms',
  ],
  parameters,
  examples: [
    {
      through: [
        { eqd2Gy: 55, rate: 0.01 },
        { eqd2Gy: 88, rate: 0.16 },
      ],
    },
    { d50Gy: 75, gamma50: 1.2, baseline: 0.02, alphaBetaGy: 3, oddsRatios: { lowerLimb: 2 } },
    { gamma50: 1, anchor: { schedule: '25 x 2 Gy', rate: 0.315 } },
  ],
  free: { name: 'ln D50 (Gy)', parameter: 'd50Gy', isLogarithm: true, low: -20, high: 30 },
  create: ({ alphaBetaGy, baseline, through, d50Gy, gamma50, oddsRatios }, { levels, free }) => {
    const curve = through
      ? logLogisticThrough(through, baseline)
      : { d50Gy: d50Gy ?? Math.exp(free!), gamma50: gamma50! };
    return createDoseRiskModel(
      (dose) => logLogisticRisk(eqd2Of(dose, alphaBetaGy), curve.d50Gy, curve.gamma50, baseline),
      oddsRatios,
      levels,
    );
  },
});
