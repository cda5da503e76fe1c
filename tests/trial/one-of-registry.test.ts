import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { oneOfRegistry, registryShape, statedIn } from '../../src/trial/one-of-registry.ts';

const registry = () => ({
  plain: { parameters: z.strictObject({}), summary: 'nothing to say' },
  sized: { parameters: z.strictObject({ size: z.number() }), summary: 'of a size' },
  third: { parameters: z.strictObject({}), summary: 'another' },
});
const problems = (block: unknown, others: z.ZodRawShape = {}): string[] =>
  oneOfRegistry(registry(), others)
    .safeParse(block)
    .error?.issues.map(({ message }) => message) ?? [];

describe('a block that names one entry of a registry', () => {
  it.each([
    [{ plain: {} }, []],
    [{ sized: { size: 3 } }, []],
    [{}, ['needs one of plain, sized, third']],
    [{ plain: {}, sized: { size: 3 } }, ['needs one of plain, sized: not both']],
    [{ plain: {}, sized: { size: 3 }, third: {} }, ['needs one of plain, sized, third: not all']],
  ])('%j: %j', (block, expected) => {
    expect(problems(block)).toEqual(expected);
  });

  it('may hold other keys, where these are said', () => {
    expect(problems({ plain: {}, extra: true })).toHaveLength(1);
    expect(problems({ plain: {}, extra: true }, { extra: z.boolean() })).toEqual([]);
    expect(problems({ extra: true }, { extra: z.boolean() })).toEqual(['needs one of plain, sized, third']);
  });

  it('has the entry’s name and parameters', () => {
    expect(statedIn(registry(), { plain: undefined, sized: { size: 3 } })).toEqual({
      name: 'sized',
      parameters: { size: 3 },
    });
    expect(Object.keys(registryShape(registry()))).toEqual(['plain', 'sized', 'third']);
    expect((registryShape(registry()).sized as z.ZodType).description).toBe('of a size');
  });
});
