import spec from '../../../reports/power-over-worlds.vl.json' with { type: 'json' };
import type { Assurance, RunResult } from '../../engine/result.ts';
import type { Estimate } from '../../numeric/monte-carlo.ts';
import { best, grouped, isPracticallyCertain, known, short } from '../numbers.ts';
import { successWords } from '../success-words.ts';
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

/** Room above the tallest bar, as a share of it. */
const HEADROOM = 1.05;

/** The three lines by name; the legend says their values, for which there is no room beside lines that lie close. */
const linesOf = (power: Estimate, assurance: Assurance): [name: string, value: Estimate][] => [
  ['assurance', assurance],
  ['planned power', power],
  ['ceiling', assurance.ceiling],
];

/** What more patients can do, and cannot. */
function limitOf({ ceiling }: Assurance): string {
  if (isPracticallyCertain(ceiling))
    return 'the claim is true in practically every world, so that only the number of patients limits it';
  return best(ceiling) === 1
    ? `the claim is true in every world drawn, too few to say that it is in nearly all (${known(ceiling)})`
    : `more patients cannot lift success with the claim true past ${known(ceiling)}`;
}

function titleOf(assurance: Assurance, power: Estimate, isCompletion: boolean): string {
  return isCompletion
    ? `Over the worlds ${known(assurance)} of trials are not stopped (assurance), ${known(power)} as planned; the true rate lies within the limit in ${known(assurance.ceiling)} of worlds`
    : `Assurance is ${known(assurance)}, with power ${known(power)} as planned; ${limitOf(assurance)}`;
}

function descriptionOf(result: RunResult): string {
  const { replicatesPerWorld } = result.scenario.resolved.simulation;
  const { isCompletion, everyClaim } = successWords(result);
  const basis = result.worldsSummary!.hasExactPower
    ? 'Power is exact in every world'
    : `Power in a world is a share of ${replicatesPerWorld} simulated trial${replicatesPerWorld === 1 ? '' : 's'}, so the histogram holds Monte Carlo noise`;
  const means = isCompletion
    ? ' Power is here the probability that the trial is not stopped; the claim is true where the true rate lies within the limit.'
    : '';
  return `Power in ${grouped(result.worlds)} worlds drawn from the stated uncertainty. ${basis}.${means} Assurance is the mean over the worlds; the ceiling is the share of worlds in which ${everyClaim} is strictly true.`;
}

export const powerOverWorlds: ChartDefinition = {
  summary: 'Power over the worlds, with power as planned, assurance and ceiling.',
  reference: 'O’Hagan, Stevens & Campbell 2005, Pharm Stat 4:187',
  spec,
  severalArms: true,
  content(result: RunResult) {
    const { assurance, worldsSummary, truths, worlds } = result;
    if (!assurance || !worldsSummary) return undefined;
    const { power } = truths[0].operatingCharacteristics;
    const { powerWhereTrue, powerWhereFalse, hasExactPower } = worldsSummary;
    const { isCompletion } = successWords(result);
    const lines = linesOf(power, assurance);
    const tallest = Math.max(...powerWhereTrue.map((count, i) => count + powerWhereFalse[i]));
    return {
      title: titleOf(assurance, power, isCompletion),
      description: descriptionOf(result),
      data: {
        bins: [...binRows(powerWhereTrue, worlds, TRUE, 1), ...binRows(powerWhereFalse, worlds, FALSE, 0)],
        lines: lines.map(([name, value]): Row => ({ name, value: short(100 * best(value)) })),
      },
      params: {
        lineNames: lines.map(([name, value]) => `${name} ${known(value)}`),
        highest: short((100 * HEADROOM * tallest) / worlds),
        powerTitle: `${isCompletion ? 'not stopped' : 'power'} in a world, ${hasExactPower ? 'exact' : 'with Monte Carlo noise'} (%)`,
      },
    };
  },
};
