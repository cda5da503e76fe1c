import { expect, it } from 'vitest';
import { z } from 'zod';
import { describePath } from '../../src/scenario/describe-path.ts';

const schema = z.object({
  plain: z.number().describe('a number').default(1),
  either: z.union([
    z.string().describe('a text'),
    z.object({ inner: z.number().describe('inside') }).describe('a block'),
  ]),
  named: z.union([z.number(), z.string()]).describe('either way'),
  byName: z.record(z.string(), z.number().describe('of each name')).optional(),
  list: z.array(z.object({ item: z.number().describe('of each item') })),
  pair: z.tuple([z.number().describe('first'), z.number().describe('second')]).describe('a pair'),
  more: z
    .object({})
    .catchall(z.number().describe('any other'))
    .refine(() => true),
  silent: z.number(),
});
const value = {
  plain: 2,
  either: { inner: 3 },
  named: 4,
  byName: { a: 5 },
  list: [{ item: 6 }],
  pair: [7, 8],
  more: { x: 9 },
  silent: 10,
};

it.each([
  ['plain', 'a number'],
  ['either', 'a block'],
  ['either.inner', 'inside'],
  ['named', 'either way'],
  ['byName.a', 'of each name'],
  ['list.0.item', 'of each item'],
  ['pair.1', 'second'],
  ['more.x', 'any other'],
  ['silent', undefined],
  ['plain.beyond', 'a number'],
])('%s is described as %s', (path, said) => {
  expect(describePath(schema, value, path.split('.'))).toBe(said);
});
