import { type AlphaBetaEstimate, estimateAlphaBeta } from '../../../evidence/alpha-beta-estimate.ts';
import type { Effects } from '../../../evidence/effects-schema.ts';
import { readEffects } from '../../../evidence/read-effects.ts';
import { normalReach } from '../../../numeric/normal-reach.ts';
import {
  type CoefficientMoments,
  type FiellerSet,
  ratioDeviance,
} from '../../../trial/alpha-beta/ratio-sets.ts';
import { hundredthGray } from '../../lesson-parts/dose-words.ts';
import { pointsAlong } from '../../lesson-parts/points-along.ts';
import type { LessonTools, Picture } from '../../lessons/definition.ts';

/** An effects file that comes with the package. */
export const effectsOf = ({ files }: LessonTools, name: string): Effects =>
  readEffects(files.effects(name), `${name}.yaml`).effects;

/** α/β from such a file. */
export const estimateOf = (tools: LessonTools, name: string): AlphaBetaEstimate =>
  estimateAlphaBeta(effectsOf(tools, name), []);

/** The same trial with other ratios, their intervals as wide on a logarithmic scale. */
export function withRatios(effects: Effects, ratios: readonly number[]): Effects {
  const arms = effects.arms.map((arm, i) => {
    const factor = ratios[i] / arm.ratio!;
    const { interval } = arm;
    return {
      ...arm,
      ratio: ratios[i],
      ...(interval && { interval: [interval[0] * factor, interval[1] * factor] as [number, number] }),
    };
  });
  return { ...effects, arms };
}

/** The coefficients of an estimate as the sets take them. */
export function momentsOf({ coefficients }: AlphaBetaEstimate): CoefficientMoments {
  const { perGy, perGy2, covariance } = coefficients;
  return {
    perGy: perGy.estimate,
    perGy2: perGy2.estimate,
    variancePerGy: perGy.standardError * perGy.standardError,
    variancePerGy2: perGy2.standardError * perGy2.standardError,
    covariance,
  };
}

/** How badly each α/β fits what a trial showed, and where 95 % of chance ends. */
export function deviancePicture(moments: CoefficientMoments): Picture {
  const reach = normalReach(0.95);
  return {
    title: 'How badly each α/β fits the two ratios',
    x: { label: 'α/β', unit: 'Gy' },
    y: { label: 'Deviance', unit: '' },
    series: [{ name: 'deviance', points: pointsAlong(0.5, 30, 60, (own) => ratioDeviance(moments, own)) }],
    marks: [{ axis: 'y', value: reach * reach, label: 'refused above this line (95 %)' }],
  };
}

/** What a set of α/β refuses, in words; values below 0 are none. */
export function setWords({ kind, low, high }: FiellerSet): string {
  if (kind === 'wholeLine') return 'no value at all is refused';
  if (kind === 'interval' && high !== null) {
    const above = `values above ${hundredthGray(high)}`;
    return low !== null && low > 0
      ? `values below ${hundredthGray(low)} and ${above} are refused`
      : `${above} are refused, small ones are not`;
  }
  // A complement refuses what lies between its ends
  if (kind === 'complement' && high! <= 0) return 'no value above 0 is refused';
  if (kind === 'complement' && low! > 0)
    return `only values between ${hundredthGray(low!)} and ${hundredthGray(high!)} are refused`;
  return `only values below ${hundredthGray((kind === 'complement' ? high : low)!)} are refused`;
}
