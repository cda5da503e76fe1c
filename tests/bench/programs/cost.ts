// Prints CPU seconds of in-process runs over sizes, one list a size, as JSON; the sizes take turns.
//
// Arguments: worlds|replicates|patients ROUNDS SIZE SIZE…
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planBatches } from '../../../src/engine/plan.ts';
import { createBatchRunner } from '../../../src/engine/run-batch.ts';
import { readScenario } from '../../../src/scenario/read-scenario.ts';
import type { Scenario } from '../../../src/scenario/scenario-schema.ts';
import { projectRoot } from '../project-root.ts';

/** Trials of ever more patients. */
const REPLICATES_OF_PATIENTS = 100;

function shipped(name: string): Scenario {
  const file = join(projectRoot, 'scenarios', `${name}.yaml`);
  return readScenario(readFileSync(file, 'utf8'), file).scenario;
}

/** The scenario of a size, and the batches that cost. */
const dimensions = {
  worlds: {
    kind: 'worlds',
    scenario: (size: number): Scenario => {
      const planned = shipped('sts-5x6-vs-25x2');
      return { ...planned, truths: {}, simulation: { ...planned.simulation, worlds: size } };
    },
  },
  replicates: {
    kind: 'replicates',
    scenario: (size: number): Scenario => {
      const planned = shipped('reference-workload');
      return { ...planned, simulation: { ...planned.simulation, replicates: size } };
    },
  },
  patients: {
    kind: 'replicates',
    scenario: (size: number): Scenario => {
      const planned = shipped('reference-workload');
      return {
        ...planned,
        design: { ...planned.design, perArm: size },
        simulation: { ...planned.simulation, replicates: REPLICATES_OF_PATIENTS },
      };
    },
  },
};

const [dimension, rounds, ...sizes] = process.argv.slice(2);
const { kind, scenario } = dimensions[dimension as keyof typeof dimensions];
const live = sizes.map((size) => {
  const sized = scenario(Number(size));
  return {
    run: createBatchRunner(sized),
    batches: planBatches(sized).filter((batch) => batch.kind === kind),
  };
});

/** Small sizes are run several times over, so that a clock can tell. */
const REPEATS_OF_SMALL = 10;

/** CPU seconds of one run, the mean of some. */
function cpuSeconds({ run, batches }: (typeof live)[number], repeats: number): number {
  const cpu = process.cpuUsage();
  for (let repeat = 0; repeat < repeats; repeat++) for (const batch of batches) run(batch);
  const { user, system } = process.cpuUsage(cpu);
  return (user + system) / 1e6 / repeats;
}

const repeats = live.map((_, i) => (i < live.length / 2 ? REPEATS_OF_SMALL : 1));
// Compiled, and what tests remember is known, before any time is taken
for (const [i, one] of live.slice(0, -1).entries()) cpuSeconds(one, repeats[i]);
const costs: number[][] = live.map(() => []);
for (let round = 0; round < Number(rounds); round++)
  for (const [i, one] of live.entries()) costs[i].push(cpuSeconds(one, repeats[i]));
console.log(JSON.stringify(costs));
