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
  const ends = running.flatMap(({ low, high }) => [Number(low), Number(high)]);
  const shown = exact === undefined ? ends : [...ends, 100 * exact];
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  const room = ROOM * (high - low);
  return { yLow: short(Math.max(0, low - room)), yHigh: short(Math.min(100, high + room)) };
}

function titleOf(power: Estimate, replicates: number, what: string): string {
  const after = `After ${grouped(replicates)} ${replicates === 1 ? 'replicate' : 'replicates'} ${what} is ${withError(power)}`;
  if (power.exact === undefined) return `${after}; four times as many would halve the error`;
  const apart = errorsApart(power)!.toFixed(1);
  if (Number(apart) === 0) return `${after}, as the exact ${exactly(power)}`;
  return `${after}, ${apart.replace('-', '')} standard errors ${apart.startsWith('-') ? 'below' : 'above'} the exact ${exactly(power)}`;
}

export const monteCarloConvergence: ChartDefinition = {
  summary: 'The running estimate of power with two standard errors against the number of replicates.',
  reference: 'Morris, White & Crowther 2019, Statistics in Medicine 38:2074',
  spec,
  severalArms: true,
  content(result: RunResult) {
    const [{ convergence, operatingCharacteristics }] = result.truths;
    const { power } = operatingCharacteristics;
    const running = runningRows(convergence);
    const { isCompletion } = successWords(result);
    const hasExact = power.exact !== undefined;
    const what = isCompletion ? 'the share of trials that are not stopped' : 'power';
    return {
      title: titleOf(power, result.replicates, what),
      description: `The share of the first replicates that succeed, as planned, against their number on a logarithmic axis; the band reaches two Monte Carlo standard errors to either side of each estimate by itself, cut at 0 and 100 %.${hasExact ? ' The dashed line is the exact value, which rests on no replicate.' : ' There is no exact value to compare it with.'}`,
      data: { band: running, lines: lineRows(running, power) },
      params: {
        ...axisOf(running, power),
        xLow: convergence.replicates[0],
        xHigh: Math.max(result.replicates, convergence.replicates[0] + 1),
        kinds: hasExact ? ['running', 'exact'] : ['running'],
        runningName: `running estimate, ± ${REACH} standard errors`,
        exactName: hasExact ? `exact, ${exactly(power)}` : '',
        powerTitle: `${isCompletion ? 'not stopped' : 'power'} (%)`,
      },
    };
  },
};
