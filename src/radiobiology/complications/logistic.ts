import { toProbabilities } from '../../numeric/columns/exponentials.ts';
import { expit } from '../../numeric/logit.ts';
import { alphaBetaGy, finite, strict } from '../../numeric/quantities.ts';
import { anchorSymbols, complicationAnchorSchema } from '../anchor-schema.ts';
import { type EffectiveDose, eqd2Of } from '../effective-dose.ts';
import { addByPatient, defineModel, type ModelDefinition } from '../endpoint-model.ts';
import { logOddsTerms, oddsRatioEquations, oddsRatioSymbols, oddsRatiosSchema } from '../odds-ratios.ts';

/** Dose in Gy EQD2 at which the intercept holds. */
export const INTERCEPT_EQD2_GY = 50;

/** Log odds of a complication without what characteristics add. */
function logOddsAt(eqd2Gy: number, intercept: number, slopePer10Gy: number): number {
  return intercept + (slopePer10Gy * (eqd2Gy - INTERCEPT_EQD2_GY)) / 10;
}

/** Probability in [0, 1] of a complication: logistic in EQD2 about 50 Gy. */
export function woundRisk(eqd2Gy: number, intercept: number, slopePer10Gy: number, lnOddsRatios = 0): number {
  // logit p = b₀ + s·(EQD2 − 50)/10 + Σ ln ORⱼ·xⱼ
  return expit(logOddsAt(eqd2Gy, intercept, slopePer10Gy) + lnOddsRatios);
}

/** What one complication takes for granted where the scenario says nothing. */
interface ComplicationDefaults {
  /** The complication in running text. */
  readonly what: string;
  readonly alphaBetaGy: number;
  readonly slopePer10Gy: number;
  /** ln odds at 50 Gy EQD2. */
  readonly intercept: number;
  /** Where slope and α/β come from. */
  readonly basis: string;
}

/** The logistic model of a complication with defaults of its own. */
export function createLogistic(defaults: ComplicationDefaults): ModelDefinition {
  return defineModel({
    summary:
      'Logistic in EQD2 about 50 Gy, with odds ratios of characteristics; intercept given or solved from an anchor.',
    reference: `logistic regression; slope and α/β: ${defaults.basis}`,
    equations: ['logit P_0 = b_0 + s·(EQD2 − 50)/10', ...oddsRatioEquations],
    symbols: {
      ...anchorSymbols,
      ...oddsRatioSymbols,
      alphaBetaGy: 'α/β',
      slopePer10Gy: 's',
      intercept: 'b_0',
    },
    assumptions: [
      `${defaults.what}: by EQD2 at the tissue’s own α/β; neither slope nor α/β is identified by published series`,
      'odds ratios act independently and alike in both arms',
    ],
    parameters: strict({
      alphaBetaGy: alphaBetaGy('α/β of the tissue in Gy').default(defaults.alphaBetaGy),
      slopePer10Gy: finite('change of the log odds per 10 Gy EQD2').default(defaults.slopePer10Gy),
      anchor: complicationAnchorSchema.optional(),
      intercept: finite('log odds at 50 Gy EQD2 with every characteristic at 0').optional(),
      oddsRatios: oddsRatiosSchema,
    }).check(({ value, issues }) => {
      const fail = (message: string) => issues.push({ code: 'custom', input: value, message });
      if (value.anchor && value.intercept !== undefined) fail('takes one of anchor and intercept, not both');
      if (!value.anchor && value.intercept === undefined && Object.keys(value.oddsRatios).length > 0) {
        fail('odds ratios need an anchor or an intercept beside them');
      }
    }),
    examples: [
      { anchor: { schedule: '25 x 2 Gy', rate: 0.35 }, slopePer10Gy: 0.2 },
      { intercept: -1.6, oddsRatios: { lowerLimb: 3, tumourSizeCm: { ratio: 1.05, per: 1 } } },
    ],
    free: { name: 'intercept (log odds)', parameter: 'intercept', low: -60, high: 60 },
    create: ({ alphaBetaGy, slopePer10Gy, anchor, intercept, oddsRatios }, { levels, free }) => {
      const b0 = intercept ?? (anchor ? free! : defaults.intercept);
      const terms = logOddsTerms(oddsRatios, levels);
      return {
        reads: Object.keys(oddsRatios),
        latents: [],
        probabilities: (arm, patients, out, count) => {
          const logOddsOf = (dose: EffectiveDose) => logOddsAt(eqd2Of(dose, alphaBetaGy), b0, slopePer10Gy);
          out.fill(0, 0, count);
          for (const addTo of terms) addTo(patients, out, count);
          addByPatient(arm, patients, logOddsOf, out, count);
          toProbabilities(out, count);
        },
      };
    },
  });
}

export const logistic = createLogistic({
  what: 'wound complications',
  alphaBetaGy: 10,
  slopePer10Gy: 0.2,
  // 31.2 %: seven series with the 120-day definition, 169 of 543
  intercept: -0.79,
  basis:
    'assumptions; series with the 120-day definition (O’Sullivan 2002, Lancet 359:2235) give 0.015 ± 0.17 per 10 Gy',
});
