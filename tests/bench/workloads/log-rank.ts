import { count, rate } from '../figures.ts';
import type { Program } from '../measurement.ts';
import { ratioTarget } from '../ratio-target.ts';
import { runScenario } from '../run-isoeffect.ts';
import { runPairs } from '../run-pairs.ts';
import type { Workload } from './definition.ts';

const ours = (replicates: number): Program => ({
  name: 'isoeffect',
  run: () => {
    const { result, ...usage } = runScenario('scenarios/reference-log-rank.yaml', {
      replicates,
      workers: 1,
    });
    const { estimate, mcse } = result.truths[0].operatingCharacteristics.power!;
    return { ...usage, units: replicates, answers: [{ name: 'power', estimate, mcse }] };
  },
});

export const logRank: Workload = {
  summary: 'times of failure: 150 + 150 patients compared by the log-rank test, one thread',
  measure: ({ peers, isQuick }) => {
    const trials = isQuick ? 4000 : 40_000;
    const { rows, cpuRatios, disagreements } = runPairs(
      ours(trials),
      [
        ...peers.program('baseR', 'base R', 'log-rank.R', trials),
        ...peers.program('rpact', 'rpact', 'log-rank-rpact.R', trials),
      ],
      isQuick ? 3 : 5,
      (perSecond) => rate(perSecond, 'trials'),
    );
    return {
      title: `log-rank trial of 300 patients, hazard ratio 0.7: ${count(trials)} trials, one thread`,
      rows,
      targets: [
        ...ratioTarget('T3', 'as quick as base R', cpuRatios.get('base R'), { atLeast: 3 }),
        ...ratioTarget('T3', 'as quick as rpact', cpuRatios.get('rpact'), { atLeast: 5 }),
      ],
      notes: [
        'Each of our trials also runs under the null, for the type I error; it counts as one trial.',
        'rpact stops at the 130 failures that are expected, ours and base R three years after accrual.',
      ],
      disagreements,
    };
  },
};
