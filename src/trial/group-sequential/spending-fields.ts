import { z } from 'zod';
import { unknownWord } from '../../numeric/closest-word.ts';
import type { SpendingRule } from '../efficacy-bounds/definition.ts';
import { efficacyBounds } from '../efficacy-bounds/index.ts';

const spendingNames = [
  'lanDeMetsObrienFleming',
  'lanDeMetsPocock',
  'hwangShihDeCani',
  'kimDeMets',
] as const satisfies readonly (keyof typeof efficacyBounds)[];

/** Name of a spending function. */
export const spendingName = () =>
  z
    .enum(spendingNames, {
      error: (issue) => unknownWord('spending function', issue.input, spendingNames),
    })
    .describe('name of the spending function');

/** Which parameter a kind of bounds takes, by the parameter's key. */
const ownerOf = { gamma: 'hwangShihDeCani', rho: 'kimDeMets' } as const;

/** A spending function with its parameters in one flat object. */
export interface FlatSpending {
  readonly spending: (typeof spendingNames)[number];
  readonly gamma?: number | undefined;
  readonly rho?: number | undefined;
}

/** What is wrong with gamma and rho beside the name of bounds, by key. */
export function spendingProblems(
  name: string,
  given: Omit<FlatSpending, 'spending'>,
): { readonly key: 'gamma' | 'rho'; readonly message: string }[] {
  return (['gamma', 'rho'] as const).flatMap((key) => {
    const isNeeded = ownerOf[key] === name;
    if (isNeeded === (given[key] !== undefined)) return [];
    const message = isNeeded ? `missing ${key}: ${name} needs it` : `${key} does nothing beside ${name}`;
    return [{ key, message }];
  });
}

/** The spending function that a valid flat object names. */
export function spendingOf({ spending, gamma, rho }: FlatSpending): SpendingRule {
  const definition = efficacyBounds[spending];
  const parameters = { ...(gamma !== undefined && { gamma }), ...(rho !== undefined && { rho }) };
  return definition.create(definition.parameters.parse(parameters)) as SpendingRule;
}
