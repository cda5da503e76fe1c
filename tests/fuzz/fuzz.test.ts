import { describe, expect, it } from 'vitest';
import { fuzzInputs } from './fuzz-inputs.ts';
import { targets } from './targets/index.ts';

const SEED = 6;

describe(`hostile input, seed ${SEED}`, () => {
  it.each(Object.entries(targets))('%s', async (_, target) => {
    expect(await fuzzInputs(target, target.quick, SEED)).toEqual([]);
  });
});
