import { elimination } from './elimination.ts';
import type { LadderMethod } from './ladder-method.ts';
import type { LadderState } from './ladder-state.ts';
import { nearestLevel } from './nearest-level.ts';
import { powerModel } from './power-model.ts';
import type { ReassessmentSpec } from './reassessment-shape.ts';
import { type LadderProblem, startProblems } from './steps-shape.ts';
import { stepwiseMethod } from './stepwise-method.ts';

/**
 * The continual reassessment method: the next group is treated where the power model, at the posterior mean, is nearest to
 * the target; unless allowed, never more than one level up, and never up after too many toxicities.
 *
 * @see O'Quigley, Pepe & Fisher 1990, Biometrics 46:33; Cheung 2005, Biometrics 61:863 (coherence)
 */
export function reassessmentMethod(spec: ReassessmentSpec, levels: number): LadderMethod {
  const { target, skeleton, priorVariance, allowSkipping, isCoherent, eliminationCutOff } = spec;
  const model = powerModel(skeleton, priorVariance);
  const nearest = (state: LadderState, below: number): number =>
    nearestLevel(model.posterior(state).rates.slice(0, below), target);
  return stepwiseMethod({
    ...spec,
    levels,
    startLevel: spec.startLevel - 1,
    eliminate: elimination(target, eliminationCutOff),
    propose: (state, below) => {
      const { level, size, toxic } = state.last!;
      const best = nearest(state, below);
      const most = isCoherent && toxic >= target * size ? level : allowSkipping ? best : level + 1;
      return Math.min(best, most);
    },
    recommend: (state, below) => {
      const highest = state.treated.findLastIndex((count) => count > 0);
      if (highest < 0) return undefined;
      const best = nearest(state, below);
      return allowSkipping ? best : Math.min(best, highest + 1);
    },
  });
}

/** What is wrong with valid parameters on a ladder of so many levels. */
export function reassessmentProblems(spec: ReassessmentSpec, levels: number): LadderProblem[] {
  const { length } = spec.skeleton;
  const rates = `${length} rates for a ladder of ${levels} levels (must be one a level)`;
  return [
    ...(length === levels ? [] : [{ key: 'skeleton', message: rates }]),
    ...startProblems(spec, levels),
  ];
}
