import { describe, expect, it } from 'vitest';
import type { Batch } from '../../src/engine/plan.ts';
import { requireResultOf } from '../../src/engine/require-result-of.ts';

const batch: Batch = { kind: 'replicates', truth: 0, from: 8, to: 12 };
const columns = { rows: 4, evaluable: new Uint32Array(8), passes: new Uint8Array(4) };

describe('what was read back for the result of a batch', () => {
  it('is taken where it is of its kind and has its rows', () => {
    const result = { kind: 'replicates', columns };
    expect(requireResultOf(batch, result)).toBe(result);
    expect(requireResultOf({ kind: 'assurance' }, { kind: 'assurance' })).toEqual({ kind: 'assurance' });
  });

  it.each([
    [null, 'invalid result: undefined (must be replicates)'],
    ['replicates', 'invalid result: undefined (must be replicates)'],
    [{ kind: 'worlds' }, 'invalid result: worlds (must be replicates)'],
    [{ kind: 'replicates' }, 'invalid rows: undefined (must be 4)'],
    [{ kind: 'replicates', columns: { ...columns, rows: 4e9 } }, 'invalid rows: 4000000000 (must be 4)'],
    [
      { kind: 'replicates', columns: { ...columns, passes: new Uint8Array(3) } },
      'invalid columns: not of 4 rows',
    ],
  ])('%j is refused', (value, message) => {
    expect(() => requireResultOf(batch, value)).toThrow(new RangeError(message));
  });
});
