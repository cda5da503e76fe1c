import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHeader, headerDifference, parseHeader } from '../../src/node/batch-header.ts';
import { readShipped } from '../fixtures/scenario-text.ts';

const headerWith = async (...sets: string[]) => {
  const { scenario, warnings } = readShipped('quick-start', ...sets);
  return createHeader(scenario, warnings);
};
const header = await headerWith();

describe('parseHeader', () => {
  it('gives back what JSON held', () => {
    const shard = { ...header, shard: { index: 2, count: 3 } };
    expect(parseHeader(JSON.stringify(shard))).toEqual(JSON.parse(JSON.stringify(shard)));
  });

  it('refuses all else with an Error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => parseHeader(text)).toThrow(Error);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [{ isoeffect: 1 }],
    [{ seed: undefined }],
    [{ scenario: null }],
    [{ scenario: 'text' }],
    [{ warnings: {} }],
    [{ shard: null }],
    [{ shard: { index: 0, count: 3 } }],
    [{ shard: { index: 1.5, count: 3 } }],
    [{ shard: { index: 4, count: 3 } }],
    [{ shard: { index: 4, count: 1_000_001 } }],
  ])('refuses a header with %j', (change) => {
    expect(() => parseHeader(JSON.stringify({ ...header, ...change }))).toThrow('no header');
  });
});

describe('headerDifference', () => {
  it('finds none between the same, nor where only numbers differ that may', async () => {
    expect(await headerDifference(header, await headerWith(), false)).toBe(undefined);
    const more = await headerWith('simulation.replicates=9999', 'simulation.worlds=7');
    expect(await headerDifference(header, more, true)).toBe(undefined);
    expect(await headerDifference(header, more, false)).toBe(
      'is of another scenario (simulation.replicates is 4000, not 9999; simulation.worlds is 500, not 7)',
    );
  });

  it('says version and seed before all else', async () => {
    const other = await headerWith('seed=x', 'design.perArm=90');
    expect(await headerDifference(other, header, true)).toBe('has the seed "x", not "quick-start"');
    expect(await headerDifference({ ...other, isoeffect: '0.0.1' }, header, true)).toBe(
      `was written by isoeffect 0.0.1, and this is ${header.isoeffect}`,
    );
  });

  it('says what is there on one side only, three values at most, each cut where it is long', async () => {
    const other = await headerWith(`title=${'t'.repeat(60)}`, 'design.unevaluable=0.1', 'truths={}');
    expect(await headerDifference(other, header, true)).toMatch(
      /^is of another scenario \(title is "t{39}…, not "Quick start.*…; truths\.lowAlphaBeta is nothing, not .*; and 1 more\)$/,
    );
  });

  it('says where only the order differs, as that of arms counts', async () => {
    const { control, experimental } = header.scenario.arms;
    const scenario = { ...header.scenario, arms: { experimental, control } };
    const other = await createHeader(scenario, []);
    expect(await headerDifference(other, header, true)).toBe('has the same values in another order');
  });
});
