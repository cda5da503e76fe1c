import type { Equations } from '../numeric/equations.ts';
import type { Accrual } from './accrual.ts';
import type { DesignSpec } from './design-schema.ts';

const sizeSymbols: Equations['symbols'] = {
  perArm: 'n',
  total: 'N',
  'allocation.*': 'w_j',
  unevaluable: 'u',
  centres: 'c',
};

/** Sizes of the arms, and who of them can be evaluated. */
export const sizeEquations = ({ perArm }: Pick<DesignSpec, 'perArm'>): Equations => ({
  equations: [
    perArm === undefined ? 'n_j = N·w_j/(∑_i w_i)' : 'n_j = n',
    'n_"evaluable" ~ Binomial(n_j, 1 − u)',
  ],
  symbols: sizeSymbols,
});

/** When patients come: Λ are those expected by a time. */
const arrivals: Readonly<Record<Accrual['pattern'], string>> = {
  poisson: 'Λ(t_(i + 1)) − Λ(t_i) ~ Exponential(1)',
  even: 'Λ(t_i) = i',
  uniform: 'Λ(t_i)/N ~ Uniform(0, 1), "in order"',
};

function paceEquations({ rampMonths, centresOpenPerMonth }: Accrual): string[] {
  if (rampMonths !== undefined) return ['Λ(t) = λ·t^2/(2·r), "up to" r', 'Λ(t) = λ·(t − r/2), "beyond"'];
  return [
    centresOpenPerMonth === undefined
      ? 'Λ(t) = λ·t'
      : 'Λ(t) = (λ/c)·∑_(j < c) max(0, t − j/c_o), "centres" j "from" 0',
  ];
}

/** How patients come. */
export const accrualEquations = (accrual: Accrual): Equations => ({
  equations: [arrivals[accrual.pattern], ...paceEquations(accrual)],
  symbols: {
    perMonth: 'λ',
    rampMonths: 'r',
    centresOpenPerMonth: 'c_o',
    surgeryAfterDays: 't_0',
  },
});

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

/** The looks at which some of several arms leave a trial. */
export const armLookEquations: Equations = {
  equations: ['"shown if" Z_k ≥ u_k; "dropped if" Z_k < l_k', 'n_k = τ_k n'],
  symbols: { '*.informationFraction': 'τ_k', '*.futilityScore': 'l_k', '*.efficacyScore': 'u_k' },
};

/** Observed rates that would change practice. */
export const adoptionEquations: Equations = {
  equations: ['p̂_E ≥ r "(of a good event)"; p̂_E ≤ r "(of a bad one)"'],
  symbols: { '*.atLeast': 'r', '*.atMost': 'r', '*.acceptedBy': 's' },
};

/** The patients' probabilities for the type I error: moved to where the claim is just not true. */
export const marginEquations: readonly string[] = ['logit P′ = logit P + c', 'E[P′] = "the rate of" H_0'];
