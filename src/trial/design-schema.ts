import { z } from 'zod';
import { count, positive, probability, strict } from '../numeric/quantities.ts';
import { accrualSchema } from './accrual.ts';
import { adoptionSchema } from './adoption.ts';
import { aimProblems } from './aim-problems.ts';
import { aims } from './aims/index.ts';
import { claims } from './claims/index.ts';
import { escalationProblems } from './escalation/escalation-problems.ts';
import { escalationSchema } from './escalation/escalation-schema.ts';
import { followUps } from './follow-up/index.ts';
import { lossSchema } from './loss-schema.ts';
import { comparisonProblems } from './many-to-one/comparison-problems.ts';
import { comparisonsSchema } from './many-to-one/comparisons-schema.ts';
import { oneOfRegistry, registryShape } from './one-of-registry.ts';
import {
  blockSizes,
  type RandomisationSpec,
  randomisationSchema,
  smallestBlock,
} from './randomisation-schema.ts';
import { rules } from './rules/index.ts';
import { sequentialSchema } from './sequential-schema.ts';
import { timeProblems } from './time-problems.ts';

/** Exact enumeration looks at every pair of counts; more patients are refused rather than left without it. */
export const MOST_PATIENTS = 10_000;
/** Claims that must be decided together: each doubles the cells of a patient. */
const MOST_CLAIMS = 4;
const MOST_RULES = 4;

const claimNames = Object.keys(claims);
const claimList = (description: string) =>
  z.array(oneOfRegistry(claims)).min(2).max(MOST_CLAIMS).optional().describe(description);
/** The keys under which a design states its claims; one is given. */
const claimKeys = [...claimNames, 'coPrimary', 'hierarchical'];

/** What the trial does: sizes, accrual, looks, analysis set, and claims, an aim or dose escalation. It holds no truth. */
export const designSchema = strict({
  perArm: count('patients in each arm', 1).max(MOST_PATIENTS).optional(),
  total: count('patients in all', 1).max(MOST_PATIENTS).optional(),
  allocation: z
    .array(positive('weight of an arm'))
    .min(1)
    .optional()
    .describe('weights of the arms, in their order'),
  randomisation: randomisationSchema
    .optional()
    .describe('permuted blocks and strata; left out, arms have their planned sizes'),
  centres: count('number of centres; patients come to each with equal probability', 2).max(1000).optional(),
  accrual: accrualSchema
    .optional()
    .describe('how patients come; left out, outcomes are known as soon as patients are enrolled'),
  unevaluable: probability('probability that a patient cannot be evaluated, independent of outcome')
    .max(0.99)
    .default(0),
  analysisSet: z
    .enum(['perProtocol', 'intentionToTreat'])
    .default('perProtocol')
    .describe('whether unevaluable patients are dropped or count as failures'),
  interim: z
    .array(oneOfRegistry(rules))
    .min(1)
    .max(MOST_RULES)
    .optional()
    .describe('rules that may stop a single-arm trial early'),
  followUp: oneOfRegistry(followUps)
    .optional()
    .describe('how long patients are followed, where times of failure decide'),
  lostToFollowUp: lossSchema
    .optional()
    .describe('patients lost to follow-up, where times decide; left out, none'),
  groupSequential: sequentialSchema.optional().describe('looks of a two-arm trial at its one claim'),
  ...registryShape(claims),
  coPrimary: claimList('claims that must all pass'),
  hierarchical: claimList('claims tested in this order, each only if those before it pass'),
  comparisons: comparisonsSchema
    .optional()
    .describe('how the claim is made of each of several arms against the first, their shared control'),
  adoption: adoptionSchema
    .optional()
    .describe('observed rates of the experimental arm that would change practice, whatever is claimed'),
  estimate: oneOfRegistry(aims).optional().describe('what the trial estimates, in place of a claim'),
  escalation: escalationSchema
    .optional()
    .describe('dose escalation, in place of a claim: the arms are levels, the lowest first'),
}).check(({ value, issues }) => {
  const fail = (message: string, ...path: PropertyKey[]) =>
    issues.push({ code: 'custom', input: value, message, path });
  if (value.escalation) {
    for (const { message, path } of escalationProblems(value, claimKeys)) fail(message, ...path);
    return;
  }
  if ((value.perArm === undefined) === (value.total === undefined)) fail('needs one of perArm, total');
  if (value.allocation && value.total === undefined) fail('allocation needs total, not perArm', 'allocation');
  for (const { message, path } of [
    ...randomisationProblems(value),
    ...timeProblems(value),
    ...comparisonProblems(value),
  ])
    fail(message, ...path);
  const record = value as Record<string, unknown>;
  const given = claimKeys.filter((name) => record[name] !== undefined);
  if (value.estimate) for (const { message, path } of aimProblems(record, claimKeys)) fail(message, ...path);
  else if (given.length !== 1) fail(`needs one of ${[...claimKeys, 'estimate', 'escalation'].join(', ')}`);
  if (value.analysisSet !== 'perProtocol' && value.unevaluable === 0) {
    fail('analysisSet does nothing while unevaluable is 0', 'analysisSet');
  }
  if (value.accrual?.centresOpenPerMonth !== undefined && value.centres === undefined)
    fail('centresOpenPerMonth needs the number of centres', 'accrual', 'centresOpenPerMonth');
  if (value.accrual?.pausesAtLooks && !value.interim)
    fail('pausesAtLooks does nothing without interim rules', 'accrual', 'pausesAtLooks');
  for (const key of ['coPrimary', 'hierarchical'] as const) {
    const seen = new Set<unknown>();
    value[key]?.forEach((claim, i) => {
      for (const [name, spec] of Object.entries(claim)) {
        if (spec === undefined) continue;
        const { endpoint } = spec as { endpoint: unknown };
        if (seen.has(endpoint)) fail(`${String(endpoint)} is claimed twice`, key, i, name, 'endpoint');
        seen.add(endpoint);
      }
    });
  }
});

/** Blocks hold whole numbers of patients of each arm, and are filled from a total. */
function randomisationProblems({
  randomisation,
  allocation,
  total,
}: {
  randomisation?: RandomisationSpec | undefined;
  allocation?: readonly number[] | undefined;
  total?: number | undefined;
}): { message: string; path: PropertyKey[] }[] {
  if (!randomisation) return [];
  const path = ['randomisation'];
  if (total === undefined) return [{ message: 'randomisation needs total, not perArm', path }];
  const smallest = smallestBlock(allocation);
  if (!smallest) return [{ message: 'blocks need an allocation of whole numbers', path: ['allocation'] }];
  const multiple = smallest.reduce((a, b) => a + b, 0);
  const isList = Array.isArray(randomisation.blocks);
  return blockSizes(randomisation).flatMap((size, i) =>
    size % multiple === 0
      ? []
      : [
          {
            message: `invalid block: ${size} (must be a multiple of ${multiple}, for an allocation of ${smallest.join(':')})`,
            path: [...path, 'blocks', ...(isList ? [i] : [])],
          },
        ],
  );
}

/** A design's specification, valid by {@link designSchema}. */
export type DesignSpec = z.output<typeof designSchema>;
