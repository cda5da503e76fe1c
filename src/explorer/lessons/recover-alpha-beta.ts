import { equalHarm } from '../lesson-steps/recover-alpha-beta/equal-harm.ts';
import { howSure } from '../lesson-steps/recover-alpha-beta/how-sure.ts';
import { overallTime } from '../lesson-steps/recover-alpha-beta/overall-time.ts';
import { twoOddsRatios } from '../lesson-steps/recover-alpha-beta/two-odds-ratios.ts';
import { wrongWayRound } from '../lesson-steps/recover-alpha-beta/wrong-way-round.ts';
import type { LessonDefinition } from './definition.ts';

export const recoverAlphaBeta: LessonDefinition = {
  summary:
    'You can find α/β from what a trial of two dose levels published, and say when such a ratio is no estimate.',
  reference:
    'Brunt 2020, J Clin Oncol 38:3261 (FAST); Murray Brunt 2020, Lancet 395:1613 (FAST-Forward); Fieller 1954, J R Stat Soc B 16:175; Fowler 1989, Br J Radiol 62:679 (model, time factor)',
  title: 'Recover α/β from FAST',
  minutes: 15,
  steps: [equalHarm, twoOddsRatios, howSure, wrongWayRound, overallTime],
  tryIt: {
    sentence: 'Plan a trial whose aim is α/β itself, and see how precise it would be.',
    scenario: 'alpha-beta-precision',
    changes: {},
  },
};
