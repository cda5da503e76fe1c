import { z } from 'zod';
import { count, finite, interiorProbability, positive, probability, strict } from '../numeric/quantities.ts';
import { scheduleSchema } from '../radiobiology/schedule-schema.ts';
import { effectEvents } from '../trial/alpha-beta/wrong-sign.ts';

/** Larger is a percentage, or no ratio that dose could bring. */
const MOST_RATIO = 20;

/** How an arm's effect is stated: as a ratio to the control, or as a rate of its own. */
export const effectMeasures = ['oddsRatio', 'hazardRatio', 'rate'] as const;
export type EffectMeasure = (typeof effectMeasures)[number];

const ratio = positive('effect of this arm against the control')
  .max(MOST_RATIO, {
    error: ({ input }) =>
      `${String(input)} is not a ratio (must be at most ${MOST_RATIO}; for ${String(input)} % write ${Number(input) / 100})`,
  })
  .optional();

const intervalEnd = z
  .number({ error: 'interval must be [lower, upper]' })
  .positive({ error: ({ input }) => `invalid interval: ${String(input)} (must be > 0)` });

const level = (description: string) =>
  interiorProbability(description)
    .min(0.5, { error: (issue) => `invalid level: ${String(issue.input)} (must be >= 0.5, such as 0.95)` })
    .default(0.95);

const countsShape = {
  events: count('patients with the event').optional(),
  patients: count('patients at risk', 2).optional(),
  rate: probability('share with the event, for measure: rate').optional(),
  standardError: positive('standard error of the rate; from events and patients unless given').optional(),
};

const armSchema = strict({
  schedule: scheduleSchema.describe('planned fractions'),
  ratio,
  interval: z
    .tuple([intervalEnd, intervalEnd], { error: 'interval must be [lower, upper]' })
    .optional()
    .describe('published interval of the ratio'),
  level: level('level of this interval'),
  ...countsShape,
});

/** An effects file: what a trial published about its arms. */
export const effectsSchema = strict({
  isoeffect: z.literal(1).describe('version of this format'),
  title: z.string().min(1).max(300),
  source: z.string().min(1).max(2000).describe('where the effects are published'),
  event: z
    .enum(effectEvents)
    .describe('harm: more dose, more of it; failure: more dose, less of it (such as relapse)'),
  measure: z.enum(effectMeasures).describe('what the effects are'),
  control: strict({ schedule: scheduleSchema.describe('planned fractions'), ...countsShape }),
  controlVariance: positive('variance of the control’s part in every log ratio').optional(),
  arms: z.array(armSchema).min(1).max(20).describe('the other arms'),
  externalSlope: strict({
    perGyEqd2: finite('change of the rate for each Gy in 2 Gy fractions'),
    standardError: positive('of the slope'),
    source: z.string().min(1).max(2000),
  })
    .optional()
    .describe('for two arms: the slope that the trial itself cannot give'),
  level: level('level of the answer'),
  assumptions: z
    .array(z.string().min(1).max(500))
    .max(20)
    .default([])
    .describe('what is to be known of these numbers, in words'),
});

/** A valid effects file with its defaults. */
export type Effects = z.output<typeof effectsSchema>;
export type EffectArm = Effects['arms'][number];
