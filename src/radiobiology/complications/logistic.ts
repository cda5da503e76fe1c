import { z } from 'zod';
import { alphaBetaGy, finite, positive, strict } from '../../numeric/quantities.ts';
import { complicationAnchorSchema } from '../anchor-schema.ts';
import { type Columns, defineModel, requireDose } from '../endpoint-model.ts';
import { eqd2 } from '../linear-quadratic.ts';

/** Dose in Gy EQD2 at which the intercept holds. */
const REFERENCE_GY = 50;
/** ln odds at 50 Gy EQD2 where nothing else is stated: 31.2 % (seven series with the 120-day definition: 169/543). */
const DEFAULT_INTERCEPT = -0.79;

/** Probability in [0, 1] of a wound complication: logistic in EQD2 about 50 Gy. */
export function woundRisk(eqd2Gy: number, intercept: number, slopePer10Gy: number, lnOddsRatios = 0): number {
  // logit p = b₀ + s·(EQD2 − 50)/10 + Σ ln ORⱼ·xⱼ
  return 1 / (1 + Math.exp(-(intercept + (slopePer10Gy * (eqd2Gy - REFERENCE_GY)) / 10 + lnOddsRatios)));
}

const oddsRatioSchema = z.union([
  positive('odds ratio of a characteristic that is present or absent'),
  strict({ ratio: positive('odds ratio'), per: positive('for this many units of the characteristic') }),
  z
    .record(z.string(), positive('odds ratio of the level of this name'))
    .describe('odds ratios by level; others 1'),
]);
type OddsRatio = z.infer<typeof oddsRatioSchema>;

/** Whether an odds ratio states its unit, as that of a continuous characteristic must. */
export function hasUnit(ratio: OddsRatio): ratio is { ratio: number; per: number } {
  return typeof ratio === 'object' && 'ratio' in ratio && 'per' in ratio;
}

/** Adds ln OR·x of one characteristic to `sum`. */
function addLogOdds(name: string, ratio: OddsRatio, levels: readonly string[] | undefined) {
  if (typeof ratio === 'object' && !hasUnit(ratio)) {
    const byLevel = (levels ?? []).map((level) => Math.log(Object.hasOwn(ratio, level) ? ratio[level] : 1));
    return (patients: Columns, sum: Float64Array, count: number) => {
      const column = patients[name];
      for (let i = 0; i < count; i++) sum[i] += byLevel[column[i]];
    };
  }
  const perUnit = typeof ratio === 'number' ? Math.log(ratio) : Math.log(ratio.ratio) / ratio.per;
  return (patients: Columns, sum: Float64Array, count: number) => {
    const column = patients[name];
    for (let i = 0; i < count; i++) sum[i] += perUnit * column[i];
  };
}

export const logistic = defineModel({
  summary:
    'Logistic in EQD2 about 50 Gy, with odds ratios of characteristics; intercept given or solved from an anchor.',
  reference:
    'definition: O’Sullivan 2002, Lancet 359:2235 (120 days); slope and α/β: assumptions, strict-definition series give 0.015 ± 0.17 per 10 Gy',
  assumptions: [
    'wound complications follow EQD2 at their own α/β, weakly; neither slope nor α/β is identified by published series',
    'odds ratios act independently and alike in both arms',
  ],
  parameters: strict({
    alphaBetaGy: alphaBetaGy('α/β of the wound in Gy').default(10),
    slopePer10Gy: finite('change of the log odds per 10 Gy EQD2').default(0.2),
    anchor: complicationAnchorSchema.optional(),
    intercept: finite('log odds at 50 Gy EQD2 with every characteristic at 0').optional(),
    oddsRatios: z.record(z.string(), oddsRatioSchema).default({}),
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
  free: { name: 'intercept (log odds)', low: -60, high: 60 },
  create: ({ alphaBetaGy, slopePer10Gy, anchor, intercept, oddsRatios }, { levels, free }) => {
    const b0 = intercept ?? (anchor ? free! : DEFAULT_INTERCEPT);
    const names = Object.keys(oddsRatios);
    const terms = names.map((name) => addLogOdds(name, oddsRatios[name], levels[name]));
    return {
      reads: names,
      latents: [],
      probabilities: (arm, patients, out, count) => {
        const dose = eqd2(requireDose(arm), alphaBetaGy);
        out.fill(0, 0, count);
        for (const addTo of terms) addTo(patients, out, count);
        for (let i = 0; i < count; i++) out[i] = woundRisk(dose, b0, slopePer10Gy, out[i]);
      },
    };
  },
});
