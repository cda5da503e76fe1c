import { requirePositive } from '../../numeric/require-argument.ts';
import { coxEstimate, coxScore } from '../time-statistics/cox-score.ts';
import { countFailures, createFailureTabulator } from '../time-statistics/failure-table.ts';
import { signedRatio } from '../time-statistics/signed-ratio.ts';
import { noEstimate, type Score } from '../time-statistics/solve-score.ts';
import type { TimeTest } from './definition.ts';

/**
 * The score test at a hazard ratio of the margin, which at 1 is the log-rank test. With ties it is that of Cox's discrete
 * model. The estimate and its standard error are those of the Cox model.
 */
export const logRank: TimeTest = {
  label: 'log-rank test',
  summary:
    'Score test of the cause-specific hazard ratio at its margin, over all follow-up; competing events are censorings.',
  reference: 'Peto & Peto 1972, J R Stat Soc A 135:185; Cox 1972, J R Stat Soc B 34:187',
  equations: ['z = −U(ln θ)/√(I(ln θ))', 'U: "Cox score at the margin" θ', '"shown if" z ≥ z_(1 − α)'],
  scale: 'hazardRatio',
  takesMargin: true,
  looksAt: 'hazards',
  seesCompeting: false,
  create: (margin) => {
    requirePositive('margin', margin);
    const tabulate = createFailureTabulator();
    const atMargin: Score = { score: 0, information: 0 };
    return (data, wantsEstimate = true) => {
      const table = tabulate(data);
      const failures = countFailures(table);
      coxScore(table, margin, atMargin);
      // −U / √V
      const statistic =
        failures === 0 ? Number.NaN : signedRatio(-atMargin.score, Math.sqrt(atMargin.information));
      const { estimate, standardError } = wantsEstimate
        ? coxEstimate(table, margin === 1 ? atMargin : undefined)
        : noEstimate;
      return { statistic, estimate, standardError, failures };
    };
  },
};
