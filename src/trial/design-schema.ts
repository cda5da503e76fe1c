import { z } from 'zod';
import { count, positive, probability, strict } from '../numeric/quantities.ts';
import { claims } from './claims/index.ts';

/** Exact enumeration looks at every pair of counts; more patients are refused rather than left without it. */
const MOST_PATIENTS = 10_000;

const claimNames = Object.keys(claims) as (keyof typeof claims)[];
const claimShape = Object.fromEntries(
  claimNames.map((name) => [name, claims[name].parameters.optional().describe(claims[name].summary)]),
);

const oneClaim = strict(claimShape).check(({ value, issues }) => {
  const given = claimNames.filter((name) => value[name] !== undefined);
  if (given.length !== 1) {
    issues.push({ code: 'custom', input: value, message: `needs one of ${claimNames.join(', ')}` });
  }
});

/** What the trial does: sizes, analysis set and claims. It holds no truth. */
export const designSchema = strict({
  perArm: count('patients in each arm', 1).max(MOST_PATIENTS).optional(),
  total: count('patients in all', 1).max(MOST_PATIENTS).optional(),
  allocation: z
    .array(positive('weight of an arm'))
    .min(1)
    .optional()
    .describe('weights of the arms, in their order'),
  unevaluable: probability('probability that a patient cannot be evaluated, independent of outcome')
    .max(0.99)
    .default(0),
  analysisSet: z
    .enum(['perProtocol', 'intentionToTreat'])
    .default('perProtocol')
    .describe('whether unevaluable patients are dropped or count as failures'),
  ...claimShape,
  coPrimary: z.array(oneClaim).min(2).max(2).optional().describe('two claims that must both pass'),
}).check(({ value, issues }) => {
  const fail = (message: string, ...path: PropertyKey[]) =>
    issues.push({ code: 'custom', input: value, message, path });
  if ((value.perArm === undefined) === (value.total === undefined)) fail('needs one of perArm, total');
  if (value.allocation && value.total === undefined) fail('allocation needs total, not perArm', 'allocation');
  const record = value as Record<string, unknown>;
  const given = [...claimNames, 'coPrimary'].filter((name) => record[name] !== undefined);
  if (given.length !== 1) fail(`needs one of ${[...claimNames, 'coPrimary'].join(', ')}`);
  if (value.analysisSet !== 'perProtocol' && value.unevaluable === 0) {
    fail('analysisSet does nothing while unevaluable is 0', 'analysisSet');
  }
  const seen = new Set<unknown>();
  value.coPrimary?.forEach((claim, i) => {
    for (const [name, spec] of Object.entries(claim)) {
      if (spec === undefined) continue;
      const { endpoint } = spec as { endpoint: unknown };
      if (seen.has(endpoint)) fail(`${String(endpoint)} is claimed twice`, 'coPrimary', i, name, 'endpoint');
      seen.add(endpoint);
    }
  });
});

/** A design's specification, valid by {@link designSchema}. */
export type DesignSpec = z.output<typeof designSchema>;
