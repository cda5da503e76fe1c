import { count } from '../figures.ts';
import { median } from '../median.ts';
import type { Row } from '../outcome.ts';
import { pairedRatio } from '../ratio.ts';
import { ratioTarget } from '../ratio-target.ts';
import type { NodeUsage } from '../run-child.ts';
import { runScenario } from '../run-isoeffect.ts';
import type { Workload } from './definition.ts';

const rowOf = (name: string, runs: readonly NodeUsage[]): Row => ({
  program: name,
  figure: '',
  cpuSeconds: median(runs.map(({ cpuSeconds }) => cpuSeconds)),
  wallSeconds: median(runs.map(({ wallSeconds }) => wallSeconds)),
  peakBytes: Math.max(...runs.map(({ peakBytes }) => peakBytes)),
});

/** One worker and two in turn, on the clock. */
function compare(name: string, file: string, replicates: number, rounds: number) {
  const pairs = Array.from({ length: rounds }, () =>
    [1, 2].map((workers) => runScenario(file, { replicates, workers })),
  );
  const [one, two] = [0, 1].map((i) => pairs.map((pair) => pair[i]));
  const times = (runs: readonly NodeUsage[]): number[] => runs.map(({ wallSeconds }) => wallSeconds);
  const label = (workers: string): string => `${name}, ${count(replicates)} trials, ${workers}`;
  return {
    rows: [rowOf(label('1 worker'), one), rowOf(label('2 workers'), two)],
    target: ratioTarget('T5', `two workers against one, ${name}`, pairedRatio(times(one), times(two)), {
      atLeast: 1.85,
    }),
    isSame: pairs.every(([first, second]) => JSON.stringify(first.result) === JSON.stringify(second.result)),
  };
}

export const twoWorkers: Workload = {
  summary: 'two workers against one, on the clock, whole runs',
  measure: ({ isQuick }) => {
    const rounds = isQuick ? 2 : 3;
    const compared = [
      compare('T1', 'scenarios/reference-workload.yaml', isQuick ? 40_000 : 400_000, rounds),
      compare('T3', 'scenarios/reference-log-rank.yaml', isQuick ? 4000 : 100_000, rounds),
    ];
    return {
      title: 'two workers against one, whole runs on the clock',
      rows: compared.flatMap(({ rows }) => rows),
      targets: compared.flatMap(({ target }) => target),
      notes: ['Time on the clock is that of an idle machine with two cores, or means nothing.'],
      disagreements: compared.flatMap(({ isSame }, i) =>
        isSame ? [] : [`${['T1', 'T3'][i]}: two workers gave another result than one`],
      ),
    };
  },
};
