import { claimHangsOnAlphaBeta } from './claim-hangs-on-alpha-beta.ts';
import type { LessonDefinition } from './definition.ts';
import { eqd2AndAlphaBeta } from './eqd2-and-alpha-beta.ts';
import { heterogeneityOrUncertainty } from './heterogeneity-or-uncertainty.ts';
import { isoeffectiveSchedules } from './isoeffective-schedules.ts';
import { powerAssuranceCeiling } from './power-assurance-ceiling.ts';
import { recoverAlphaBeta } from './recover-alpha-beta.ts';

/** Every lesson by its name, in the order in which they are best taken. */
export const lessons = {
  eqd2AndAlphaBeta,
  isoeffectiveSchedules,
  heterogeneityOrUncertainty,
  claimHangsOnAlphaBeta,
  powerAssuranceCeiling,
  recoverAlphaBeta,
} as const satisfies Readonly<Record<string, LessonDefinition>>;

export type LessonName = keyof typeof lessons;
