import type { RunResult } from '../engine/result.ts';
import { createDesign, type Design } from '../trial/design.ts';

/** The design that a result followed, with its claims and rules. */
export function liveDesign({ scenario, arms }: Pick<RunResult, 'scenario' | 'arms'>): Design {
  return createDesign(scenario.resolved.design, arms.length);
}
