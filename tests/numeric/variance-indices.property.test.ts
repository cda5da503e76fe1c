import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type PickFreezeOutputs,
  type VarianceIndices,
  varianceIndices,
} from '../../src/numeric/variance-indices.ts';
import { createScrambledSobol } from '../../src/random/scrambled-sobol.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { fillUniforms, purpose } from '../../src/random/stream.ts';

/** Outputs of a function of `inputs` uniforms at so many rows. */
function outputsOf(
  of: (u: readonly number[]) => number,
  inputs: number,
  rows: number,
  seed: string,
): PickFreezeOutputs {
  const at = createScrambledSobol(seedKey(seed), 'test');
  const sample = (from: number) =>
    Array.from({ length: rows }, (_, j) => Array.from({ length: inputs }, (__, i) => at(j, from + i)));
  const [a, b] = [sample(0), sample(inputs)];
  return {
    a: a.map(of),
    b: b.map(of),
    mixed: a[0].map((_, i) => a.map((row, j) => of(row.with(i, b[j][i])))),
  };
}

const indicesOf = (outputs: PickFreezeOutputs): VarianceIndices => varianceIndices(outputs)!.indices;

describe('variance indices', () => {
  it('of an additive function are the shares of its terms, and sum to 1', () => {
    const size = fc.double({ min: 0.2, max: 5, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(size, size), ([s, t]) => {
        const found = indicesOf(outputsOf(([u, v]) => s * u + t * v, 3, 256, `${s}`));
        const share = (s * s) / (s * s + t * t);
        // At 256 rows the error is below 0.01 in the root mean square over seeds
        for (const of of [found.firstOrder, found.total]) {
          expect(Math.abs(of[0] - share)).toBeLessThan(0.05);
          expect(Math.abs(of[1] - (1 - share))).toBeLessThan(0.05);
          expect(Math.abs(of[2])).toBe(0);
        }
        expect(Math.abs(found.variance / ((s * s + t * t) / 12) - 1)).toBeLessThan(0.05);
      }),
      { seed: 6, numRuns: 50 },
    );
  });

  it('do not hang on the unit or the origin of the output', () => {
    const of = ([u, v, w]: readonly number[]): number => u * v + Math.sin(6 * w) * u;
    const plain = indicesOf(outputsOf(of, 3, 128, 'unit'));
    for (const [scale, shift] of [
      [0.01, 3],
      [100, -10],
      [-1, 0],
    ]) {
      const moved = indicesOf(outputsOf((u) => shift + scale * of(u), 3, 128, 'unit'));
      plain.firstOrder.forEach((value, i) => {
        expect(moved.firstOrder[i]).toBeCloseTo(value, 8);
        expect(moved.total[i]).toBeCloseTo(plain.total[i], 8);
      });
    }
  });

  it('do not hang on the order of the inputs', () => {
    const outputs = outputsOf(([u, v, w]) => u + v * w, 3, 64, 'order');
    const turned = indicesOf({ ...outputs, mixed: outputs.mixed.toReversed() });
    const { firstOrder, total } = indicesOf(outputs);
    expect(turned.firstOrder).toEqual(firstOrder.toReversed());
    expect(turned.total).toEqual(total.toReversed());
  });

  it('of rows that all count alike are those of the rows', () => {
    const prepared = varianceIndices(outputsOf(([u, v]) => u + u * v, 2, 64, 'counts'))!;
    const twice = prepared.of(new Float64Array(64).fill(2))!;
    expect(twice.variance).toBeCloseTo(prepared.indices.variance, 12);
    for (const key of ['firstOrder', 'total'] as const)
      for (const [i, value] of twice[key].entries()) expect(value).toBeCloseTo(prepared.indices[key][i], 12);
  });

  it('of rows that count differently are those of the rows repeated, but for the mixture of forms', () => {
    // One input alone is all that varies: both forms of both indices are 1 in any sample
    const outputs = outputsOf(([u]) => Math.exp(u), 1, 32, 'repeat');
    const counts = Array.from({ length: 32 }, (_, j) => j % 3);
    const rows = counts.flatMap((n, j) => Array<number>(n).fill(j));
    const found = varianceIndices(outputs)!.of(counts)!;
    const mean = rows.reduce((sum, j) => sum + outputs.a[j] + outputs.b[j], 0) / (2 * rows.length);
    expect(found.mean).toBeCloseTo(mean, 12);
    const squares = rows.reduce((sum, j) => sum + (outputs.a[j] - mean) ** 2 + (outputs.b[j] - mean) ** 2, 0);
    expect(found.variance).toBeCloseTo(squares / (2 * rows.length), 12);
    expect(found.firstOrder[0]).toBeCloseTo(1, 12);
    expect(found.total[0]).toBeCloseTo(1, 12);
  });

  it('are not lifted by noise whose variance is known', () => {
    // Bernoulli noise of 10 trials a row, shared between A and its mixtures: u decides, v does nothing
    const [rows, trials] = [1024, 10];
    const at = createScrambledSobol(seedKey('points'), 'test');
    const uniforms = new Float64Array(rows * trials * 2);
    fillUniforms(
      seedKey('noise'),
      { world: 0, replicate: 0, purpose: purpose('noise') },
      uniforms,
      uniforms.length,
    );
    const trial = (p: number, stream: number, r: number): number =>
      uniforms[stream * trials + r] < p ? 1 : 0;
    const outcomes = (p: number, stream: number): number[] =>
      Array.from({ length: trials }, (_, r) => trial(p, stream, r));
    const mean = (values: readonly number[]): number => values.reduce((x, y) => x + y, 0) / values.length;
    const noiseOf = (values: readonly number[]): number =>
      values.reduce((sum, x) => sum + (x - mean(values)) ** 2, 0) / (trials - 1) / trials;
    const power = (u: number, w: number): number => 0.2 + 0.5 * u + 0.2 * w;
    const each = (of: (j: number) => number[]): number[][] => Array.from({ length: rows }, (_, j) => of(j));
    const a = each((j) => outcomes(power(at(j, 0), at(j, 2)), j));
    const b = each((j) => outcomes(power(at(j, 3), at(j, 5)), rows + j));
    const mixed = [
      each((j) => outcomes(power(at(j, 3), at(j, 2)), j)),
      a,
      each((j) => outcomes(power(at(j, 0), at(j, 5)), j)),
    ];
    const { firstOrder, total, variance } = indicesOf({
      a: a.map(mean),
      b: b.map(mean),
      mixed: mixed.map((column) => column.map(mean)),
      noise: {
        a: a.map(noiseOf),
        b: b.map(noiseOf),
        mixed: mixed.map((column) => column.map(noiseOf)),
        difference: mixed.map((column) =>
          column.map((values, j) => noiseOf(values.map((x, r) => a[j][r] - x))),
        ),
      },
    });
    // Var = (0.25 + 0.04)/12 = 0.024, as much as the noise of 10 trials; errors of a few hundredths are its chance
    expect(variance).toBeCloseTo(0.29 / 12, 2);
    const [strong, weak] = [0.25 / 0.29, 0.04 / 0.29];
    for (const of of [firstOrder, total]) {
      expect(Math.abs(of[0] - strong)).toBeLessThan(0.12);
      expect(Math.abs(of[1])).toBe(0);
      expect(Math.abs(of[2] - weak)).toBeLessThan(0.12);
    }
  });

  it('are none where nothing varies', () => {
    expect(varianceIndices(outputsOf(() => 0.7, 2, 64, 'flat'))).toBeUndefined();
    expect(varianceIndices(outputsOf(() => 0, 2, 64, 'flat'))).toBeUndefined();
  });
});
