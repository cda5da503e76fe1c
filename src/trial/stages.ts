import type { Rule } from './rules/definition.ts';

/** One look of one rule. */
export interface Stage {
  /** Position of the rule in the design. */
  readonly rule: number;
  /** Position of the look in the rule. */
  readonly look: number;
  /** Evaluable patients with a known outcome at the look. */
  readonly patients: number;
}

/** The looks of all rules by number of patients; at the same number the rule that is stated first looks first. */
export function stagesOf(rules: readonly Rule[]): Stage[] {
  return rules
    .flatMap(({ looks }, rule) => looks.map((patients, look): Stage => ({ rule, look, patients })))
    .sort((a, b) => a.patients - b.patients || a.rule - b.rule);
}
