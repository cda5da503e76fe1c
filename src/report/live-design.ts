import type { RunResult } from '../engine/result.ts';
import { createDesign, type Design } from '../trial/design.ts';

/** Designs made before: working out the rules of one takes time, and a report asks for it often. */
const memory = new WeakMap<object, Design>();

/** The design that a result followed, with its claims and rules; made once a result. */
export function liveDesign({ scenario, arms }: Pick<RunResult, 'scenario' | 'arms'>): Design {
  const spec = scenario.resolved.design;
  const design = memory.get(spec) ?? createDesign(spec, arms.length);
  memory.set(spec, design);
  return design;
}
