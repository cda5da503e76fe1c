import type { z } from 'zod';
import { strict } from '../numeric/quantities.ts';

/** A registry whose entries scenarios name. */
export type NamedEntries = Readonly<
  Record<string, { readonly parameters: z.ZodType; readonly summary: string }>
>;

/** A key for each entry, that takes its parameters. */
export const registryShape = (registry: NamedEntries): z.ZodRawShape =>
  Object.fromEntries(
    Object.entries(registry).map(([name, { parameters, summary }]) => [
      name,
      parameters.optional().describe(summary),
    ]),
  );

/** A block that holds one entry of a registry under its name, and may hold other keys. */
export const oneOfRegistry = (registry: NamedEntries, others: z.ZodRawShape = {}) =>
  strict({ ...registryShape(registry), ...others }).check(({ value, issues }) => {
    const names = Object.keys(registry);
    const given = names.filter((name) => value[name] !== undefined);
    const message =
      given.length > 1
        ? `needs one of ${given.join(', ')}: not ${given.length === 2 ? 'both' : 'all'}`
        : `needs one of ${names.join(', ')}`;
    if (given.length !== 1) issues.push({ code: 'custom', input: value, message });
  });

/** The name and parameters of the one entry that a block holds. */
export function statedIn<Name extends string>(
  registry: Readonly<Record<Name, unknown>>,
  block: object,
): { readonly name: Name; readonly parameters: unknown } {
  const given = block as Readonly<Record<string, unknown>>;
  const name = (Object.keys(registry) as Name[]).find((key) => given[key] !== undefined)!;
  return { name, parameters: given[name] };
}
