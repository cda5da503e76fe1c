import { join } from 'node:path';
import { findReplicates, type ReplicateKind } from '../engine/find-replicates.ts';
import { type LadderStory, tellLadder } from '../engine/ladder-story.ts';
import { replayTrial } from '../engine/replay-trial.ts';
import type { ReplicateAddress, TrialStory } from '../engine/trial-story.ts';
import { VERSION } from '../engine/version.ts';
import { prepareFolder, writeWhole } from '../node/output-folder.ts';
import { writeFigures } from '../node/write-figures.ts';
import { unknownWord } from '../numeric/closest-word.ts';
import type { Figure } from '../report/draw-figures.ts';
import { exampleText } from '../report/example-text.ts';
import { ladderStoryText } from '../report/ladder-story-text.ts';
import { isImpossibleWorld } from '../scenario/impossible-world.ts';
import { readChange, readScenario } from '../scenario/read-scenario.ts';
import { AS_PLANNED } from '../scenario/scenario-schema.ts';
import { createTrial, type Trial } from '../scenario/trial.ts';
import { scenarioHash } from '../scenario/write-scenario.ts';
import { hasLooks } from '../trial/design.ts';
import { UsageError } from './explain.ts';
import { readScenarioFile } from './scenario-files.ts';
import { shownPath } from './shown-path.ts';

/** Options of `isoeffect example`. */
export interface ExampleOptions {
  readonly truth: string;
  readonly world: number;
  readonly replicate: number | ReplicateKind;
  readonly set: readonly string[];
  readonly seed?: string;
  readonly out?: string;
  readonly chart: boolean;
  readonly json?: boolean;
}

/** Replicates among which one of a kind is looked for. */
const MOST_SEARCHED = 10_000;
const KIND_WORDS: Record<ReplicateKind, string> = {
  success: 'succeeds',
  failure: 'fails',
  stopped: 'is stopped',
};

/** `isoeffect example`: reads, checks, replays one simulated trial, writes it, and tells it. */
export async function exampleAndWrite(given: string, options: ExampleOptions): Promise<void> {
  const { text, file, name, readBeside } = readScenarioFile(given);
  const seed = options.seed;
  const changes = [
    ...options.set.map((argument) => readChange(argument)),
    ...(seed === undefined ? [] : [{ path: 'seed', value: seed, origin: `--seed ${seed}` }]),
  ];
  const { scenario, warnings } = readScenario(text, file, changes, readBeside);
  if (scenario.design.estimate)
    throw new UsageError('an example tells a trial that makes a claim; this scenario states an aim');
  const trial = createTrial(scenario);
  checkOptions(trial, options);
  const { story, lines, figures } = scenario.design.escalation
    ? tellOfLadder(trial, options)
    : await tellOfTrial(trial, options);
  const folder = options.out ?? join('out', `example-${name}`);
  prepareFolder(folder);
  for (const warning of warnings) console.error(`warning: ${warning}`);
  const pictures = await writeFigures(folder, '', figures);
  const sha256 = await scenarioHash(scenario);
  const json = `${JSON.stringify({ isoeffect: VERSION, sha256, ...story }, null, 1)}\n`;
  // Last, so that where it is, everything is
  writeWhole(folder, 'example.json', json);
  if (options.json) {
    process.stdout.write(json);
    return;
  }
  const where = pictures.map((picture) => `Figure: ${shownPath(folder, picture)}`);
  const patients = `Patients: ${shownPath(folder, 'example.json')}`;
  console.log([...lines, '', ...where, patients].join('\n'));
}

/** A simulated trial as data, in lines for a terminal, and in pictures. */
interface Told {
  readonly story: TrialStory | LadderStory;
  readonly lines: readonly string[];
  readonly figures: readonly Figure[];
}

async function tellOfTrial(trial: Trial, options: ExampleOptions): Promise<Told> {
  const story = replay(trial, options);
  return { story, lines: exampleText(story), figures: options.chart ? await drawExample(story) : [] };
}

/** @throws UsageError where a kind of replicate is looked for: a ladder makes no claim */
function tellOfLadder(trial: Trial, { truth, world, replicate }: ExampleOptions): Told {
  if (typeof replicate !== 'number')
    throw new UsageError(
      `--replicate ${replicate}: dose escalation makes no claim; give the number of a replicate`,
    );
  const story = tellLadder(trial, { truth, world, replicate });
  return { story, lines: ladderStoryText(story), figures: [] };
}

/** @throws UsageError for a truth, world or kind of replicate that the scenario does not have */
function checkOptions({ truthNames, scenario, design }: Trial, { truth, world, replicate }: ExampleOptions) {
  if (!truthNames.includes(truth))
    throw new UsageError(`--truth: ${unknownWord('truth', truth, truthNames)}`);
  if (world > 0 && truth !== AS_PLANNED)
    throw new UsageError(`--world ${world}: worlds are draws about ${AS_PLANNED}, not about ${truth}`);
  if (world > 0 && Object.keys(scenario.uncertainty).length === 0)
    throw new UsageError(`--world ${world}: the scenario states no uncertainty`);
  if (replicate === 'stopped' && !hasLooks(design))
    throw new UsageError('--replicate stopped: the design has no interim looks');
}

/** @throws Error where no replicate of the asked kind is found */
function replay(trial: Trial, { truth, world, replicate: wanted }: ExampleOptions): TrialStory {
  const place: Omit<ReplicateAddress, 'replicate'> = { truth, world };
  try {
    if (typeof wanted === 'number') return replayTrial(trial, { ...place, replicate: wanted });
    const { [wanted]: replicate } = findReplicates(trial, place, [wanted], MOST_SEARCHED);
    if (replicate !== undefined) return replayTrial(trial, { ...place, replicate });
  } catch (error) {
    throw isImpossibleWorld(error) ? new UsageError(error.message) : error;
  }
  const under = world === 0 ? `under ${truth}` : `of world ${world}`;
  throw new Error(`no trial ${KIND_WORDS[wanted]} among the first ${MOST_SEARCHED} replicates ${under}`);
}

async function drawExample(story: TrialStory) {
  const { drawFigures } = await import('../report/draw-figures.ts');
  const { exampleCharts } = await import('../report/example-charts/index.ts');
  return drawFigures(exampleCharts, story);
}
