import { z } from 'zod';
import { count, interiorProbability, strict } from '../numeric/quantities.ts';
import { efficacyBounds } from './efficacy-bounds/index.ts';
import { futilityBounds } from './futility-bounds/index.ts';
import { informationFractions } from './group-sequential/information-fractions.ts';
import { oneOfRegistry, statedIn } from './one-of-registry.ts';

/** Looks of a two-arm trial at its one claim. */
export const sequentialSchema = strict({
  informationFractions: informationFractions.describe(
    'looks as fractions of the planned patients, or failures where times decide; rising, the last one 1',
  ),
  efficacy: oneOfRegistry(efficacyBounds).describe('when a look shows the claim'),
  futility: oneOfRegistry(futilityBounds, {
    binding: z
      .boolean()
      .default(false)
      .describe('whether the level counts on the futility bounds being followed'),
  })
    .optional()
    .describe('when a look gives it up; left out, none does'),
  plannedEvents: count(
    'failures planned at the last look, where follow-up does not wait for a number of them',
  ).optional(),
  plannedPower: interiorProbability('power that bounds are planned for, where they hang on it').optional(),
}).check(({ value, issues }) => {
  if (!value.futility) return;
  const { name, parameters } = statedIn(futilityBounds, value.futility);
  const looks = value.informationFractions.length;
  for (const { key, message } of futilityBounds[name].problems(parameters, looks))
    issues.push({ code: 'custom', input: value, message, path: ['futility', name, key] });
});

/** Looks as scenarios write them, valid by {@link sequentialSchema}. */
export type SequentialBlock = z.output<typeof sequentialSchema>;
