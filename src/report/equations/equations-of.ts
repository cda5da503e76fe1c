import type { RunResult } from '../../engine/result.ts';
import { trialOf } from '../../study/trial-of.ts';
import { liveDesign } from '../live-design.ts';
import type { PlacedBounds } from './design-blocks.ts';
import { type FilledBlock, fillBlocks } from './parameter-rows.ts';
import { scenarioBlocks } from './scenario-blocks.ts';
import { solvedValues } from './solved-values.ts';

type Result = Pick<RunResult, 'scenario' | 'arms' | 'assumptions'>;

/** Filled before: section and checklists ask for the same. */
const memory = new WeakMap<object, readonly FilledBlock[]>();

function boundsOf(result: Result): PlacedBounds | undefined {
  if (!result.scenario.resolved.design.groupSequential) return undefined;
  const { efficacy, futility } = liveDesign(result).sequential!.plan;
  return { efficacy, ...(futility && { futility }) };
}

/** The equations of a result's scenario, each with the values that stand in it; made once a result. */
export function equationsOf(result: Result): readonly FilledBlock[] {
  const { resolved } = result.scenario;
  const filled =
    memory.get(resolved) ??
    fillBlocks(
      resolved,
      result.assumptions,
      scenarioBlocks(resolved, boundsOf(result)),
      solvedValues(trialOf(resolved)),
    );
  memory.set(resolved, filled);
  return filled;
}
