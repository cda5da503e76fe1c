import { type AimResult, isAimResult } from '../../engine/aim-result.ts';
import type { RunResult } from '../../engine/result.ts';

/** Charts of runs as the page shows them: those that move as simulation goes on come before those that state what was put in. */
export const RUN_CHARTS = [
  'estimated-difference',
  'estimated-effect',
  'power-by-arm',
  'power-over-worlds',
  'power-by-alpha-beta',
  'eqd2-by-alpha-beta',
  'cohort-control',
  'control-against-wounds',
  'cumulative-incidence',
  'stopping-by-look',
  'accrual-and-looks',
  'stopping-boundaries',
  'estimate-after-stopping',
  'dose-response',
  'isoeffect-map',
  'alpha-beta-law',
  'monte-carlo-convergence',
] as const;

/** Charts of aims as the page shows them. */
export const AIM_CHARTS = ['alpha-beta-estimates', 'precision-against-failures'] as const;

/** Names of the charts that a result may have something for, in the order of the page. */
export const chartOrder = (result: RunResult | AimResult): readonly string[] =>
  isAimResult(result) ? AIM_CHARTS : RUN_CHARTS;
