import { grayScore } from '../time-statistics/gray-score.ts';
import { failuresUntil } from '../time-statistics/risk-table.ts';
import { signedRatio } from '../time-statistics/signed-ratio.ts';
import { noEstimate } from '../time-statistics/solve-score.ts';
import {
  createSubdistributionTabulator,
  subdistributionEstimate,
} from '../time-statistics/subdistribution-risk.ts';
import type { TimeTest } from './definition.ts';

/** The estimate is that of the Fine–Gray model, with the standard error of its information. */
export const gray: TimeTest = {
  label: 'Gray’s test',
  summary:
    'Score test of equal subdistribution hazards of failure over all follow-up, which a competing event precludes.',
  reference: 'Gray 1988, Ann Stat 16:1141. doi:10.1214/aos/1176350951',
  equations: ['z = −U/√(Var(U))', 'U: "score of equal subdistribution hazards"', '"shown if" z ≥ z_(1 − α)'],
  scale: 'subdistributionHazardRatio',
  takesMargin: false,
  looksAt: 'hazards',
  seesCompeting: true,
  create: () => {
    const tabulate = createSubdistributionTabulator();
    return (data, wantsEstimate = true) => {
      const risk = tabulate(data);
      const failures = failuresUntil(risk.table, Infinity);
      const { score, variance } = grayScore(risk.table);
      const statistic = failures === 0 ? Number.NaN : signedRatio(-score, Math.sqrt(variance));
      const { estimate, standardError } = wantsEstimate ? subdistributionEstimate(risk) : noEstimate;
      return { statistic, estimate, standardError, failures };
    };
  },
};
