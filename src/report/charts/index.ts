import { cohortControl } from './cohort-control.ts';
import { controlAgainstWounds } from './control-against-wounds.ts';
import type { ChartDefinition } from './definition.ts';
import { eqd2ByAlphaBeta } from './eqd2-by-alpha-beta.ts';
import { estimatedDifference } from './estimated-difference.ts';
import { powerOverWorlds } from './power-over-worlds.ts';
import { stoppingByLook } from './stopping-by-look.ts';

/** Every chart by the name of its specification, in the order of the report. */
export const charts: Record<string, ChartDefinition> = {
  'eqd2-by-alpha-beta': eqd2ByAlphaBeta,
  'cohort-control': cohortControl,
  'control-against-wounds': controlAgainstWounds,
  'estimated-difference': estimatedDifference,
  'stopping-by-look': stoppingByLook,
  'power-over-worlds': powerOverWorlds,
};
