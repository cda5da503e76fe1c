import { beforeAll, describe, expect, it } from 'vitest';
import { readResult } from '../../src/engine/read-result.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { makeResult, TWO_ARMS } from '../report/make-result.ts';

let result: RunResult;
beforeAll(async () => {
  result = await makeResult(TWO_ARMS, { 'simulation.replicates': 20, 'simulation.worlds': 0 });
});

describe('readResult', () => {
  it('reads what a run wrote', () => {
    expect(readResult(JSON.stringify(result), 'result.json')).toEqual(JSON.parse(JSON.stringify(result)));
  });

  it.each<[string, (whole: RunResult) => unknown]>([
    ['null', () => null],
    ['an empty list', () => []],
    ['no truths', (whole) => ({ ...whole, truths: [] })],
    ['a scenario of nothing', (whole) => ({ ...whole, scenario: { ...whole.scenario, resolved: null } })],
    ['an aim of nothing', ({ claims: _, ...whole }) => ({ ...whole, aim: null })],
    ['dose escalation of nothing', ({ claims: _, ...whole }) => ({ ...whole, escalation: null })],
  ])('refuses %s', (_, change) => {
    expect(() => readResult(JSON.stringify(change(result)), 'result.json')).toThrow(/^result\.json/);
  });
});
