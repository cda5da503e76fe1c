import { join } from 'node:path';
import { costExponent } from '../cost-exponent.ts';
import { count, rate } from '../figures.ts';
import { median } from '../median.ts';
import type { Row } from '../outcome.ts';
import { projectRoot } from '../project-root.ts';
import { runNode } from '../run-child.ts';
import type { Workload } from './definition.ts';

const program = join(projectRoot, 'dist/bench/tests/bench/programs/cost.js');

/** What is counted, from how many on: an arm of few patients costs what its draws cost to set up, as much as 50 patients do. */
const dimensions = {
  worlds: { unit: 'worlds', from: 100 },
  replicates: { unit: 'trials', from: 100 },
  patients: { unit: 'patients an arm', from: 1000 },
};
const THREE_DECADES = [1, 10, 100, 1000];
/** A short bench has so many times fewer at each size. */
const QUICK = 5;

function measureCost(dimension: keyof typeof dimensions, isQuick: boolean) {
  const { unit, from } = dimensions[dimension];
  const sizes = THREE_DECADES.map((factor) => (factor * from) / (isQuick ? QUICK : 1));
  const usage = runNode([program, dimension, isQuick ? '2' : '3', ...sizes.map(String)]);
  const costs = (JSON.parse(usage.stdout) as number[][]).map(median);
  const last = sizes.length - 1;
  const row: Row = {
    program: `${count(sizes[0])} to ${count(sizes[last])} ${unit}`,
    figure: [0, last].map((i) => rate(sizes[i] / costs[i], '').replace(' /', '/')).join(' to '),
    cpuSeconds: usage.cpuSeconds,
    wallSeconds: usage.wallSeconds,
    peakBytes: usage.peakBytes,
  };
  return { row, exponent: costExponent(sizes, costs) };
}

export const linearCost: Workload = {
  summary: 'how cost grows with worlds, replicates and patients, over three decades',
  measure: ({ isQuick }) => {
    const found = (Object.keys(dimensions) as (keyof typeof dimensions)[]).map((dimension) => ({
      dimension,
      ...measureCost(dimension, isQuick),
    }));
    return {
      title: 'exponent of cost in worlds, replicates and patients, within a process',
      rows: found.map(({ row }) => row),
      targets: found.map(({ dimension, exponent }) => ({
        workload: 'T8',
        name: `exponent of cost in ${dimension}`,
        measured: exponent,
        unit: '',
        atLeast: 0.95,
        atMost: 1.05,
      })),
      notes: [
        'Worlds have exact power each (sts-5x6-vs-25x2); replicates and patients are of the reference workload.',
        'What an arm costs before its first patient, some 7 µs, shows below 1,000 patients.',
      ],
      disagreements: [],
    };
  },
};
