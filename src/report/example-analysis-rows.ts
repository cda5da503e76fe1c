import type { StoryAnalysis, StoryClaim, TrialStory } from '../engine/trial-story.ts';
import { DAYS_A_MONTH } from '../trial/accrual.ts';
import { informationWords } from './example-analyses.ts';
import type { Step } from './example-steps.ts';

/** A vertical line of the chart of a trial. */
export interface MarkedPlace {
  readonly x: number;
  readonly label: string;
}

/** Where an analysis lies on the axis: its month, or the patients that it analyses. */
const placeOf = ({ day, control, experimental }: StoryAnalysis): number =>
  day === null ? control.size + experimental.size : day / DAYS_A_MONTH;

/** The looks at a claim of two arms that did not stop the trial, with their scores. */
export function passedAnalyses(claim: StoryClaim): MarkedPlace[] {
  return claim.analyses
    .filter(({ isLast, verdict }) => !isLast && verdict === null)
    .map((look) => {
      const z = look.statistic === null ? '' : `, z = ${look.statistic.toFixed(2).replace('-', '−')}`;
      return { x: placeOf(look), label: `${informationWords(claim, look)}${z}` };
    });
}

/** Failures that the deciding analysis of times sees, one by one over months from opening, by arm. */
export function failureSteps({ patients, arms }: TrialStory): Step[][] {
  return arms.map(({ name }) =>
    patients
      .filter(({ arm, observation }) => arm === name && observation?.counts === 'failure')
      .map(({ observation }) => observation!.day / DAYS_A_MONTH)
      .sort((a, b) => a - b)
      .map((x, i) => ({ x, count: i + 1 })),
  );
}
