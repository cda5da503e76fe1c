import { z } from 'zod';
import { unknownWord } from '../../numeric/closest-word.ts';
import { count, interiorProbability } from '../../numeric/quantities.ts';
import type { BoundRule } from '../efficacy-bounds/definition.ts';
import { type EfficacyBoundName, efficacyBounds } from '../efficacy-bounds/index.ts';
import type { FutilityBound } from '../futility-bounds/definition.ts';
import { type FutilityBoundName, futilityBounds } from '../futility-bounds/index.ts';
import { oneSidedLevel } from '../significance-level.ts';
import { assumedTrends } from './conditional-power.ts';
import { informationFractions, MOST_LOOKS } from './information-fractions.ts';
import { spendingName, spendingProblems } from './spending-fields.ts';

const named = <Name extends string>(what: string, registry: Readonly<Record<Name, unknown>>) => {
  const names = Object.keys(registry) as [Name, ...Name[]];
  return z.enum(names, { error: (issue) => unknownWord(what, issue.input, names) });
};

const gamma = () => z.number().min(-40).max(40).optional();
const rho = () => z.number().positive().max(40).optional();

/** A group-sequential plan in one flat object. */
export const planShape = {
  fractions: informationFractions.optional(),
  looks: count('number of looks at equal steps of information, the last one included')
    .max(MOST_LOOKS)
    .optional(),
  oneSidedAlpha: oneSidedLevel().default(0.025),
  power: interiorProbability('power with all looks').default(0.8),
  efficacy: named('efficacy bounds', efficacyBounds)
    .default('lanDeMetsObrienFleming')
    .describe('name of the efficacy bounds'),
  gamma: gamma().describe('gamma of hwangShihDeCani'),
  rho: rho().describe('rho of kimDeMets'),
  interimZ: z
    .number()
    .positive()
    .max(8)
    .optional()
    .describe('interim bound of haybittlePeto; 3 unless given'),
  unadjusted: z
    .boolean()
    .optional()
    .describe('haybittlePeto with the fixed bound at the last look, as published'),
  futility: named('futility bounds', futilityBounds).optional().describe('name of the futility bounds'),
  binding: z
    .boolean()
    .optional()
    .describe('the level counts on the futility bounds being followed; else it holds either way'),
  futilitySpending: spendingName()
    .optional()
    .describe('spending function of betaSpending; lanDeMetsObrienFleming unless given'),
  futilityGamma: gamma().describe('gamma of the futility bounds’ hwangShihDeCani'),
  futilityRho: rho().describe('rho of the futility bounds’ kimDeMets'),
  futilityBelow: interiorProbability(
    'conditional power below which conditionalPower stops; 0.2 unless given',
  ).optional(),
  futilityUnder: z
    .enum(assumedTrends)
    .optional()
    .describe('what conditionalPower takes for the truth of what is to come; the trend unless given'),
  futilityZ: z
    .array(z.number().min(-10).max(10))
    .min(1)
    .optional()
    .describe('bounds of fixedZ: one for all interim looks, or one a look; 0 unless given'),
};

/** A plan as its flat object states it. */
export type FlatPlan = z.output<z.ZodObject<typeof planShape>>;

/** The fractions of a checked plan. */
export const fractionsOf = ({ fractions, looks }: FlatPlan): number[] =>
  fractions ?? Array.from({ length: looks! }, (_, look) => (look + 1) / looks!);

/** Keys of the flat object that belong to one kind of bounds alone. */
const ownerOf: Readonly<Partial<Record<keyof FlatPlan, EfficacyBoundName | FutilityBoundName>>> = {
  interimZ: 'haybittlePeto',
  futilitySpending: 'betaSpending',
  futilityGamma: 'betaSpending',
  futilityRho: 'betaSpending',
  futilityBelow: 'conditionalPower',
  futilityUnder: 'conditionalPower',
  futilityZ: 'fixedZ',
};

/** Reports looks that are stated twice or not at all, and parameters of bounds that were not asked for, or are missing. */
export function checkPlan(value: FlatPlan, issues: z.core.ParsePayload['issues']): void {
  const fail = (message: string, key: string): void => {
    issues.push({ code: 'custom', input: value, message, path: [key] });
  };
  // Fractions of 10³⁰⁰ looks cannot be listed
  if (issues.length > 0) return;
  const [isListed, isCounted] = [value.fractions !== undefined, value.looks !== undefined];
  if (isListed === isCounted)
    fail(`needs one of fractions, looks${isListed ? ': not both' : ''}`, isListed ? 'looks' : 'fractions');
  if (value.power <= value.oneSidedAlpha)
    fail(`${value.power} is too little power (must be above the level, ${value.oneSidedAlpha})`, 'power');
  for (const [key, owner] of Object.entries(ownerOf))
    if (value[key as keyof FlatPlan] !== undefined && owner !== value.efficacy && owner !== value.futility)
      fail(`${key} does nothing without ${owner}`, key);
  if (value.unadjusted && value.efficacy !== 'haybittlePeto')
    fail('unadjusted does nothing without haybittlePeto', 'unadjusted');
  if (value.binding && value.futility === undefined) fail('binding does nothing without futility', 'binding');
  for (const { key, message } of spendingProblems(value.efficacy, value)) fail(message, key);
  if (value.futility === 'betaSpending')
    for (const { key, message } of spendingProblems(value.futilitySpending ?? 'lanDeMetsObrienFleming', {
      gamma: value.futilityGamma,
      rho: value.futilityRho,
    })) {
      const flat = key === 'gamma' ? 'futilityGamma' : 'futilityRho';
      fail(message.replace(key, flat), flat);
    }
  if (value.futility === 'fixedZ' && isListed !== isCounted) {
    const looks = fractionsOf(value).length;
    for (const { message } of futilityBounds.fixedZ.problems({ z: scoresOf(value) }, looks))
      fail(message, 'futilityZ');
  }
}

const scoresOf = ({ futilityZ = [0] }: FlatPlan): number | number[] =>
  futilityZ.length === 1 ? futilityZ[0] : futilityZ;

/** Leaves out what is not given. */
const given = (parameters: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));

/** The efficacy bounds of a checked plan. */
export function efficacyOf({ efficacy, gamma, rho, interimZ, unadjusted }: FlatPlan): BoundRule {
  const { parameters, create } = efficacyBounds[efficacy];
  return create(
    parameters.parse(given({ gamma, rho, z: interimZ, ...(unadjusted && { finalLook: 'unadjusted' }) })),
  );
}

/** The futility bounds of a checked plan, if it has any. */
export function futilityOf(plan: FlatPlan): FutilityBound | undefined {
  if (plan.futility === undefined) return undefined;
  const { parameters, create } = futilityBounds[plan.futility];
  const { futilitySpending: spending = 'lanDeMetsObrienFleming', power } = plan;
  const stated = {
    betaSpending: { spending, gamma: plan.futilityGamma, rho: plan.futilityRho, power },
    conditionalPower: { below: plan.futilityBelow, under: plan.futilityUnder },
    fixedZ: { z: scoresOf(plan) },
  }[plan.futility];
  return create(parameters.parse(given(stated)));
}
