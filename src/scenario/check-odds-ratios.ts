import { SUBTYPE } from '../cohort/cohort-shape.ts';
import { unknownWord } from '../numeric/closest-word.ts';
import type { TruthSpec } from '../outcomes/truth-schema.ts';
import { hasUnit } from '../radiobiology/odds-ratios.ts';
import type { CrossProblem } from './cross-problem.ts';

/** Problems of odds ratios: each names a characteristic, and is written as its law wants it. */
export function checkOddsRatios(
  truth: TruthSpec,
  name: string,
  oddsRatios: Record<string, unknown>,
): CrossProblem[] {
  const { heterogeneity } = truth.cohort;
  return Object.entries(oddsRatios).flatMap(([characteristic, ratio]): CrossProblem[] => {
    const keys = ['truth', name, 'oddsRatios', characteristic];
    if (characteristic === SUBTYPE && typeof ratio === 'object') {
      const levels = Object.keys(truth.cohort.subtypes);
      return Object.keys(ratio as object)
        .filter((level) => !levels.includes(level))
        .map((level) => ({ keys: [...keys, level], message: unknownWord('subtype', level, levels) }));
    }
    if (!Object.hasOwn(heterogeneity, characteristic)) {
      return [{ keys, message: unknownWord('characteristic', characteristic, Object.keys(heterogeneity)) }];
    }
    const law = heterogeneity[characteristic] as number | Record<string, unknown>;
    const isUnit = hasUnit(ratio as never);
    if (typeof law === 'object' && law.categorical) {
      const levels = Object.keys(law.categorical);
      if (typeof ratio !== 'object' || isUnit)
        return [{ keys, message: `${characteristic} is categorical: give an odds ratio by level` }];
      return Object.keys(ratio as object)
        .filter((level) => !levels.includes(level))
        .map((level) => ({ keys: [...keys, level], message: unknownWord('level', level, levels) }));
    }
    const isBinary = (typeof law === 'object' && law.bernoulli !== undefined) || law === 0 || law === 1;
    if (isBinary ? typeof ratio === 'number' : isUnit) return [];
    const message = isBinary
      ? `${characteristic} is present or absent: its odds ratio is a number`
      : `an odds ratio of a continuous characteristic names its unit, for example { ratio: 1.05, per: 10 }`;
    return [{ keys, message }];
  });
}
