import { expect, it } from 'vitest';
import { plainEquation } from '../../../src/report/equations/plain-equation.ts';

it.each([
  ['LC_∞ = 1/(1 + (D_50/EQD2)^(4·γ_50))', 'LC_∞ = 1/(1 + (D₅₀/EQD2)^(4·γ₅₀))'],
  ['x_i^2', 'xᵢ²'],
  ['σ^2', 'σ²'],
  ['2^(−x)', '2^(−x)'],
  ['n_"evaluable"', 'n_evaluable'],
  ['h_(MD)', 'h_(MD)'],
  ['t_(i+1)', 'tᵢ₊₁'],
  ['p̂_E', 'p̂_E'],
])('%s reads %s', (equation, plain) => {
  expect(plainEquation(equation)).toBe(plain);
});
