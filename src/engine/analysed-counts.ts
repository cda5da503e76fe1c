import type { ArmOutcomes } from '../outcomes/arm-outcomes.ts';
import type { Truth } from '../outcomes/truth.ts';
import type { Design } from '../trial/design.ts';
import type { AnalysisRule } from './stratum-counts.ts';

/** Counts one arm's patients as the design's analysis set does. */
export interface AnalysedCounts {
  /** Events of endpoint `e` among the first `count` patients, by whether each has its event. */
  events(flags: Uint8Array, outcomes: ArmOutcomes, count: number, e: number): number;
  /** Evaluable patients among the first `count`. */
  evaluable(outcomes: ArmOutcomes, count: number): number;
  /** Patients analysed, of `count` of whom so many are evaluable. */
  size(evaluable: number, count: number): number;
  /** How unevaluable patients count for endpoint `e`. */
  rule(e: number): AnalysisRule;
}

/** Sum of the first `count` flags. */
export function sumFlags(flags: Uint8Array, count: number): number {
  let total = 0;
  for (let i = 0; i < count; i++) total += flags[i];
  return total;
}

/** The counts of a design's analysis set under a truth. */
export function createAnalysedCounts(
  { unevaluable, countsUnevaluableAsFailures }: Design,
  { endpoints }: Truth,
): AnalysedCounts {
  const isGood = endpoints.map(({ definition }) => definition.eventIsGood);
  const everyone = unevaluable === 0;
  return {
    events: (flags, { evaluable }, count, e) => {
      if (everyone) return sumFlags(flags, count);
      const onFailure = countsUnevaluableAsFailures && !isGood[e] ? 1 : 0;
      let total = 0;
      for (let i = 0; i < count; i++) total += evaluable[i] === 1 ? flags[i] : onFailure;
      return total;
    },
    evaluable: (outcomes, count) => (everyone ? count : sumFlags(outcomes.evaluable, count)),
    size: (evaluable, count) => (countsUnevaluableAsFailures ? count : evaluable),
    rule: (e) => ({ unevaluableFail: countsUnevaluableAsFailures, eventIsGood: isGood[e] }),
  };
}
