import type { RunResult } from '../engine/result.ts';
import type { ChartDefinition } from './charts/definition.ts';
import { charts } from './charts/index.ts';

/** Arms that every chart shows; some show more. */
const TWO_ARMS = 2;

/** The charts that can show a result, by the name of their specification, in the order of the report. */
export function chartsOf({ arms }: Pick<RunResult, 'arms'>): Record<string, ChartDefinition> {
  const shown = Object.entries(charts).filter(
    ([, { severalArms }]) => arms.length <= TWO_ARMS || severalArms,
  );
  return Object.fromEntries(shown);
}
