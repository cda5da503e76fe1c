import type { Equations } from '../numeric/equations.ts';
import type { Accrual } from './accrual.ts';

/** Sizes of the arms, and who of them can be evaluated. */
export const sizeEquations: Equations = {
  equations: ['n_j = N·w_j/(∑_i w_i)', 'n_"evaluable" ~ Binomial(n_j, 1 − u)'],
  symbols: { perArm: 'n', total: 'N', 'allocation.*': 'w_j', unevaluable: 'u', centres: 'c' },
};

/** How patients come. */
export const accrualEquations: Readonly<Record<Accrual['pattern'], Equations['equations']>> = {
  poisson: ['t_(i + 1) − t_i ~ Exponential(1/λ)'],
  even: ['t_(i + 1) − t_i = 1/λ'],
  uniform: ['t_i ~ Uniform(0, N/λ)'],
};

/** Symbols of accrual. */
export const accrualSymbols: Equations['symbols'] = {
  perMonth: 'λ',
  rampMonths: 'r',
  centresOpenPerMonth: 'c_o',
  surgeryAfterDays: 't_0',
};

/** How patients are randomised. */
export const randomisationEquations: Equations = {
  equations: ['"of each block" b: b·n_j/N "in arm" j'],
  symbols: { blocks: 'b' },
};

/** How patients are lost to follow-up. */
export const lossEquations: Equations = {
  equations: ['h = −ln(1 − p_l)/t_l'],
  symbols: { probability: 'p_l', byYears: 't_l' },
};

/** Looks of two arms; their bounds are those of the rules that they name. */
export const lookEquations: Equations = {
  equations: ['"shown if" Z_k ≥ z_k; "given up if" Z_k < l_k'],
  symbols: { informationFractions: 'τ_k', plannedEvents: 'd_K', plannedPower: 'π' },
};

/** Observed rates that would change practice. */
export const adoptionEquations: Equations = {
  equations: ['p̂_E ≥ r "(of a good event)"; p̂_E ≤ r "(of a bad one)"'],
  symbols: { '*.atLeast': 'r', '*.atMost': 'r', '*.acceptedBy': 's' },
};

/** The patients' probabilities for the type I error: moved to where the claim is just not true. */
export const marginEquations: readonly string[] = ['logit P′ = logit P + c', 'E[P′] = "the rate of" H_0'];
