import fc from 'fast-check';
import { hostileWords } from './hostile-words.ts';

type Branch = Record<string, unknown>;

const isBranch = (node: unknown): node is Branch => typeof node === 'object' && node !== null;

/** Values that no reader hopes for. */
const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    '',
    0,
    -0,
    -1,
    0.5,
    1,
    2,
    200,
    1e6,
    1e9,
    2 ** 32,
    2 ** 53,
    1e308,
    5e-324,
    Number.NaN,
    Infinity,
    -Infinity,
    [],
    {},
    [[]],
    [1, 2, 3],
    'x'.repeat(5000),
    '25 x 2 Gy',
    { logNormal: { median: 1, sigma: 0.5 } },
    { logNormal: { median: 1e-300, sigma: 1e3 }, within: [0, 1] },
    { uniform: { from: 0, to: 1 } },
    { empirical: { values: [1] } },
  ),
  fc.constantFrom<unknown>(...hostileWords),
  fc.double(),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: -5, max: 2000 }),
  fc.string({ maxLength: 10, unit: 'binary' }),
);

const hostileKey = fc.oneof(
  fc.constantFrom(...hostileWords),
  fc.constantFrom('0', '1', 'x'.repeat(3000)),
  fc.string({ maxLength: 6, unit: 'binary' }),
);

/** Every block and list of a tree with the names under which it holds something. */
function placesIn(root: unknown): [Branch, string][] {
  if (!isBranch(root)) return [];
  return Object.keys(root).flatMap((key): [Branch, string][] => [[root, key], ...placesIn(root[key])]);
}

/** Sets without running what setters there are. */
const put = (node: Branch, key: string, value: unknown): void => {
  // A list has it already, and takes no other
  if (Array.isArray(node) && key === 'length') return;
  Object.defineProperty(node, key, { value, enumerable: true, configurable: true, writable: true });
};

/** One change of a tree; places are shares of all there are. */
type Graft = (places: [Branch, string][]) => void;

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const pick = (places: [Branch, string][], where: number) => places[Math.floor(where * places.length)];

const grafts: fc.Arbitrary<Graft> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(share, hostileValue).map(
      ([where, value]): Graft =>
        (places) => {
          const [node, key] = pick(places, where);
          put(node, key, structuredClone(value));
        },
    ),
  },
  {
    weight: 2,
    arbitrary: share.map(
      (where): Graft =>
        (places) => {
          const [node, key] = pick(places, where);
          delete node[key];
        },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(share, hostileKey, hostileValue).map(
      ([where, key, value]): Graft =>
        (places) => {
          put(pick(places, where)[0], key, structuredClone(value));
        },
    ),
  },
  // Something of the tree itself at another place: of the right shape, but not there
  {
    weight: 4,
    arbitrary: fc.tuple(share, share).map(
      ([from, to]): Graft =>
        (places) => {
          const [source, name] = pick(places, from);
          const [node, key] = pick(places, to);
          put(node, key, structuredClone(source[name]));
        },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(share, hostileKey).map(
      ([where, name]): Graft =>
        (places) => {
          const [node, key] = pick(places, where);
          put(node, name, structuredClone(node[key]));
          delete node[key];
        },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(share, fc.constantFrom(-1, 0, 0.1, 0.5, 2, 10, 1000, 1e12)).map(
      ([where, factor]): Graft =>
        (places) => {
          const numbers = places.filter(([node, key]) => typeof node[key] === 'number');
          if (numbers.length === 0) return;
          const [node, key] = pick(numbers, where);
          node[key] = (node[key] as number) * factor;
        },
    ),
  },
);

/** Plain data of a corpus with a few changes of their blocks, lists and values. */
export function mutatedTree(corpus: readonly object[]): fc.Arbitrary<object> {
  return fc
    .tuple(fc.constantFrom(...corpus), fc.array(grafts, { minLength: 1, maxLength: 4 }))
    .map(([tree, changes]) => {
      const copy = structuredClone(tree);
      for (const graft of changes) {
        const places = placesIn(copy);
        if (places.length > 0) graft(places);
      }
      return copy;
    });
}
