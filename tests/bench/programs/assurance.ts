// Prints a measurement of the assurance of sts-5x6-vs-25x2 in several sizes, by the tasks that `size` hands to threads.
//
// Arguments: exact|drawn WORLDS SIZE,SIZE…
// `exact` integrates over the uncertainty; `drawn` takes the mean of exact power over drawn worlds.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { estimateMeanProbability } from '../../../src/numeric/monte-carlo.ts';
import { readScenario } from '../../../src/scenario/read-scenario.ts';
import { runTask } from '../../../src/study/run-tasks.ts';
import type { Answer } from '../measurement.ts';
import { projectRoot } from '../project-root.ts';

const [mode, worldsText, sizesText] = process.argv.slice(2);
const worlds = Number(worldsText);
const sizes = sizesText.split(',').map(Number);
const file = join(projectRoot, 'scenarios/sts-5x6-vs-25x2.yaml');
const { scenario } = readScenario(readFileSync(file, 'utf8'), file);

const exact = (): Answer[] =>
  runTask({ kind: 'assuranceAtSizes', input: { scenario, sizes } }).map(({ assurance }, s) => ({
    name: String(sizes[s]),
    estimate: assurance!,
    mcse: 0,
  }));

function drawn(): Answer[] {
  const { powers } = runTask({ kind: 'worldsAtSizes', input: { scenario, sizes, from: 1, to: worlds + 1 } });
  return powers.map((power, s) => ({ name: String(sizes[s]), ...estimateMeanProbability(power) }));
}

const start = process.hrtime.bigint();
const cpu = process.cpuUsage();
const answers = mode === 'exact' ? exact() : drawn();
const { user, system } = process.cpuUsage(cpu);
console.log(
  JSON.stringify({
    units: worlds,
    cpuSeconds: (user + system) / 1e6,
    wallSeconds: Number(process.hrtime.bigint() - start) / 1e9,
    peakBytes: 1024 * process.resourceUsage().maxRSS,
    answers,
  }),
);
