import { requirePositive } from '../../numeric/require-argument.ts';
import type { TimeData } from '../time-data.ts';
import { failuresUntil } from '../time-statistics/risk-table.ts';
import { signedRatio } from '../time-statistics/signed-ratio.ts';
import type { Score } from '../time-statistics/solve-score.ts';
import {
  createSubdistributionTabulator,
  type SubdistributionRisk,
  subdistributionEstimate,
  subdistributionScore,
} from '../time-statistics/subdistribution-risk.ts';
import { subdistributionScoreVariance } from '../time-statistics/subdistribution-variance.ts';
import type { TimeFinding, TimeTest } from './definition.ts';

const atMargin: Score = { score: 0, information: 0 };

/** The score test at the margin by the information there; with a robust variance it could fall as the margin grows. */
function scoreStatistic(risk: SubdistributionRisk, margin: number): number {
  subdistributionScore(risk, margin, atMargin);
  return signedRatio(-atMargin.score, Math.sqrt(atMargin.information));
}

function find(risk: SubdistributionRisk, margin: number): TimeFinding {
  const failures = failuresUntil(risk.table, Infinity);
  const { estimate, standardError: naive } = subdistributionEstimate(risk);
  if (!Number.isFinite(estimate)) {
    const statistic = failures === 0 ? Number.NaN : scoreStatistic(risk, margin);
    return { statistic, estimate, standardError: Infinity, failures };
  }
  // √(I⁻¹ Σ I⁻¹)
  const standardError = naive * naive * Math.sqrt(subdistributionScoreVariance(risk, Math.exp(estimate)));
  return {
    statistic: signedRatio(Math.log(margin) - estimate, standardError),
    estimate,
    standardError,
    failures,
  };
}

/**
 * Competing events stay at risk, weighted by the probability (of both arms together) of not being censored since. Where the
 * estimate is infinite, as with failures in one arm only, the score test at the margin decides, as for the Cox model.
 */
export const fineGray: TimeTest = {
  label: 'Wald test of the Fine–Gray model',
  summary:
    'Wald test, by a robust variance, of the subdistribution hazard ratio over all follow-up; a competing event precludes failure.',
  reference: 'Fine & Gray 1999, J Am Stat Assoc 94:496. doi:10.1080/01621459.1999.10474144',
  equations: ['z = (ln θ − ln sHR̂)/SE', '"shown if" z ≥ z_(1 − α)'],
  scale: 'subdistributionHazardRatio',
  takesMargin: true,
  looksAt: 'hazards',
  seesCompeting: true,
  create: (margin) => {
    requirePositive('margin', margin);
    const tabulate = createSubdistributionTabulator();
    return (data: TimeData) => find(tabulate(data), margin);
  },
};
