import { isClaimsResult } from '../../engine/any-result.ts';
import type { Comparison } from '../compare-settings.ts';
import type { Exploration } from './exploration.ts';
import type { KeptSetting } from './page-state.ts';
import { runState } from './run-state.ts';

/** What a comparison says, or why it says nothing. */
export function comparisonWords(
  comparison: Pick<Comparison, 'headline'> | undefined,
  { result, failure }: KeptSetting,
  exploration: Exploration,
): string {
  if (failure !== undefined) return `The kept setting cannot be compared: ${failure}.`;
  if (comparison) return `${comparison.headline}.`;
  if (!result) return 'Simulating the kept setting first …';
  const state = runState(exploration);
  if (state === 'wrong' || state === 'refused')
    return 'The scenario as it stands has no answer to compare with the kept one.';
  if (exploration.stage && !isClaimsResult(exploration.stage.result))
    return 'The scenario as it stands makes no claim whose power could be compared with the kept one.';
  return 'Simulating the scenario as it stands …';
}
