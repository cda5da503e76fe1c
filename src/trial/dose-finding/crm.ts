import { reassessmentMethod, reassessmentProblems } from '../ladder/reassessment-method.ts';
import { reassessmentParameters } from '../ladder/reassessment-shape.ts';
import { reassessmentSymbols } from '../ladder/reassessment-symbols.ts';
import { requireComplete } from '../ladder/require-complete.ts';
import { defineDoseFinding } from './definition.ts';

export const crm = defineDoseFinding({
  label: 'continual reassessment method (CRM)',
  summary:
    'A power model of all levels, updated by all outcomes: the next group is treated where its rate is nearest to the target.',
  reference:
    'O’Quigley, Pepe & Fisher 1990, Biometrics 46:33; Lee & Cheung 2009, Clin Trials 6:227 (skeleton)',
  equations: ['p_i = s_i^(exp(β))', 'β ~ Normal(0, σ^2)', 'p̂_i = s_i^(exp(E[β | y]))'],
  symbols: reassessmentSymbols,
  parameters: reassessmentParameters,
  examples: [{ target: 0.25, skeleton: [0.12, 0.25, 0.4] }],
  waits: true,
  problems: reassessmentProblems,
  create: (spec, levels) => requireComplete(reassessmentMethod(spec, levels)),
});
