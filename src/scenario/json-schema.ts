import { z } from 'zod';
import { scenarioSchema } from './scenario-schema.ts';

/**
 * The JSON Schema (draft 2020-12) of a scenario file, for editors.
 *
 * @example
 * ```ts
 * import { scenarioJsonSchema } from 'isoeffect';
 *
 * console.log(scenarioJsonSchema().title); // isoeffect scenario
 * ```
 */
export function scenarioJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    ...z.toJSONSchema(scenarioSchema, { io: 'input', unrepresentable: 'any', reused: 'ref' }),
    title: 'isoeffect scenario',
  };
}
