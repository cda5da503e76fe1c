import { z } from 'zod';
import { interiorProbability, strict } from '../../numeric/quantities.ts';
import { lowerBoundOf } from '../group-sequential/bound-at-probability.ts';
import { spendingName, spendingOf, spendingProblems } from '../group-sequential/spending-fields.ts';
import { defineFutilityBound } from './definition.ts';

export const betaSpending = defineFutilityBound({
  label: 'beta spending',
  summary: 'Each look may miss so much of the planned effect: the type II error, spent as a level is.',
  reference: 'Pampallona, Tsiatis & Kim 2001, Drug Inf J 35:1113',
  equations: ['∑_(j ≤ k) P("given up at look" j | H_1) = β(τ_k)', 'β(1) = 1 − π'],
  symbols: { spending: 'β(τ)', gamma: 'γ', rho: 'ρ', power: 'π' },
  parameters: strict({
    spending: spendingName(),
    gamma: z.number().min(-40).max(40).optional().describe('gamma of hwangShihDeCani'),
    rho: z.number().positive().max(40).optional().describe('rho of kimDeMets'),
    power: interiorProbability('power of the trial with its looks').default(0.8),
  }).check(({ value, issues }) => {
    for (const { key, message } of spendingProblems(value.spending, value))
      issues.push({ code: 'custom', input: value, message, path: [key] });
  }),
  examples: [{ spending: 'lanDeMetsObrienFleming' }, { spending: 'hwangShihDeCani', gamma: -2, power: 0.9 }],
  problems: () => [],
  create: ({ power, ...spending }) => {
    const { spent } = spendingOf(spending);
    return {
      needsDrift: true,
      needsFinalEfficacy: false,
      power,
      interim: ({ fraction, law, spent: before }) => lowerBoundOf(law, spent(fraction, 1 - power) - before),
    };
  },
});
