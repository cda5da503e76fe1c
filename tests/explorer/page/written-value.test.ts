import { expect, it } from 'vitest';
import { writtenValue } from '../../../src/explorer/page/written-value.ts';

it('writes a number where one is wanted and meant, else the text as it was typed', () => {
  expect(writtenValue({ kind: 'number' }, ' 4.90')).toBe(4.9);
  expect(writtenValue({ kind: 'number' }, '4,9')).toBe('4,9');
  expect(writtenValue({ kind: 'number' }, '')).toBe('');
  expect(writtenValue({ kind: 'number' }, 'Infinity')).toBe('Infinity');
  expect(writtenValue({ kind: 'text' }, '007')).toBe('007');
});
