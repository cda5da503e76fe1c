import spec from '../../../reports/toxicities-missed.vl.json' with { type: 'json' };
import type { EscalationResult, PlanResult } from '../../engine/escalation-result.ts';
import type { Row } from '../charts/definition.ts';
import { methodWords, monthsWords, planLabel, toxicityWords } from '../escalation-words.ts';
import { best, known, short } from '../numbers.ts';
import { windowPanel } from '../window-panel.ts';
import type { EscalationChart } from './definition.ts';

/** Room for a label beyond the last point, as a share of the axis. */
const LABEL_ROOM = 1.35;

/** `0.0 of 3.4`: mean toxicities seen, of those by the horizon. */
const seenOf = ({ toxicities, harmed }: PlanResult): string =>
  `${best(toxicities).toFixed(1)} of ${best(harmed).toFixed(1)}`;

function planRows(plan: PlanResult, place: number, seenName: string, harmedName: string): Row[] {
  const common = { ...windowPanel(plan), plan: methodWords(plan), place };
  const [seen, harmed] = [best(plan.toxicities), best(plan.harmed)];
  const point = (which: string, value: number, isLast: boolean): Row => ({
    ...common,
    kind: 'point',
    which,
    value: short(value),
    isLast,
    label: isLast ? seenOf(plan) : '',
  });
  return [
    { ...common, kind: 'span', from: short(seen), to: short(harmed) },
    point(harmedName, harmed, true),
    point(seenName, seen, false),
  ];
}

export const toxicitiesMissed: EscalationChart = {
  summary: 'Toxicities that a trial sees within its window, beside those that come by the horizon.',
  reference: 'every plan as planned: exact where it is, else replicates of world 0',
  spec,
  content(result: EscalationResult) {
    const [{ plans }] = result.truths;
    const seenName = 'within the window';
    const harmedName = `by ${monthsWords(result.escalation.horizonMonths)}`;
    const missed = (plan: PlanResult): number => best(plan.harmed) - best(plan.toxicities);
    const [blindest] = [...plans].sort((a, b) => missed(b) - missed(a));
    return {
      title: `${planLabel(blindest)}: a trial sees ${seenOf(blindest)} toxicities; ${known(blindest.anyHarmed)} of trials harm someone`,
      description: `Mean number of patients of a trial with ${toxicityWords(result)}, as planned: those that come within the window, which the method sees, and all ${harmedName}.`,
      data: {
        toxicities: plans.flatMap((plan, place) => planRows(plan, place, seenName, harmedName)),
      },
      params: {
        seenName,
        harmedName,
        xHigh: short(LABEL_ROOM * Math.max(0.1, ...plans.map(({ harmed }) => best(harmed)))),
      },
    };
  },
};
