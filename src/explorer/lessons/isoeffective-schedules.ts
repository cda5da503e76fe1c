import { earlyTissue } from '../lesson-steps/isoeffective-schedules/early-tissue.ts';
import { fiveFractions } from '../lesson-steps/isoeffective-schedules/five-fractions.ts';
import { lateTissue } from '../lesson-steps/isoeffective-schedules/late-tissue.ts';
import { therapeuticWindow } from '../lesson-steps/isoeffective-schedules/therapeutic-window.ts';
import type { LessonDefinition } from './definition.ts';

export const isoeffectiveSchedules: LessonDefinition = {
  summary:
    'You can find a schedule that is equal for one tissue, and say for which others it is harder or gentler.',
  reference:
    'Fowler 1989, Br J Radiol 62:679 (isoeffect); Withers, Thames & Peters 1983, Cancer 51:2086; Thames 1990, Radiother Oncol 19:219 (α/β of reactions); Brenner 2008, Semin Radiat Oncol 18:234 (limits of the model)',
  title: 'Isoeffective schedules',
  minutes: 10,
  steps: [fiveFractions, lateTissue, earlyTissue, therapeuticWindow],
  tryIt: {
    sentence: 'See what the five fractions do to wounds and to late reactions in a trial.',
    scenario: 'late-effects-5x8',
    changes: { 'arms.experimental.schedule': '5 x 6 Gy' },
  },
};
