import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { explain, UsageError } from '../../src/cli/explain.ts';
import { Interrupted } from '../../src/cli/interrupted.ts';
import { ScenarioError } from '../../src/scenario/scenario-error.ts';

let said: string[];
beforeEach(() => {
  said = [];
  vi.spyOn(console, 'error').mockImplementation((text) => void said.push(text));
});
afterEach(() => void vi.restoreAllMocks());

it('exit codes: 2 for what was asked, 130 for an interrupt, 1 for all else', () => {
  expect(explain(new UsageError('x'))).toBe(2);
  expect(explain(new ScenarioError([{ where: 'a:1:1', message: 'x' }]))).toBe(2);
  expect(explain(new Interrupted('x'))).toBe(130);
  expect(explain(new Error('x'))).toBe(1);
  expect(explain('x')).toBe(1);
});

it('a message does nothing to a terminal, and each line of it has an end', () => {
  explain(new Error(`one\u001b[2J\n\ntwo ${'x'.repeat(10_000)}`));
  const [first, empty, last] = said[0].split('\n');
  expect(first).toBe('one\ufffd[2J');
  expect(empty).toBe('');
  expect(last.length).toBeLessThanOrEqual(2001);
});
