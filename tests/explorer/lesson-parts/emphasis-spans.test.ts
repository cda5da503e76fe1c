import { expect, it } from 'vitest';
import { emphasisSpans } from '../../../src/explorer/lesson-parts/emphasis-spans.ts';

it('emphasisSpans cuts prose at its asterisks', () => {
  expect(emphasisSpans('*5 × 6 Gy* is *not* 30 Gy.')).toEqual([
    { text: '5 × 6 Gy', isEmphasised: true },
    { text: ' is ', isEmphasised: false },
    { text: 'not', isEmphasised: true },
    { text: ' 30 Gy.', isEmphasised: false },
  ]);
  expect(emphasisSpans('')).toEqual([]);
});
