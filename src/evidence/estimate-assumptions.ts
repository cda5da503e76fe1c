import { type CovarianceBasis, covarianceBasis, eventVariance } from './effect-variance.ts';
import type { Effects } from './effects-schema.ts';

const MODEL = [
  'The effect is linear in total dose and in Σd² (linear-quadratic model): full repair between fractions, no effect of overall treatment time.',
  'One α/β for all patients; spread between patients would shift the ratio.',
];

const SHARED: Record<CovarianceBasis, string> = {
  eventCounts:
    'The arms share one control: their covariance is the control’s part of the variance, from its event count.',
  controlVariance:
    'The arms share one control: their covariance is the stated variance of the control’s part.',
  halfTheSmaller:
    'The arms share one control, whose part of the variance is not published: their covariance is taken as half the smaller of the two variances. It comes within 0.1 Gy of the published intervals of α/β in FAST and in FAST-Forward (late effects).',
};

/** What an estimate rests on: what the file says of its numbers, then what the method takes for granted. */
export function estimateAssumptions(effects: Effects): string[] {
  return [...effects.assumptions, ...MODEL, ...errors(effects)];
}

function errors(effects: Effects): string[] {
  const { externalSlope, measure } = effects;
  if (externalSlope) {
    return [
      `The slope, ${String(externalSlope.perGyEqd2).replace('-', '−')} for each Gy in 2 Gy fractions, comes from elsewhere (${externalSlope.source}), holds in this trial, and is the same over the range of doses.`,
      'The errors of both rates and of the slope are normal and independent.',
    ];
  }
  const what = measure === 'oddsRatio' ? 'odds ratio' : 'hazard ratio';
  const counted = effects.arms.every((arm) => eventVariance(effects, arm) !== undefined);
  const basis = counted ? 'event counts' : 'published intervals';
  return [
    `The error of each log ${what} is normal, with the variance that the ${basis} imply.`,
    SHARED[covarianceBasis(effects)],
  ];
}
