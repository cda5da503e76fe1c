import { type AnyResult, isAimResult, isClaimsResult } from '../../engine/any-result.ts';

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
  'burden-by-arm',
  'cost-effectiveness-plane',
  'acceptability-curve',
  'dose-response',
  'isoeffect-map',
  'alpha-beta-law',
  'monte-carlo-convergence',
] as const;

/** Charts of aims as the page shows them. */
export const AIM_CHARTS = ['alpha-beta-estimates', 'precision-against-failures'] as const;

/** Charts of dose escalation as the page shows them. */
export const ESCALATION_CHARTS = ['levels-recommended', 'toxicities-missed', 'months-to-recommend'] as const;

/** Names of the charts that a result may have something for, in the order of the page. */
export const chartOrder = (result: AnyResult): readonly string[] =>
  isClaimsResult(result) ? RUN_CHARTS : isAimResult(result) ? AIM_CHARTS : ESCALATION_CHARTS;
