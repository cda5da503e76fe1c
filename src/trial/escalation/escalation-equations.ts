import type { Equations } from '../../numeric/equations.ts';

/** What dose escalation counts and judges by. */
export const escalationEquations: Equations = {
  equations: [
    '"toxic if an event comes by" w',
    'R_i = P("an event by" t_h | i)',
    '"right level" = max{i : R_1, …, R_i ≤ R_0}',
  ],
  symbols: { windowMonths: 'w', 'windowMonths.*': 'w', horizonMonths: 't_h', acceptableRate: 'R_0' },
};

/** Who is followed: everybody. */
export const ladderEquations: Equations = {
  equations: ['n_"evaluable" = n'],
  symbols: { unevaluable: 'u' },
};

/** When a grave event ends dose escalation. */
export const safetyEquations: Equations = {
  equations: [
    '"ends if" P(p > p_1 | y, n) > γ',
    'p | y, n ~ Beta(a + y, b + n − y)',
    'n = y + ∑_("others") min(1, t_j/t_h)',
  ],
  symbols: { above: 'p_1', cutOff: 'γ', 'prior.a': 'a', 'prior.b': 'b' },
};

/** Patients of an expansion. */
export const expansionEquations: Equations = {
  equations: ['"shown among" n "more at the level recommended"'],
  symbols: { patients: 'n' },
};

/** When an event that happens comes. */
export const onsetEquations: Equations = {
  equations: ['P("event by" t) = P("event") F(t), X ~ F'],
  symbols: {},
};
