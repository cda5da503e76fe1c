import { reassessmentMethod, reassessmentProblems } from '../ladder/reassessment-method.ts';
import { reassessmentParameters } from '../ladder/reassessment-shape.ts';
import { reassessmentSymbols } from '../ladder/reassessment-symbols.ts';
import { defineDoseFinding } from './definition.ts';

export const titeCrm = defineDoseFinding({
  label: 'time-to-event continual reassessment method (TITE-CRM)',
  summary:
    'The continual reassessment method that need not wait: a patient without toxicity counts by the share of the window that is over.',
  reference: 'Cheung & Chappell 2000, Biometrics 56:1177',
  equations: [
    'p_i = s_i^(exp(β))',
    'β ~ Normal(0, σ^2)',
    'L(β) = ∏_j (w_j p_(i(j)))^(y_j) (1 − w_j p_(i(j)))^(1 − y_j)',
    'w_j = min(1, t_j/T)',
  ],
  symbols: reassessmentSymbols,
  parameters: reassessmentParameters,
  examples: [{ target: 0.25, skeleton: [0.12, 0.25, 0.4], groupSize: 1 }],
  waits: false,
  problems: reassessmentProblems,
  create: reassessmentMethod,
});
