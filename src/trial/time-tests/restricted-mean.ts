import { requirePositive } from '../../numeric/require-argument.ts';
import { requireNonNegative } from '../../numeric/require-non-negative.ts';
import { restrictedMeanTime } from '../time-statistics/restricted-mean-time.ts';
import { createRiskTabulator, failuresUntil } from '../time-statistics/risk-table.ts';
import { signedRatio } from '../time-statistics/signed-ratio.ts';
import type { TimeTest } from './definition.ts';

/** A curve is carried past its last observation, up to the time. */
export const restrictedMean: TimeTest = {
  label: 'difference of restricted mean times',
  summary:
    'Wald test of the difference of mean times without failure, cut at the time: areas under the Kaplan–Meier curves; competing events are censorings.',
  reference: 'Royston & Parmar 2013, BMC Med Res Methodol 13:152; Uno et al. 2014, J Clin Oncol 32:2380',
  equations: [
    'RMST = ∫_0^t Ŝ(u) du',
    'z = (RMST_E − RMST_C + δ_R)/SE',
    'δ_R = ∫_0^t (S_C^(u/t) − S_C^(θ·u/t)) du',
    '"shown if" z ≥ z_(1 − α)',
  ],
  scale: 'restrictedMeanYears',
  takesMargin: true,
  looksAt: 'time',
  seesCompeting: false,
  create: (margin, atYears) => {
    requireNonNegative('margin', margin);
    requirePositive('atYears', atYears);
    const tabulate = createRiskTabulator();
    return (data) => {
      const table = tabulate(data);
      const control = restrictedMeanTime(table, 0, atYears);
      const experimental = restrictedMeanTime(table, 1, atYears);
      const failures = failuresUntil(table, atYears);
      const estimate = experimental.years - control.years;
      const standardError = Math.sqrt(experimental.variance + control.variance);
      const statistic = failures === 0 ? Number.NaN : signedRatio(estimate + margin, standardError);
      return { statistic, estimate, standardError, failures };
    };
  },
};
