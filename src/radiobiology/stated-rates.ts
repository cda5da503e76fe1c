import { z } from 'zod';
import { finite, probability } from '../numeric/quantities.ts';
import { defineModel } from './endpoint-model.ts';

/** Keys of a stated-rates block that are not arms. */
export const statedRatesKeys = ['model', 'correlation', 'withinDays', 'latency', 'onsetMonths'] as const;

/** A model without biology: one probability per arm, for validation and null scenarios; it serves any endpoint. */
export const statedRates = defineModel({
  summary:
    'One stated probability per arm, without biology: for validation, null scenarios and planned rates.',
  reference: 'none: the rates are the model',
  equations: ['P("event") = p_j'],
  symbols: { correlation: 'φ', '*': 'p_j' },
  assumptions: ['the rates of an arm are stated, not derived from its schedule'],
  parameters: z
    .object({
      correlation: finite('phi correlation with the other endpoint, both stated; 0 where left out')
        .min(-1)
        .max(1)
        .optional(),
    })
    .catchall(probability('rate in the arm of this name')),
  examples: [{ control: 0.93, experimental: 0.93 }],
  create: (parameters) => ({
    reads: [],
    latents: [],
    probabilities: (arm, _patients, out, count) => {
      const rate = parameters[arm.name];
      if (rate === undefined) throw new RangeError(`no stated rate for arm ${arm.name}`);
      out.fill(rate, 0, count);
    },
  }),
});
