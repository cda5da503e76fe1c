import { levelsRecommended } from './levels-recommended.ts';
import { monthsToRecommend } from './months-to-recommend.ts';
import { toxicitiesMissed } from './toxicities-missed.ts';

/** Every chart of a run of dose escalation, in the order of the report. */
export const escalationCharts = {
  'levels-recommended': levelsRecommended,
  'toxicities-missed': toxicitiesMissed,
  'months-to-recommend': monthsToRecommend,
};
