import { lowAndHigh } from '../lesson-steps/claim-hangs-on-alpha-beta/low-and-high.ts';
import { powerAtTheMedian } from '../lesson-steps/claim-hangs-on-alpha-beta/power-at-the-median.ts';
import { priceOfBeingWrong } from '../lesson-steps/claim-hangs-on-alpha-beta/price-of-being-wrong.ts';
import { silentAssumption } from '../lesson-steps/claim-hangs-on-alpha-beta/silent-assumption.ts';
import { whereItTurnsFalse } from '../lesson-steps/claim-hangs-on-alpha-beta/where-it-turns-false.ts';
import type { LessonDefinition } from './definition.ts';

export const claimHangsOnAlphaBeta: LessonDefinition = {
  summary:
    'You can say which α/β a sample size takes for granted, and what the same trial is worth at another one.',
  reference:
    'Farrington & Manning 1990, Stat Med 9:1447 (test and size); O’Sullivan 2002, Lancet 359:2235 (93 % after 25 × 2 Gy); Kalbasi 2020, Clin Cancer Res 26:1829 (5 × 6 Gy); Haas 2021 (cell lines). The steepness is conventional, not measured in sarcoma',
  title: 'Why a non-inferiority claim hangs on α/β',
  minutes: 12,
  steps: [silentAssumption, powerAtTheMedian, lowAndHigh, whereItTurnsFalse, priceOfBeingWrong],
  tryIt: {
    sentence: 'Move α/β of a smaller trial, and watch its power go.',
    scenario: 'quick-start',
    changes: { 'truth.cohort.heterogeneity.alphaBetaGy.logNormal.median': 4 },
  },
};
