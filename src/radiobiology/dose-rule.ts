import { z } from 'zod';
import { finite, positive, strict } from '../numeric/quantities.ts';

/** LQ up to a dose per fraction, straight beyond it. */
const linearQuadraticLinear = strict({
  transitionGy: positive('dose per fraction in Gy from which survival is straight; 2·α/β where left out')
    .max(60)
    .optional(),
  slopeRatio: positive('final slope over α; the tangent at the transition where left out').optional(),
});

/** The universal survival curve fixes the transition; below it each patient's own α and β hold, beyond it their tangent. */
const universalSurvivalCurve = strict({
  alphaPerGy: positive('α in Gy⁻¹ of the curve'),
  finalSlopeGy: positive('D0 in Gy: 1/e dose of the final slope'),
  quasiThresholdGy: positive('Dq in Gy: where the final slope meets full survival'),
}).refine(({ alphaPerGy, finalSlopeGy }) => alphaPerGy * finalSlopeGy < 1, {
  error: 'alphaPerGy × finalSlopeGy must be below 1, or the curve has no shoulder',
});

const agentSchema = strict({
  enhancementRatio: finite('dose without the agent over dose with it, for the same effect')
    .min(0.5)
    .max(5)
    .default(1),
  on: z
    .enum(['dose', 'alpha'])
    .default('dose')
    .describe('whether the ratio multiplies the dose (the definition) or α alone'),
  oddsRatio: positive('odds ratio of the complication in an arm with the agent').default(1),
});

const hyperthermiaEffectSchema = strict({
  alphaRatioAt41: finite('α at 41 °C over α at 37 °C').min(1).max(10),
  betaRatioAt41: finite('β at 41 °C over β at 37 °C').min(1).max(10).default(1),
  fadeHalfTimeHours: positive(
    'hours between fraction and session in which the logarithm of the gain halves',
  ).optional(),
});

const radiationSchema = strict({
  rbeMax: finite('relative biological effectiveness at small doses: the ratio of α').min(0.5).max(20),
  rbeMin: finite('relative biological effectiveness at large doses: the ratio of √β')
    .min(0.5)
    .max(20)
    .default(1),
});

const repopulationSchema = strict({
  kickOffDays: finite('elapsed days before clonogens repopulate').min(0).max(3650),
  doublingTimeDays: positive('doubling time of clonogens in days, for models of clonogens').optional(),
  lostGyPerDay: positive('BED in Gy lost a day, for models that follow EQD2').optional(),
  untilSurgery: z
    .boolean()
    .default(false)
    .describe('whether it goes on until surgery rather than the last fraction'),
}).refine(
  ({ doublingTimeDays, lostGyPerDay }) => (doublingTimeDays === undefined) !== (lostGyPerDay === undefined),
  {
    error: 'repopulation takes one of doublingTimeDays and lostGyPerDay',
  },
);

/** What a truth says of dose for one endpoint: keys that stand in the block of every model with biology. */
export const doseRuleShape = {
  region: z.string().optional().describe('region whose dose counts; the prescribed dose where left out'),
  survival: z
    .union([
      z.literal('linearQuadratic'),
      strict({
        linearQuadraticLinear: linearQuadraticLinear.describe('linear-quadratic, then straight: LQ-L'),
      }),
      strict({
        universalSurvivalCurve: universalSurvivalCurve.describe(
          'linear-quadratic, then straight, joined with one tangent, by measured slopes',
        ),
      }),
    ])
    .optional()
    .describe(
      'survival by dose per fraction; linear-quadratic where left out, to be stated above 10 Gy a fraction',
    ),
  repair: strict({
    halfTimeHours: positive('half-time in hours of the repair of sublethal damage').max(1000),
  })
    .optional()
    .describe('incomplete repair between and during fractions; full repair where left out'),
  repopulation: repopulationSchema.optional().describe('none where left out'),
  agents: z.record(z.string(), agentSchema).optional().describe('what the agents do that arms are given'),
  hyperthermia: hyperthermiaEffectSchema.optional().describe('what heating does to α and β'),
  radiations: z
    .record(z.string(), radiationSchema)
    .optional()
    .describe('what radiation other than photons does'),
  shortInterval: strict({
    belowDays: positive('days from radiotherapy to surgery below which it is short'),
    oddsRatio: positive('odds ratio of the complication where it is short'),
  })
    .optional()
    .describe('what little time before surgery does; nothing where left out'),
};

const doseRuleSchema = z.object(doseRuleShape);

/** A dose rule: what turns the fractions of a course into effective dose; {} is linear-quadratic and nothing else. */
export type DoseRule = z.output<typeof doseRuleSchema>;

/** The dose rule within an endpoint's block. */
export function doseRuleOf(block: DoseRule): DoseRule {
  const keys = Object.keys(doseRuleShape) as (keyof DoseRule)[];
  return Object.fromEntries(
    keys.filter((key) => block[key] !== undefined).map((key) => [key, block[key]]),
  ) as DoseRule;
}
