import { join } from 'node:path';
import { disagreements } from '../compare-answers.ts';
import { count, rate, short } from '../figures.ts';
import type { Measurement, Program } from '../measurement.ts';
import { median } from '../median.ts';
import type { Row } from '../outcome.ts';
import { projectRoot } from '../project-root.ts';
import { runNode } from '../run-child.ts';
import type { Workload } from './definition.ts';

const program = join(projectRoot, 'dist/bench/tests/bench/programs/exact-power.js');

interface Call {
  readonly power: number;
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
}

const ourRow = (name: string, calls: readonly Call[]): Row => ({
  program: name,
  figure: `${short(1000 * median(calls.map(({ cpuSeconds }) => cpuSeconds)))} ms, exact`,
  cpuSeconds: median(calls.map(({ cpuSeconds }) => cpuSeconds)),
  wallSeconds: median(calls.map(({ wallSeconds }) => wallSeconds)),
});

function peerRow({ name }: Program, { units, answers: [{ mcse }], ...used }: Measurement): Row {
  const { cpuSeconds, wallSeconds, peakBytes } = used;
  const precision = `± ${short(100 * mcse)} %`;
  return {
    program: `${name}, ${count(units)} trials, ${precision}`,
    figure: rate(units / cpuSeconds, 'trials'),
    ...{ cpuSeconds, wallSeconds, peakBytes },
  };
}

export const exactPower: Workload = {
  summary: 'exact power and type I errors of a Farrington–Manning trial of 124 patients an arm',
  measure: ({ peers, isQuick }) => {
    const call = (what: string): Call[][] =>
      Array.from({ length: isQuick ? 3 : 9 }, () => JSON.parse(runNode([program, what]).stdout) as Call[]);
    const [power, answer] = ['power', 'answer'].map(call);
    const firstOf = (processes: readonly Call[][]): Call[] => processes.map(([first]) => first);
    const warmOf = (processes: readonly Call[][]): Call[] =>
      processes.map((calls) => calls[calls.length - 1]);
    const first = firstOf(power);
    const simulated = [
      ...peers.program('baseR', 'base R', 'farrington-manning.R', isQuick ? 100_000 : 1_000_000),
      ...peers.program('rpact', 'rpact', 'farrington-manning-rpact.R', isQuick ? 10_000 : 100_000),
    ].map((peer) => [peer, peer.run()] as const);
    const ours = [{ name: 'power', estimate: first[0].power, mcse: 0 }];
    const times = first.map(({ cpuSeconds }) => 1000 * cpuSeconds);
    return {
      title: 'power of Farrington–Manning at 124 an arm, within a process',
      rows: [
        ourRow('isoeffect, power, first call', first),
        ourRow('isoeffect, power, warm', warmOf(power)),
        ourRow('isoeffect, calculator, first', firstOf(answer)),
        ourRow('isoeffect, calculator, warm', warmOf(answer)),
        ...simulated.map(([peer, measured]) => peerRow(peer, measured)),
      ],
      targets: [
        {
          workload: 'T2',
          name: 'CPU time of exact power, first call',
          measured: median(times),
          spread: [Math.min(...times), Math.max(...times)],
          unit: 'ms',
          atMost: 20,
        },
      ],
      notes: [
        'The calculator also finds the type I error at the planned rate and its worst; peers simulate power.',
      ],
      disagreements: simulated.flatMap(([peer, { answers }]) =>
        disagreements(ours, answers).map((sentence) => `${peer.name}: ${sentence}`),
      ),
    };
  },
};
