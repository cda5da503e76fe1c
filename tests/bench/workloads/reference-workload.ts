import type { RunResult } from '../../../src/engine/result.ts';
import { count, rate } from '../figures.ts';
import type { Answer, Program } from '../measurement.ts';
import { ratioTarget } from '../ratio-target.ts';
import { runScenario } from '../run-isoeffect.ts';
import { runPairs } from '../run-pairs.ts';
import type { Workload } from './definition.ts';

const PATIENTS = 300;

/** Rates and power of the simulated trials. */
function answersOf({ truths: [{ arms, operatingCharacteristics }] }: RunResult): Answer[] {
  const [control, experimental] = arms.map(({ endpoints }) => endpoints);
  const answer = (name: string, { estimate, mcse }: { estimate: number; mcse: number }): Answer => ({
    name,
    estimate,
    mcse,
  });
  return [
    answer('control', control.localControl!.rate),
    answer('controlExperimental', experimental.localControl!.rate),
    answer('wound', control.woundComplication!.rate),
    answer('woundExperimental', experimental.woundComplication!.rate),
    answer('power', operatingCharacteristics.power!),
  ];
}

const ours = (replicates: number): Program => ({
  name: 'isoeffect',
  run: () => {
    const { result, ...usage } = runScenario('scenarios/reference-workload.yaml', { replicates, workers: 1 });
    return { ...usage, units: replicates * PATIENTS, answers: answersOf(result) };
  },
});

const FLAGS = ['-O3', '-march=native'];

export const referenceWorkload: Workload = {
  summary: 'patient by patient: 150 + 150 patients with residual disease and wounds, one thread',
  measure: ({ peers, isQuick }) => {
    const trials = isQuick ? 40_000 : 400_000;
    const file = 'reference-workload';
    const { rows, cpuRatios, disagreements } = runPairs(
      ours(trials),
      [
        ...peers.program('numpy', 'numpy', `${file}.py`, trials),
        ...peers.compiled('C', `${file}.c`, FLAGS, trials),
        ...peers.compiled('C, libmvec', `${file}.c`, [...FLAGS, '-ffast-math', '-DCOLUMNS'], trials),
      ],
      isQuick ? 3 : 5,
      (perSecond) => rate(perSecond, 'patients'),
    );
    return {
      title: `reference workload: ${count(trials)} trials of ${PATIENTS} patients, one thread`,
      rows,
      targets: ratioTarget('T1', 'as quick as numpy', cpuRatios.get('numpy'), { atLeast: 1 }),
      notes: ['Ours counts from the start of the process, peers from the end of their imports.'],
      disagreements,
    };
  },
};
