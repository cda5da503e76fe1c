import { oneSchedule } from '../lesson-steps/eqd2-and-alpha-beta/one-schedule.ts';
import { oneSize } from '../lesson-steps/eqd2-and-alpha-beta/one-size.ts';
import { otherTissues } from '../lesson-steps/eqd2-and-alpha-beta/other-tissues.ts';
import { whoMinds } from '../lesson-steps/eqd2-and-alpha-beta/who-minds.ts';
import type { LessonDefinition } from './definition.ts';

export const eqd2AndAlphaBeta: LessonDefinition = {
  summary:
    'You can turn a schedule into its equivalent in 2 Gy fractions, and say which tissue minds the size of a fraction.',
  reference:
    'Withers, Thames & Peters 1983, Cancer 51:2086 and Fowler 1989, Br J Radiol 62:679 (EQD2); Thames 1990, Radiother Oncol 19:219 (α/β of reactions); Haas 2021 (sarcoma cell lines); Brenner 2008, Semin Radiat Oncol 18:234 (limits of the model)',
  title: 'EQD2 and α/β',
  minutes: 8,
  steps: [oneSchedule, otherTissues, oneSize, whoMinds],
  tryIt: {
    sentence: 'Make the fractions smaller or larger, and see what becomes of local control.',
    scenario: 'lesson-alpha-beta',
    changes: { 'arms.experimental.schedule': '5 x 5 Gy' },
  },
};
