import { requirePositive } from '../../numeric/require-argument.ts';
import { requireNonNegative } from '../../numeric/require-non-negative.ts';
import { cumulativeIncidenceAt } from '../time-statistics/aalen-johansen.ts';
import { createRiskTabulator } from '../time-statistics/risk-table.ts';
import { signedRatio } from '../time-statistics/signed-ratio.ts';
import type { TimeTest } from './definition.ts';

/** The estimate is control's incidence − experimental's: the gain. An arm without failure adds no variance. */
export const cumulativeIncidence: TimeTest = {
  label: 'difference of cumulative incidences',
  summary:
    'Wald test of the difference of cumulative incidences of failure at the time, which a competing event precludes (Aalen–Johansen).',
  reference: 'Aalen 1978, Ann Stat 6:534; Klein et al. 2007, Stat Med 26:4505',
  equations: ['z = (Î_C(t) − Î_E(t) + δ)/SE', '"shown if" z ≥ z_(1 − α)'],
  scale: 'difference',
  takesMargin: true,
  looksAt: 'time',
  seesCompeting: true,
  create: (margin, atYears) => {
    requireNonNegative('margin', margin);
    requirePositive('atYears', atYears);
    const tabulate = createRiskTabulator();
    return (data) => {
      const table = tabulate(data);
      const control = cumulativeIncidenceAt(table, 0, atYears);
      const experimental = cumulativeIncidenceAt(table, 1, atYears);
      const failures = control.failures + experimental.failures;
      const estimate = control.failure - experimental.failure;
      const standardError = Math.sqrt(control.variance + experimental.variance);
      const statistic = failures === 0 ? Number.NaN : signedRatio(estimate + margin, standardError);
      return { statistic, estimate, standardError, failures };
    };
  },
};
