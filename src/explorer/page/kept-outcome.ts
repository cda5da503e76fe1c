import { isClaimsResult } from '../../engine/any-result.ts';
import type { Exploration } from './exploration.ts';
import type { KeptSetting } from './page-state.ts';
import { runState } from './run-state.ts';

/** What became of a kept setting: its result, or why it has none; undefined while it is not known. */
export function keptOutcome(
  exploration: Exploration,
  { scenario }: KeptSetting,
): Pick<KeptSetting, 'result' | 'failure'> | undefined {
  const { readText, stage, problems, refusal } = exploration;
  if (readText !== scenario.text) return undefined;
  switch (runState(exploration)) {
    case 'wrong':
      return { failure: problems[0].text };
    case 'refused':
      return { failure: refusal! };
    case 'working':
      return undefined;
    case 'done':
      return isClaimsResult(stage!.result)
        ? { result: stage!.result }
        : { failure: 'it makes no claim whose power could be compared' };
  }
}
