import { z } from 'zod';
import { scenarioSchema } from './scenario-schema.ts';

/** The JSON Schema (draft 2020-12) of a scenario file, for editors. */
export function scenarioJsonSchema(): unknown {
  return {
    ...z.toJSONSchema(scenarioSchema, { io: 'input', unrepresentable: 'any', reused: 'ref' }),
    title: 'isoeffect scenario',
  };
}
