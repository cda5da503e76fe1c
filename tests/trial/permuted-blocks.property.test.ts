import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateByBlocks } from '../../src/trial/permuted-blocks.ts';
import { check } from '../fixtures/check-property.ts';

const uniform = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
const ratio = fc.constantFrom([1, 1] as const, [2, 1] as const, [1, 3] as const);
const cases = fc
  .tuple(ratio, fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }), fc.nat(120))
  .chain(([perBlock, repeats, count]) =>
    fc.record({
      perBlock: fc.constant(perBlock),
      sizes: fc.constant(repeats.map((n) => n * (perBlock[0] + perBlock[1]))),
      uniforms: fc.array(uniform, { minLength: count, maxLength: count }),
      sizeUniforms: fc.array(uniform, { minLength: count, maxLength: count }),
    }),
  );

describe('permuted blocks', () => {
  it('are never out of balance by more than a block holds of an arm: of 1:1 half a block', () => {
    check(
      fc.property(cases, ({ perBlock, sizes, uniforms, sizeUniforms }) => {
        const count = uniforms.length;
        const arms = new Uint8Array(count);
        allocateByBlocks(
          { sizes, perBlock },
          Float64Array.from(sizeUniforms),
          Float64Array.from(uniforms),
          arms,
          count,
        );
        const [c, e] = perBlock;
        const most = Math.max(...sizes);
        let [balance, worst] = [0, 0];
        for (const arm of arms) {
          // Control patients count c⁻¹ up, experimental ones e⁻¹ down: 0 after every whole block
          balance += arm === 0 ? 1 / c : -1 / e;
          worst = Math.max(worst, Math.abs(balance));
        }
        expect(worst).toBeLessThanOrEqual(most / (c + e) + 1e-9);
      }),
    );
  });

  it('are whole after each block of one size', () => {
    check(
      fc.property(fc.array(uniform, { minLength: 24, maxLength: 24 }), (uniforms) => {
        const arms = new Uint8Array(24);
        const none = new Float64Array(24);
        allocateByBlocks({ sizes: [6], perBlock: [2, 1] }, none, Float64Array.from(uniforms), arms, 24);
        for (let block = 0; block < 4; block++) {
          const own = arms.slice(6 * block, 6 * block + 6);
          expect(own.reduce((a, b) => a + b, 0)).toBe(2);
        }
      }),
    );
  });
});

describe('the order within a block', () => {
  it('is each of the six of AABB for the uniforms that lead there', () => {
    const seen = new Map<string, number>();
    const STEPS = 12;
    // Midpoints of a grid that 4, 3 and 2 places divide: every order as often as it is likely
    const grid = Array.from({ length: STEPS }, (_, i) => (i + 0.5) / STEPS);
    for (const a of grid)
      for (const b of grid)
        for (const c of grid) {
          const arms = new Uint8Array(4);
          const uniforms = Float64Array.of(a, b, c, 0.5);
          allocateByBlocks({ sizes: [4], perBlock: [1, 1] }, new Float64Array(4), uniforms, arms, 4);
          const order = arms.join('');
          seen.set(order, (seen.get(order) ?? 0) + 1);
        }
    expect([...seen.values()]).toEqual(Array.from({ length: 6 }, () => STEPS ** 3 / 6));
  });
});
