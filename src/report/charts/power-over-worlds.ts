import spec from '../../../reports/power-over-worlds.vl.json' with { type: 'json' };
import type { Assurance, RunResult } from '../../engine/result.ts';
import { best, grouped, isPracticallyCertain, known, percent, short } from '../numbers.ts';
import type { ChartDefinition, Row } from './definition.ts';

const TRUE = 'claim true';
const FALSE = 'claim false';

function binRows(counts: readonly number[], total: number, claim: string, order: number): Row[] {
  return counts.map((count, i) => ({
    from: short((100 * i) / counts.length),
    to: short((100 * (i + 1)) / counts.length),
    share: short((100 * count) / total),
    claim,
    order,
  }));
}

/** Room above the bars for the labels, as a share of the tallest. */
const HEADROOM = 1.32;

/** The three lines, from the left: so that their labels stand on three levels. */
function lineRows(power: number, assurance: Assurance): Row[] {
  const lines = [
    { name: 'planned power', value: power },
    { name: 'assurance', value: best(assurance) },
    { name: 'ceiling', value: best(assurance.ceiling) },
  ];
  return lines
    .toSorted((a, b) => a.value - b.value)
    .map(({ name, value }, level) => ({
      name,
      value: short(100 * value),
      label: `${name} ${percent(value)} %`,
      level,
    }));
}

/** What more patients can do, and cannot. */
function limitOf({ ceiling }: Assurance): string {
  return isPracticallyCertain(best(ceiling))
    ? 'the claim is true in practically every world, so that only the number of patients limits it'
    : `more patients cannot lift success with the claim true past ${known(ceiling)}`;
}

export const powerOverWorlds: ChartDefinition = {
  summary: 'Power over the worlds, with power as planned, assurance and ceiling.',
  reference: 'O’Hagan, Stevens & Campbell 2005, Pharm Stat 4:187',
  spec,
  content({ assurance, worldsSummary, truths, worlds, scenario }: RunResult) {
    if (!assurance || !worldsSummary) return undefined;
    const power = best(truths[0].operatingCharacteristics.power);
    const { powerWhereTrue, powerWhereFalse, hasExactPower } = worldsSummary;
    const { replicatesPerWorld } = scenario.resolved.simulation;
    const tallest = Math.max(...powerWhereTrue.map((count, i) => count + powerWhereFalse[i]));
    const basis = hasExactPower
      ? 'Power is exact in every world'
      : `Power in a world is a share of ${replicatesPerWorld} simulated trial${replicatesPerWorld === 1 ? '' : 's'}, so the histogram holds Monte Carlo noise`;
    return {
      title: `Assurance is ${known(assurance)}, with power ${known(truths[0].operatingCharacteristics.power)} as planned; ${limitOf(assurance)}`,
      description: `Power in ${grouped(worlds)} worlds drawn from the stated uncertainty. ${basis}. Assurance is the mean over the worlds; the ceiling is the share of worlds in which every claim is strictly true.`,
      data: {
        bins: [...binRows(powerWhereTrue, worlds, TRUE, 1), ...binRows(powerWhereFalse, worlds, FALSE, 0)],
        lines: lineRows(power, assurance),
      },
      params: {
        highest: short((100 * HEADROOM * tallest) / worlds),
        powerTitle: hasExactPower
          ? 'power in a world, exact (%)'
          : 'power in a world, with Monte Carlo noise (%)',
      },
    };
  },
};
