import { requirePositive } from '../../numeric/require-argument.ts';
import { combinedLimitScore, raisedPoint } from '../time-statistics/control-limits.ts';
import { type KaplanMeierPoint, kaplanMeierAt } from '../time-statistics/kaplan-meier.ts';
import { createRiskTabulator } from '../time-statistics/risk-table.ts';
import type { TimeTest } from './definition.ts';

/** ln(−ln S): −∞ where none failed, ∞ where all did. */
const logCumulativeHazard = ({ control }: KaplanMeierPoint): number => Math.log(-Math.log(control));

/** Of {@link logCumulativeHazard}, Var(ln S) / (ln S)². */
const logHazardVariance = ({ control, logVariance }: KaplanMeierPoint): number =>
  logVariance / (Math.log(control) * Math.log(control));

/**
 * The difference of ln(−ln S) is the log ratio of the cumulative hazards. Where it is infinite, because nobody of an arm
 * failed or all who were left did, the limits of the difference between the experimental arm's control probability and the
 * control's raised to the margin decide, as in the test of a difference.
 */
export const kaplanMeierRatio: TimeTest = {
  label: 'complementary log-log test at a time',
  summary:
    'Ratio of the cumulative hazards at the time by Kaplan–Meier probabilities on the complementary log-log scale; competing events are censorings.',
  reference: 'Klein et al. 2007, Stat Med 26:4505. doi:10.1002/sim.2864',
  equations: ['z = (ln θ − ln(ln Ŝ_E(t)/ln Ŝ_C(t)))/SE', '"shown if" z ≥ z_(1 − α)'],
  scale: 'hazardRatio',
  takesMargin: true,
  looksAt: 'time',
  seesCompeting: false,
  create: (margin, atYears) => {
    const logMargin = Math.log(requirePositive('margin', margin));
    requirePositive('atYears', atYears);
    const tabulate = createRiskTabulator();
    return (data) => {
      const table = tabulate(data);
      const control = kaplanMeierAt(table, 0, atYears);
      const experimental = kaplanMeierAt(table, 1, atYears);
      const failures = control.failures + experimental.failures;
      const estimate = logCumulativeHazard(experimental) - logCumulativeHazard(control);
      if (failures === 0) return { statistic: Number.NaN, estimate, standardError: Infinity, failures };
      if (!Number.isFinite(estimate)) {
        const statistic = combinedLimitScore(experimental, raisedPoint(control, margin), 0);
        return { statistic, estimate, standardError: Infinity, failures };
      }
      const standardError = Math.sqrt(logHazardVariance(experimental) + logHazardVariance(control));
      return { statistic: (logMargin - estimate) / standardError, estimate, standardError, failures };
    };
  },
};
