import { requirePositive } from '../../numeric/require-argument.ts';
import { requireNonNegative } from '../../numeric/require-non-negative.ts';
import { combinedLimitScore } from '../time-statistics/control-limits.ts';
import { greenwoodVariance, kaplanMeierAt } from '../time-statistics/kaplan-meier.ts';
import { createRiskTabulator } from '../time-statistics/risk-table.ts';
import type { TimeTest } from './definition.ts';

/**
 * Each arm's limits are those of the complementary log-log scale; an arm without failure has the exact lower limit of those
 * still under observation, and one in which all who were left failed the upper limit of the step before. Without any
 * failure these still speak against a margin above 0, unless nobody of the experimental arm is left at the time. The last
 * value of a curve is carried past the last observation. The standard error is Greenwood's.
 */
export const kaplanMeier: TimeTest = {
  label: 'difference of Kaplan–Meier probabilities',
  summary:
    'Lower limit of the difference of control probabilities at the time, by complementary log-log limits of both arms; competing events are censorings.',
  reference: 'Zou & Donner 2008, Stat Med 27:1693. doi:10.1002/sim.3095',
  equations: [
    'L = Ŝ_E − Ŝ_C − √((Ŝ_E − l_E)^2 + (u_C − Ŝ_C)^2)',
    'l, u: "complementary log-log limits at" t',
    '"shown if" L ≥ −δ "at" z_(1 − α)',
  ],
  scale: 'difference',
  takesMargin: true,
  looksAt: 'time',
  seesCompeting: false,
  create: (margin, atYears) => {
    requireNonNegative('margin', margin);
    requirePositive('atYears', atYears);
    const tabulate = createRiskTabulator();
    return (data) => {
      const table = tabulate(data);
      const control = kaplanMeierAt(table, 0, atYears);
      const experimental = kaplanMeierAt(table, 1, atYears);
      const failures = control.failures + experimental.failures;
      const saysNothing = failures === 0 && (margin === 0 || experimental.atRisk === 0);
      return {
        statistic: saysNothing ? Number.NaN : combinedLimitScore(experimental, control, margin),
        estimate: experimental.control - control.control,
        standardError: Math.sqrt(greenwoodVariance(experimental) + greenwoodVariance(control)),
        failures,
      };
    };
  },
};
