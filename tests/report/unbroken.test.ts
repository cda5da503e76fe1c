import { expect, it } from 'vitest';
import { unbroken } from '../../src/report/unbroken.ts';

it('keeps numbers with their units, and fractions with their dose', () => {
  const shown = unbroken('EQD2 of 5 × 6 Gy is 40.0 Gy, 31.1 % of it in 4 steps').replaceAll('\u00a0', '_');
  expect(shown).toBe('EQD2 of 5_×_6_Gy is 40.0_Gy, 31.1_% of it in 4 steps');
});
