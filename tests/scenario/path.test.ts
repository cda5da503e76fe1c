import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leafPaths, setAt, splitPath, valueAt, withValues } from '../../src/scenario/path.ts';

const tree = { a: { b: [{ c: 1 }, { c: 2 }], 'x.y': { z: 3 } }, d: null };

describe('paths', () => {
  it('name keys and positions', () => {
    expect(valueAt(tree, 'a.b.1.c')).toBe(2);
    expect(valueAt(tree, 'a.b.2.c')).toBeUndefined();
    expect(valueAt(tree, 'd.e')).toBeUndefined();
    for (const none of ['', 'a..b', 'a.', '__proto__', '../etc']) expect(valueAt(tree, none)).toBeUndefined();
  });

  it('follow the longest key that fits, so that keys may hold dots', () => {
    expect(splitPath(tree, 'a.x.y.z')).toEqual(['a', 'x.y', 'z']);
    expect(valueAt(tree, 'a.x.y.z')).toBe(3);
  });

  it('make missing blocks', () => {
    const root: Record<string, unknown> = {};
    setAt(root, 'p.q.r', 1);
    expect(root).toEqual({ p: { q: { r: 1 } } });
  });

  it('leave the original alone', () => {
    const frozen = Object.freeze({ a: Object.freeze({ b: 1 }) });
    expect(withValues(frozen, [['a.b', 2]])).toEqual({ a: { b: 2 } });
    expect(frozen.a.b).toBe(1);
  });

  it.each(['', '__proto__.x', 'constructor.prototype.x', 'a..b', 'a.'])('refuse %j', (path) => {
    expect(() => setAt({ a: {} }, path, 1)).toThrow(RangeError);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it('reach every leaf', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.stringMatching(/^[a-z]{1,4}$/),
          fc.oneof(
            fc.integer(),
            fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.integer(), { minKeys: 1 }),
          ),
          { minKeys: 1 },
        ),
        (root) => {
          for (const path of leafPaths(root)) expect(typeof valueAt(root, path)).toBe('number');
        },
      ),
    );
  });
});
