import { describe, expect, it } from 'vitest';
import { createBlockColumns } from '../../src/numeric/columns/block-columns.ts';
import { BLOCK } from '../../src/numeric/columns/column-kernels.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { fillUniforms, purpose } from '../../src/random/stream.ts';
import { createStreamGroup, wholeSpan } from '../../src/random/stream-group.ts';

const key = seedKey('groups');
const names = ['0/alphaPerGy', '0/alphaBetaGy', '1/outcome/localControl', '0/a', '0/b', '0/c', '0/d'];
const purposes = names.map(purpose);
const at = { world: 4_294_967_295, replicate: 12 };
const plain = (i: number, count: number): number[] => {
  const out = new Float64Array(count);
  fillUniforms(key, { ...at, purpose: purposes[i] }, out, count);
  return [...out];
};

describe('a group of streams', () => {
  it('draws what each stream draws by itself, in and outside the kernels’ memory', () => {
    for (const allocate of [createBlockColumns(), () => new Float64Array(BLOCK)]) {
      const columns = names.map(allocate);
      createStreamGroup(purposes, columns).draw(key, at, wholeSpan(500));
      columns.forEach((column, i) => {
        expect([...column.subarray(0, 500)]).toEqual(plain(i, 500));
      });
    }
  });

  it('goes on from span to span, whoever draws in between', () => {
    const columns = names.map(() => new Float64Array(600));
    const group = createStreamGroup(purposes, columns);
    const other = createStreamGroup([purpose('other')], [new Float64Array(10)]);
    const drawn: number[][] = names.map(() => []);
    for (let from = 0; from < 1500; from += 600) {
      const size = Math.min(600, 1500 - from);
      group.draw(key, at, { from, size, total: 1500 });
      other.draw(key, { world: 0, replicate: 0 }, wholeSpan(10));
      columns.forEach((column, i) => {
        drawn[i].push(...column.subarray(0, size));
      });
    }
    drawn.forEach((all, i) => {
      expect(all).toEqual(plain(i, 1500));
    });
  });

  it('draws longer columns than a block holds', () => {
    const columns = [new Float64Array(5000)];
    createStreamGroup([purposes[0]], columns).draw(key, at, wholeSpan(5000));
    expect([...columns[0]]).toEqual(plain(0, 5000));
  });
});
