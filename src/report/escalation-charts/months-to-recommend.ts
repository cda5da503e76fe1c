import spec from '../../../reports/months-to-recommend.vl.json' with { type: 'json' };
import type { EscalationResult } from '../../engine/escalation-result.ts';
import { methodWords, paceWords, planLabel } from '../escalation-words.ts';
import { short } from '../numbers.ts';
import { windowPanel } from '../window-panel.ts';
import type { EscalationChart } from './definition.ts';

/** Room for a label beyond the last point, as a share of the axis. */
const LABEL_ROOM = 1.2;

export const monthsToRecommend: EscalationChart = {
  summary: 'Months from the opening of a trial to its last decision, by method and window.',
  reference: 'replicates of world 0 as planned',
  spec,
  content(result: EscalationResult) {
    const [{ plans }] = result.truths;
    const sorted = [...plans].sort((a, b) => a.months.median.estimate - b.months.median.estimate);
    const [quick, slow] = [sorted[0], sorted[sorted.length - 1]];
    const of = (plan: (typeof plans)[number]): string =>
      `${plan.months.median.estimate.toFixed(0)} months (${planLabel(plan)})`;
    return {
      title:
        quick === slow
          ? `Half of all trials end within ${of(quick)}`
          : `Half of all trials end within ${of(quick)} to ${of(slow)}`,
      description: `Months from the opening to the last decision${result.escalation.expansion === null ? '' : ', the expansion included'}, as planned, where ${paceWords(result.escalation.perMonth)}: the median as a point, and the line up to where nine trials in ten have ended.`,
      data: {
        months: plans.map((plan, place) => ({
          ...windowPanel(plan),
          plan: methodWords(plan),
          place,
          median: short(plan.months.median.estimate),
          upper: short(plan.months.upperDecile.estimate),
          label: `${plan.months.median.estimate.toFixed(0)}, ${plan.months.upperDecile.estimate.toFixed(0)}`,
        })),
      },
      params: {
        xHigh: short(LABEL_ROOM * Math.max(1, ...plans.map(({ months }) => months.upperDecile.estimate))),
      },
    };
  },
};
