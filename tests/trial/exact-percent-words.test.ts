import { expect, it } from 'vitest';
import { exactPercentWords } from '../../src/trial/exact-percent-words.ts';

it.each([
  [0.049987, undefined, '5.00 %'],
  [0.049987, 0.05, '4.999 %'],
  [0.05001, 0.05, '5.001 %'],
  [0.049_999_6, 0.05, '4.99996 %'],
  [0.048, 0.05, '4.80 %'],
  // 1 − 0.95 is not quite 0.05
  [0.05, 1 - 0.95, '5.00 %'],
  [0.800_02, 0.8, '80.002 %'],
])('%d beside %d is %s', (probability, nominal, words) => {
  expect(exactPercentWords(probability, nominal)).toBe(words);
});
