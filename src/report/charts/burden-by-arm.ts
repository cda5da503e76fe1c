import spec from '../../../reports/burden-by-arm.vl.json' with { type: 'json' };
import type { ArmBurdenResult, BurdenComparison } from '../../engine/burden/burden-result.ts';
import type { RunResult } from '../../engine/result.ts';
import { money } from '../burden-words.ts';
import { chartArms } from '../chart-arms.ts';
import { grouped, short } from '../numbers.ts';
import type { ChartDefinition, Row } from './definition.ts';

/** Room at the end of the longest bar for its figure, as a share of it. */
const HEADROOM = 1.16;

const shown = (value: number): string => grouped(Number(value.toFixed(value < 100 ? 1 : 0)));

/** `20 fewer visits`: a difference in words. */
function change(difference: number, what: string): string {
  const size = shown(Math.abs(difference));
  if (Number(size.replace(/,/g, '')) === 0) return `as many ${what}`;
  return `${size} ${difference < 0 ? 'fewer' : 'more'} ${what}`;
}

function titleOf(
  currency: string,
  label: string,
  { visits, machineMinutes, cost }: BurdenComparison,
): string {
  const sum = money(currency, Math.abs(cost));
  const price = cost === 0 ? 'costs as much' : cost < 0 ? `costs ${sum} less` : `costs ${sum} more`;
  return `${label} takes ${change(visits, 'visits')} and ${change(machineMinutes, 'machine minutes')}, and ${price} a patient`;
}

/** The parts of a cost, one after the other. */
function partsOf({ treatmentCost, travelCost, eventCost }: ArmBurdenResult, arm: string): Row[] {
  let to = 0;
  const parts: [part: string, cost: number][] = [
    ['treatment', treatmentCost],
    ['travel', travelCost],
    ['bad events', eventCost],
  ];
  return parts.map(([part, cost]) => {
    const from = to;
    to += cost;
    return { arm, part, from: short(from), to: short(to) };
  });
}

export const burdenByArm: ChartDefinition = {
  summary: 'Visits, machine minutes and cost of each arm.',
  reference: 'Briggs, Claxton & Sculpher 2006, Decision Modelling for Health Economic Evaluation, ch. 2',
  spec,
  content(result: RunResult) {
    const { burden } = result;
    if (!burden) return undefined;
    const [{ arms, comparisons }] = burden.truths;
    const labels = chartArms(result).map(({ label }) => label);
    const rows = (of: (arm: ArmBurdenResult) => number): Row[] =>
      arms.map((arm, a) => ({ arm: labels[a], value: short(of(arm)), label: shown(of(arm)) }));
    const high = (of: (arm: ArmBurdenResult) => number): number =>
      short(HEADROOM * Math.max(...arms.map(of)) || 1);
    const last = comparisons.at(-1);
    const [{ visits, machineMinutes, cost }] = arms;
    return {
      title: last
        ? titleOf(burden.currency, labels[labels.length - 1], last)
        : `${labels[0]} takes ${shown(visits)} visits, ${shown(machineMinutes)} machine minutes and ${money(burden.currency, cost)} a patient`,
      description:
        'Visits are days of treatment and those of planning. Cost is that of treatment, of travel and of bad events, as far as the scenario prices them. All are means a patient, as planned; prices are assumptions.',
      data: {
        visits: rows((arm) => arm.visits),
        minutes: rows((arm) => arm.machineMinutes),
        costs: arms.flatMap((arm, a) => partsOf(arm, labels[a])),
        totals: rows((arm) => arm.cost),
      },
      params: {
        visitsHigh: high((arm) => arm.visits),
        minutesHigh: high((arm) => arm.machineMinutes),
        costHigh: high((arm) => arm.cost),
        costTitle: `cost (${burden.currency})`,
      },
    };
  },
};
