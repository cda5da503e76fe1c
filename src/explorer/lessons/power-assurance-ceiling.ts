import { assurance } from '../lesson-steps/power-assurance-ceiling/assurance.ts';
import { ceiling } from '../lesson-steps/power-assurance-ceiling/ceiling.ts';
import { powerByWorld } from '../lesson-steps/power-assurance-ceiling/power-by-world.ts';
import { twiceThePatients } from '../lesson-steps/power-assurance-ceiling/twice-the-patients.ts';
import { whatRaisesIt } from '../lesson-steps/power-assurance-ceiling/what-raises-it.ts';
import type { LessonDefinition } from './definition.ts';

export const powerAssuranceCeiling: LessonDefinition = {
  summary:
    'You can tell power, assurance and ceiling apart, and say why no sample size gets past the ceiling.',
  reference:
    'O’Hagan, Stevens & Campbell 2005, Pharm Stat 4:187 (assurance); O’Sullivan 2002, Lancet 359:2235 (93 % after 25 × 2 Gy); Haas 2021 (cell lines). The doubt about α/β and the steepness are assumed for teaching',
  title: 'Power, assurance and ceiling',
  minutes: 15,
  steps: [assurance, powerByWorld, twiceThePatients, ceiling, whatRaisesIt],
  tryIt: {
    sentence: 'Give a little more dose, and see ceiling and assurance rise.',
    scenario: 'sts-5x6-vs-25x2',
    changes: { 'arms.experimental.schedule': '5 x 6.2 Gy' },
  },
};
