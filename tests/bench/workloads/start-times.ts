import { join } from 'node:path';
import { short } from '../figures.ts';
import { median } from '../median.ts';
import type { Row } from '../outcome.ts';
import { projectRoot } from '../project-root.ts';
import { pairedRatio } from '../ratio.ts';
import { ratioTarget } from '../ratio-target.ts';
import { type NodeUsage, runNode } from '../run-child.ts';
import type { Workload } from './definition.ts';

const main = join(projectRoot, 'dist/src/cli/main.js');

const commands = [
  { name: 'node -e 0', args: ['-e', '0'] },
  { name: 'eqd2', args: [main, 'eqd2', '5 x 6 Gy', '--alpha-beta', '4.9'], atMost: 3 },
  { name: 'run --help', args: [main, 'run', '--help'], atMost: 3 },
  {
    name: 'validate',
    args: [main, 'validate', join(projectRoot, 'scenarios/quick-start.yaml')],
    atMost: 6,
  },
];

export const startTimes: Workload = {
  summary: 'quick commands against an empty Node program',
  measure: ({ isQuick }) => {
    const runs: NodeUsage[][] = commands.map(() => []);
    for (let round = 0; round < (isQuick ? 5 : 21); round++)
      for (const [i, { args }] of commands.entries()) runs[i].push(runNode(args));
    const column = (i: number, key: 'cpuSeconds' | 'wallSeconds'): number[] => runs[i].map((run) => run[key]);
    const ratios = commands.map((_, i) => ({
      cpuRatio: pairedRatio(column(i, 'cpuSeconds'), column(0, 'cpuSeconds')),
      wallRatio: pairedRatio(column(i, 'wallSeconds'), column(0, 'wallSeconds')),
    }));
    const rows = commands.map(
      ({ name }, i): Row => ({
        program: name,
        figure: `${short(1000 * median(column(i, 'cpuSeconds')))} ms`,
        cpuSeconds: median(column(i, 'cpuSeconds')),
        wallSeconds: median(column(i, 'wallSeconds')),
        peakBytes: Math.max(...runs[i].map(({ peakBytes }) => peakBytes)),
        ...(i > 0 && ratios[i]),
      }),
    );
    return {
      title: 'quick commands, whole processes',
      rows,
      targets: commands.flatMap(({ name, atMost }, i) =>
        atMost === undefined
          ? []
          : ratioTarget('T7', `${name} over node -e 0`, ratios[i].cpuRatio, { atMost }),
      ),
      notes: ['The ratios of this table are over node -e 0: smaller is better.'],
      disagreements: [],
    };
  },
};
