import { findRoot } from '../../numeric/find-root.ts';
import { normalCdf } from '../../numeric/normal-cdf.ts';
import { isImpossibleWorld } from '../../scenario/impossible-world.ts';
import { valueAt } from '../../scenario/path.ts';
import { slacks, type Trial } from '../../scenario/trial.ts';
import { uncertainLaws } from '../../scenario/truth-specs.ts';
import type { BreakingPoint } from './size-result.ts';

/** Normal scores within which a turn is looked for, and how closely. */
const REACH = 4;
const STEP = 0.25;

/**
 * Where along each uncertain value that varies continuously, all others as planned, the least slack of the claims crosses
 * 0: beyond, no number of patients shows what is not so.
 */
export function breakingPoints(trial: Trial): BreakingPoint[] {
  return uncertainLaws(trial.scenario)
    .filter(({ law }) => !law.atoms)
    .flatMap(({ path, law }) => {
      const slackAt = (score: number): number => {
        try {
          return Math.min(...slacks(trial, trial.truthInWorld([[path, law.atNormalScore(score)]])));
        } catch (error) {
          if (isImpossibleWorld(error)) return Number.NaN;
          throw error;
        }
      };
      const scores = Array.from({ length: (2 * REACH) / STEP + 1 }, (_, i) => i * STEP - REACH);
      const values = scores.map(slackAt);
      const turns = scores.flatMap((score, i) =>
        i > 0 && values[i - 1] > 0 !== values[i] > 0 && Number.isFinite(values[i - 1] + values[i])
          ? [{ root: findRoot(slackAt, scores[i - 1], score), turnsFalse: values[i] <= 0 }]
          : [],
      );
      return turns.map(({ root, turnsFalse }, k): BreakingPoint => {
        const [before, after] = [turns[k - 1]?.root ?? -Infinity, turns[k + 1]?.root ?? Infinity];
        return {
          path,
          planned: valueAt(trial.scenario, path) as number,
          value: law.atNormalScore(root),
          falseWhere: turnsFalse ? 'above' : 'below',
          probability: turnsFalse ? normalCdf(after) - normalCdf(root) : normalCdf(root) - normalCdf(before),
        };
      });
    });
}
