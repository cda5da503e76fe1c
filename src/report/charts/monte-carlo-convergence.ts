import spec from '../../../reports/monte-carlo-convergence.vl.json' with { type: 'json' };
import type { Convergence, RunResult } from '../../engine/result.ts';
import { type Estimate, estimateProportion } from '../../numeric/monte-carlo.ts';
import { errorsApart, exactly, grouped, short, withError } from '../numbers.ts';
import { successWords } from '../success-words.ts';
import type { ChartDefinition, Row } from './definition.ts';

/** Half the width of the band, in standard errors. */
const REACH = 2;
/** Part of the axis above and below what is shown. */
const ROOM = 0.05;

/** The running estimate with its band, in percent. */
function runningRows({ replicates, successes }: Convergence): Row[] {
  return replicates.map((total, i) => {
    const { estimate, mcse } = estimateProportion(successes[i], total);
    return {
      replicates: total,
      power: short(100 * estimate),
      low: short(100 * Math.max(0, estimate - REACH * mcse)),
      high: short(100 * Math.min(1, estimate + REACH * mcse)),
    };
  });
}

/** The lines by what they are: the running estimate, and the exact value where there is one. */
function lineRows(running: readonly Row[], { exact }: Estimate): Row[] {
  const own = running.map(({ replicates, power }): Row => ({ line: 'running', replicates, power }));
  if (exact === undefined) return own;
  const ends = [running[0], running[running.length - 1]];
  return [
    ...own,
    ...ends.map(({ replicates }): Row => ({ line: 'exact', replicates, power: short(100 * exact) })),
  ];
}

function axisOf(running: readonly Row[], { exact }: Estimate): { yLow: number; yHigh: number } {
  const shown = [...running.flatMap(({ low, high }) => [Number(low), Number(high)]), 100 * (exact ?? 0)];
  const inside = exact === undefined ? shown.slice(0, -1) : shown;
  const [low, high] = [Math.min(...inside), Math.max(...inside)];
  const room = ROOM * (high - low);
  return { yLow: short(Math.max(0, low - room)), yHigh: short(Math.min(100, high + room)) };
}

function titleOf(power: Estimate, replicates: number, what: string): string {
  const after = `After ${grouped(replicates)} replicates ${what} is ${withError(power)}`;
  const apart = errorsApart(power);
  if (power.exact === undefined) return `${after}; four times as many would halve the error`;
  if (apart === undefined) return `${after}; the exact value is ${exactly(power, 1)}`;
  return `${after}, ${Math.abs(apart).toFixed(1)} standard errors ${apart < 0 ? 'below' : 'above'} the exact ${exactly(power, 1)}`;
}

export const monteCarloConvergence: ChartDefinition = {
  summary: 'The running estimate of power with two standard errors against the number of replicates.',
  reference: 'Morris, White & Crowther 2019, Statistics in Medicine 38:2074',
  spec,
  content(result: RunResult) {
    const [{ convergence, operatingCharacteristics }] = result.truths;
    const { power } = operatingCharacteristics;
    const running = runningRows(convergence);
    const { isCompletion } = successWords(result);
    const hasExact = power.exact !== undefined;
    const what = isCompletion ? 'the share of trials that are not stopped' : 'power';
    return {
      title: titleOf(power, result.replicates, what),
      description: `The share of the first replicates that succeed, as planned, against their number on a logarithmic axis; the band reaches to two Monte Carlo standard errors on either side.${hasExact ? ' The dashed line is the exact value, which rests on no replicate.' : ' There is no exact value to compare it with.'}`,
      data: { band: running, lines: lineRows(running, power) },
      params: {
        ...axisOf(running, power),
        xLow: convergence.replicates[0],
        xHigh: Math.max(result.replicates, convergence.replicates[0] + 1),
        kinds: hasExact ? ['running', 'exact'] : ['running'],
        runningName: `running estimate, ± ${REACH} standard errors`,
        exactName: hasExact ? `exact, ${exactly(power, 1)}` : '',
        powerTitle: `${isCompletion ? 'not stopped' : 'power'} (%)`,
      },
    };
  },
};
