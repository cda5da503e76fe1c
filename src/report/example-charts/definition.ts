import type { TrialStory } from '../../engine/trial-story.ts';
import type { ChartDefinition } from '../charts/definition.ts';

/** One chart of one simulated trial. */
export type ExampleChart = ChartDefinition<TrialStory>;
