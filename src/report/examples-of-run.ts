import { findReplicates, replicateKinds } from '../engine/find-replicates.ts';
import { replayTrial } from '../engine/replay-trial.ts';
import type { RunResult } from '../engine/result.ts';
import type { TrialStory } from '../engine/trial-story.ts';
import { createTrial } from '../scenario/trial.ts';
import { hasLooks } from '../trial/design.ts';
import { drawFigures, type Figure } from './draw-figures.ts';
import { exampleCharts } from './example-charts/index.ts';

/** Replicates among which the examples of a report are looked for. */
const MOST_SEARCHED = 200;

/** A simulated trial with its charts. */
export interface ExampleOfRun {
  readonly story: TrialStory;
  readonly figures: readonly Figure[];
}

/**
 * The first replicates of a run, as planned, that succeed, fail and are stopped, each once; replayed from the result's
 * scenario.
 */
export async function examplesOfRun({ scenario, replicates }: RunResult): Promise<ExampleOfRun[]> {
  const trial = createTrial(scenario.resolved);
  const place = { truth: trial.truthNames[0], world: 0 };
  const kinds = replicateKinds.filter((kind) => kind !== 'stopped' || hasLooks(trial.design));
  const found = findReplicates(trial, place, kinds, Math.min(MOST_SEARCHED, replicates));
  const examples: ExampleOfRun[] = [];
  for (const replicate of new Set(replicateKinds.flatMap((kind) => found[kind] ?? []))) {
    const story = replayTrial(trial, { ...place, replicate });
    examples.push({ story, figures: await drawFigures(exampleCharts, story, `-${replicate}`) });
  }
  return examples;
}
