import { count, short } from '../figures.ts';
import type { Row } from '../outcome.ts';
import { runScenario } from '../run-isoeffect.ts';
import type { Workload } from './definition.ts';

const PATIENTS = 300;
const MEGABYTE = 1e6;

export const peakMemory: Workload = {
  summary: 'peak memory of whole runs from 10⁶ patients on, two workers',
  measure: ({ isQuick, isFull }) => {
    const sizes = isQuick ? [1e5, 1e6, 1e7] : [1e6, 1e7, 1e8, ...(isFull ? [1e9] : [])];
    const rows = sizes.map((patients): Row & { readonly peakBytes: number } => {
      const replicates = Math.ceil(patients / PATIENTS);
      const { cpuSeconds, wallSeconds, peakBytes } = runScenario('scenarios/reference-workload.yaml', {
        replicates,
        workers: 2,
      });
      return {
        program: `${count(patients)} patients`,
        figure: `${count(replicates)} trials`,
        ...{ cpuSeconds, wallSeconds, peakBytes },
      };
    });
    const peaks = rows.map(({ peakBytes }) => peakBytes / MEGABYTE);
    return {
      title: 'peak memory of the reference workload, two workers',
      rows,
      targets: [
        { workload: 'T6', name: 'peak memory', measured: Math.max(...peaks), unit: 'MB', atMost: 300 },
        {
          workload: 'T6',
          name: `peak at ${short(sizes[sizes.length - 1])} over peak at ${short(sizes[0])} patients`,
          measured: peaks[peaks.length - 1] / peaks[0],
          unit: '×',
          // Flat, but for what the garbage collector leaves lying
          atMost: 1.25,
        },
      ],
      notes: [],
      disagreements: [],
    };
  },
};
