import { z } from 'zod';
import { addScaled } from '../numeric/columns/add-scaled.ts';
import { positive, strict } from '../numeric/quantities.ts';
import type { Columns } from './endpoint-model.ts';

const oddsRatioSchema = z.union([
  positive('odds ratio of a characteristic that is present or absent'),
  strict({ ratio: positive('odds ratio'), per: positive('for this many units of the characteristic') }),
  z
    .record(z.string(), positive('odds ratio of the level of this name'))
    .describe('odds ratios by level; others 1'),
]);
type OddsRatio = z.infer<typeof oddsRatioSchema>;

/** Odds ratios by characteristic. */
export const oddsRatiosSchema = z
  .record(z.string(), oddsRatioSchema)
  .default({})
  .meta({
    description: 'characteristic → odds ratio of the complication',
    examples: [{ lowerLimb: 3, tumourSizeCm: { ratio: 1.05, per: 1 } }],
  });
type OddsRatios = z.output<typeof oddsRatiosSchema>;

/** Whether an odds ratio states its unit, as that of a continuous characteristic must. */
export function hasUnit(ratio: OddsRatio): ratio is { ratio: number; per: number } {
  return typeof ratio === 'object' && 'ratio' in ratio && 'per' in ratio;
}

/** Adds ln OR·x of each patient to `sum`. */
export type AddLogOdds = (patients: Columns, sum: Float64Array, count: number) => void;

/** One term a characteristic. @param levels level names of the categorical characteristics */
export function logOddsTerms(
  oddsRatios: OddsRatios,
  levels: Readonly<Record<string, readonly string[]>>,
): AddLogOdds[] {
  return Object.entries(oddsRatios).map(([name, ratio]) => logOddsTerm(name, ratio, levels[name]));
}

function logOddsTerm(name: string, ratio: OddsRatio, levels: readonly string[] | undefined): AddLogOdds {
  if (typeof ratio === 'object' && !hasUnit(ratio)) {
    const byLevel = (levels ?? []).map((level) => Math.log(Object.hasOwn(ratio, level) ? ratio[level] : 1));
    return (patients, sum, count) => {
      const column = patients[name];
      for (let i = 0; i < count; i++) sum[i] += byLevel[column[i]];
    };
  }
  const perUnit = typeof ratio === 'number' ? Math.log(ratio) : Math.log(ratio.ratio) / ratio.per;
  return (patients, sum, count) => {
    addScaled(sum, patients[name], perUnit, count);
  };
}

/** How odds ratios move a patient's risk from that of the dose. */
export const oddsRatioEquations = ['logit P = logit P_0 + ∑_j ln(OR_j)·x_j/u_j'] as const;

/** Symbols of odds ratios, by their path in a model's block; u is 1 where no unit is stated. */
export const oddsRatioSymbols = {
  'oddsRatios.*': 'OR_j',
  'oddsRatios.*.ratio': 'OR_j',
  'oddsRatios.*.per': 'u_j',
  'oddsRatios.*.*': 'OR_j',
} as const;
