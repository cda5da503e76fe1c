import { isJointDraws } from './joint-draws.ts';
import { valueAt } from './path.ts';
import type { Scenario } from './scenario-schema.ts';

/**
 * Leaves out the columns of joint draws that belong to an endpoint which the truth does not model: a calibration draws
 * control and wounds alike, and a scenario may have one of them.
 *
 * @returns the scenario, and what was left out in words
 */
export function keepModelledDraws(scenario: Scenario): { scenario: Scenario; warnings: string[] } {
  const warnings: string[] = [];
  const isModelled = (path: string): boolean =>
    !path.startsWith('truth.') ||
    valueAt({ truth: scenario.truth }, path.split('.').slice(0, 2).join('.')) !== undefined;
  const uncertainty = Object.fromEntries(
    Object.entries(scenario.uncertainty).flatMap(([name, spec]) => {
      if (!isJointDraws(spec)) return [[name, spec]];
      const columns = Object.entries(spec.draws);
      const kept = columns.filter(([path]) => isModelled(path));
      const leftOut = columns.filter(([path]) => !isModelled(path)).map(([path]) => path);
      if (leftOut.length > 0)
        warnings.push(`the truth has no model for the draws of ${leftOut.join(', ')}: they are left out`);
      return kept.length > 0 ? [[name, { draws: Object.fromEntries(kept) }]] : [];
    }),
  );
  return { scenario: { ...scenario, uncertainty }, warnings };
}
