import { z } from 'zod';
import {
  alphaBetaGy,
  count,
  interiorProbability,
  normalisedSlope,
  strict,
} from '../../numeric/quantities.ts';
import { answerPrecision } from '../alpha-beta/answer-precision.ts';
import { effectEvents } from '../alpha-beta/wrong-sign.ts';
import { defineCalculator } from './definition.ts';

export const alphaBetaPrecision = defineCalculator({
  summary:
    'Expected precision of α/β from the failures of three arms or more (or of two, with a known slope), beside what they cost.',
  reference:
    'Schoenfeld 1983, Biometrics 39:499 (information of a failure); Fieller 1954, J R Stat Soc B 16:175; Bentzen & Ritter 2005, Radiother Oncol 76:1 (two arms)',
  parameters: strict({
    schedules: z
      .array(z.string().min(1))
      .min(2)
      .max(12)
      .describe('schedules of the arms as clinicians write them, the control first'),
    alphaBeta: alphaBetaGy('true α/β in Gy'),
    perArm: count('patients in each arm').max(1_000_000),
    controlRate: interiorProbability(
      'rate in the control at the time of analysis: of control, or with event harm of the complication',
    ).default(0.93),
    gamma50: normalisedSlope(
      'normalised slope at half response of a logistic curve in EQD2; its slope at the control’s rate counts',
    ),
    event: z
      .enum(effectEvents)
      .default('failure')
      .describe('failure: the rate is of control, and dose brings more of it; harm: of a complication'),
    level: interiorProbability('level of the set').min(0.5).default(0.95),
  }),
  examples: [
    { schedules: ['25x2', '5x6', '5x5'], alphaBeta: 4.9, perArm: 100, controlRate: 0.93, gamma50: 1.5 },
    { schedules: ['25x2', '14x3'], alphaBeta: 4.9, perArm: 165, gamma50: 1.5 },
    {
      schedules: ['25x2', '13x3.2', '13x3'],
      alphaBeta: 3,
      perArm: 400,
      controlRate: 0.35,
      gamma50: 1,
      event: 'harm',
    },
  ],
  solve: answerPrecision,
});
