import { describe, expect, it } from 'vitest';
import { fuzzInputs } from './fuzz-inputs.ts';
import { targets } from './targets/index.ts';

/** Some take ten times as long as others. */
const inputsOf = (quick: number): number => (quick >= 300 ? 20_000 : 2000);
const SEED = Date.now() % 1_000_000_000;

describe(`hostile input at length, seed ${SEED}`, () => {
  it.each(Object.entries(targets))('%s', async (_, target) => {
    expect(await fuzzInputs(target, inputsOf(target.quick), SEED)).toEqual([]);
  });
});
