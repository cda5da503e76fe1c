import { morePatients } from '../lesson-steps/heterogeneity-or-uncertainty/more-patients.ts';
import { oneUnknown } from '../lesson-steps/heterogeneity-or-uncertainty/one-unknown.ts';
import { patientsDiffer } from '../lesson-steps/heterogeneity-or-uncertainty/patients-differ.ts';
import { shallowResponse } from '../lesson-steps/heterogeneity-or-uncertainty/shallow-response.ts';
import type { LessonDefinition } from './definition.ts';

export const heterogeneityOrUncertainty: LessonDefinition = {
  summary:
    'You can tell differences between patients from what nobody knows, and say which of the two more patients average out.',
  reference:
    'Law of total variance; control of 93 % at 3 years after 25 × 2 Gy: O’Sullivan 2002, Lancet 359:2235; median α/β of 14 sarcoma cell lines: Haas 2021. The spread of α/β and the steepness are assumed for teaching',
  title: 'Heterogeneity against uncertainty',
  minutes: 12,
  steps: [patientsDiffer, oneUnknown, shallowResponse, morePatients],
  tryIt: {
    sentence: 'Make the dose response shallow, and see power and assurance come closer.',
    scenario: 'sts-5x6-vs-25x2',
    changes: { 'truth.localControl.gamma50': 0.36 },
  },
};
