import { requirePositive } from '../../numeric/require-argument.ts';
import { coxEstimate, coxScore } from '../time-statistics/cox-score.ts';
import { countFailures, createFailureTabulator } from '../time-statistics/failure-table.ts';
import { signedRatio } from '../time-statistics/signed-ratio.ts';
import type { Score } from '../time-statistics/solve-score.ts';
import type { TimeTest } from './definition.ts';

/**
 * Wald's test of the Cox estimate. Where that is infinite, as with failures in one arm only, its standard error is too and
 * Wald's statistic tends to 0 however strong the data (Hauck & Donner 1977, J Am Stat Assoc 72:851): there the score test at
 * the margin decides. With ties the model is Cox's discrete one.
 */
export const cox: TimeTest = {
  label: 'Wald test of the Cox model',
  summary:
    'Wald test of the cause-specific hazard ratio by the Cox model, over all follow-up; competing events are censorings.',
  reference: 'Cox 1972, J R Stat Soc B 34:187. doi:10.1111/j.2517-6161.1972.tb00899.x',
  equations: ['z = (ln θ − ln HR̂)/SE', '"shown if" z ≥ z_(1 − α)'],
  scale: 'hazardRatio',
  takesMargin: true,
  looksAt: 'hazards',
  seesCompeting: false,
  create: (margin) => {
    const logMargin = Math.log(requirePositive('margin', margin));
    const tabulate = createFailureTabulator();
    const atMargin: Score = { score: 0, information: 0 };
    return (data) => {
      const table = tabulate(data);
      const failures = countFailures(table);
      const { estimate, standardError } = coxEstimate(table);
      if (failures === 0) return { statistic: Number.NaN, estimate, standardError, failures };
      if (Number.isFinite(estimate))
        return { statistic: (logMargin - estimate) / standardError, estimate, standardError, failures };
      coxScore(table, margin, atMargin);
      const statistic = signedRatio(-atMargin.score, Math.sqrt(atMargin.information));
      return { statistic, estimate, standardError, failures };
    };
  },
};
