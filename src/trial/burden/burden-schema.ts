import { z } from 'zod';
import { unknownWord } from '../../numeric/closest-word.ts';
import { count, strict } from '../../numeric/quantities.ts';
import type { EndpointName } from '../../outcomes/endpoints/definition.ts';
import { endpoints } from '../../outcomes/endpoints/index.ts';
import { quantitySchema } from '../../random/distribution-schema.ts';

/** Largest price, time or distance: beyond, sums over visits and patients would leave the numbers of a computer. */
export const MOST_OF_BURDEN = 1e9;

/** Number from 0 to 10⁹. */
const nonNegative = (description: string) => z.number().min(0).max(MOST_OF_BURDEN).describe(description);

/** A number at or above 0 for some of the endpoints, by name. */
const byEndpoint = (description: string) =>
  strict(
    Object.fromEntries(
      Object.values(endpoints).map(({ name, label }) => [
        name,
        nonNegative(`${description}: ${label}`).optional(),
      ]),
    ) as Record<EndpointName, z.ZodOptional<z.ZodNumber>>,
  ).describe(description);

/** Visits before treatment. */
const MOST_VISITS = 1000;

const planningShape = {
  visits: count('visits before the first fraction: consultation, planning scan', 0).max(MOST_VISITS),
  cost: nonNegative('cost of planning a course'),
};

/** What every course takes, unless an arm says otherwise. */
const priceShape = {
  machineMinutesPerFraction: nonNegative('minutes that a fraction occupies the machine'),
  costPerFraction: nonNegative('cost of a fraction, whatever it takes'),
  costPerMachineMinute: nonNegative('cost of a minute of the machine, besides the cost per fraction'),
};

const travelSchema = strict({
  oneWayKm: quantitySchema.describe(
    'distance in km from home to the clinic: one number, or its law over patients',
  ),
  hoursPerReturnTrip: nonNegative('hours that a visit takes the patient on the road, there and back').default(
    0,
  ),
  costPerKm: nonNegative('cost of a km, counted there and back').default(0),
});

const qualitySchema = strict({
  scale: z.string().min(1).max(60).default('utility').describe('what is measured, in words'),
  withoutEvents: z
    .number()
    .min(-MOST_OF_BURDEN)
    .max(MOST_OF_BURDEN)
    .describe('quality of life of a patient without any bad event'),
  lossPerEvent: byEndpoint('what the bad event of an endpoint takes from it').prefault({}),
});

/**
 * What treatment asks of patients, machines and payers. It is neither truth nor design: outcomes and power know nothing of it.
 */
export const burdenSchema = strict({
  currency: z.string().min(1).max(12).describe('of every cost, such as EUR'),
  ...priceShape,
  costPerMachineMinute: priceShape.costPerMachineMinute.default(0),
  planning: strict(planningShape).describe('once a course'),
  travel: travelSchema.optional().describe('how far patients come; left out, travel is not counted'),
  costPerEvent: byEndpoint('cost of the bad event of an endpoint').prefault({}),
  qualityOfLife: qualitySchema
    .optional()
    .describe('a summary: withoutEvents less the loss of each bad event; nothing is powered for it'),
  endpoint: z
    .enum(Object.keys(endpoints) as [EndpointName, ...EndpointName[]], {
      error: (issue) => unknownWord('endpoint', issue.input, Object.keys(endpoints)),
    })
    .default('localControl')
    .describe('the endpoint whose bad events a test arm is to avert'),
  byArm: z
    .record(
      z.string(),
      strict({
        machineMinutesPerFraction: priceShape.machineMinutesPerFraction.optional(),
        costPerFraction: priceShape.costPerFraction.optional(),
        costPerMachineMinute: priceShape.costPerMachineMinute.optional(),
        planning: strict({
          visits: planningShape.visits.optional(),
          cost: planningShape.cost.optional(),
        })
          .optional()
          .describe('once a course'),
      }),
    )
    .default({})
    .describe('arm → what differs there'),
  willingnessToPay: z
    .array(z.number().min(0).max(MOST_OF_BURDEN))
    .min(1)
    .max(20)
    .refine((values) => values.every((value, i) => i === 0 || value > values[i - 1]), {
      error: 'needs rising values',
    })
    .default([0])
    .describe('what averting one bad event may cost, rising'),
}).describe('what treatment asks of patients, machines and payers; neither truth nor design');

/** A burden, valid by {@link burdenSchema}. */
export type BurdenSpec = z.output<typeof burdenSchema>;

/** What a course takes in one arm. */
export type ArmPrices = Pick<
  BurdenSpec,
  'machineMinutesPerFraction' | 'costPerFraction' | 'costPerMachineMinute' | 'planning'
>;

/** What a course takes in an arm: what every course takes, but for what differs there. */
export function pricesOf(burden: BurdenSpec, arm: string): ArmPrices {
  const { machineMinutesPerFraction, costPerFraction, costPerMachineMinute, planning } = burden;
  const { planning: own, ...prices } = burden.byArm[arm] ?? {};
  return {
    machineMinutesPerFraction: prices.machineMinutesPerFraction ?? machineMinutesPerFraction,
    costPerFraction: prices.costPerFraction ?? costPerFraction,
    costPerMachineMinute: prices.costPerMachineMinute ?? costPerMachineMinute,
    planning: { visits: own?.visits ?? planning.visits, cost: own?.cost ?? planning.cost },
  };
}
