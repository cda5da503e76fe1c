import spec from '../../../reports/power-by-arm.vl.json' with { type: 'json' };
import type { RunResult } from '../../engine/result.ts';
import type { Estimate } from '../../numeric/monte-carlo.ts';
import { comparisonsOf } from '../comparison-words.ts';
import { best, known, short } from '../numbers.ts';
import { USUAL_POWER } from '../usual-power.ts';
import type { ChartDefinition, Row } from './definition.ts';

/** Half the width of an interval of 95 %, in standard errors. */
const TWO_SIDED = 1.96;
/** Labels end at values from here up to the usual power, so that they cross neither its line nor the axis. */
const ENDS_FROM = 0.2;

/** What a row of the chart is about, on wide pages and on phones. */
interface Shown {
  readonly label: string;
  readonly narrow: string;
  readonly what: 'power' | 'error';
  readonly estimate: Estimate;
}

function rowOf({ what, estimate }: Shown, row: number): Row {
  const value = best(estimate);
  const reach = estimate.exact === undefined ? TWO_SIDED * estimate.mcse : 0;
  return {
    row,
    what,
    value: short(100 * value),
    low: short(100 * Math.max(0, value - reach)),
    high: short(100 * Math.min(1, value + reach)),
    label: known(estimate),
    isLeft: value >= ENDS_FROM && value < USUAL_POWER,
  };
}

export const powerByArm: ChartDefinition = {
  summary: 'How often each of several arms is shown against one control, and what they do together.',
  reference: 'Dunnett 1955, J Am Stat Assoc 50:1096',
  spec,
  severalArms: true,
  content(result: RunResult) {
    const found = comparisonsOf(result.truths[0]);
    if (!found) return undefined;
    const arms = Object.entries(found.byArm);
    const power = (label: string, narrow: string, estimate: Estimate): Shown => ({
      label,
      narrow,
      what: 'power',
      estimate,
    });
    const error: Shown = {
      label: 'familywise error',
      narrow: 'error',
      what: 'error',
      estimate: found.familywiseError,
    };
    const rows = [
      ...arms.map(([arm, own]) => power(arm, arm, own.power)),
      power('at least one arm', 'any', found.atLeastOne),
      power('every arm', 'every', found.all),
      error,
    ];
    const each = arms.map(([arm, own]) => `${arm} in ${known(own.power)}`).join(' and ');
    const isSimulated = rows.some(({ estimate }) => estimate.exact === undefined);
    return {
      title: `As planned, ${each} of trials are shown against ${result.arms[0].name}, at least one in ${known(found.atLeastOne)}`,
      description: `How often the claim is shown for each arm as planned, for at least one and for every arm; the diamond is how often it is shown for some arm with all of them at the margin at once. ${isSimulated ? 'Lines reach 1.96 Monte Carlo standard errors to both sides; values without a line are exact. ' : 'All values are exact. '}The dashed line is a power of ${100 * USUAL_POWER} %.`,
      data: { values: rows.map(rowOf), usual: [{ power: 100 * USUAL_POWER }] },
      params: { labels: rows.map(({ label }) => label), names: rows.map(({ narrow }) => narrow) },
    };
  },
};
