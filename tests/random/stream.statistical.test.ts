import { describe, expect, it } from 'vitest';
import { seedKey } from '../../src/random/seed-key.ts';
import { fillUniforms, purpose, uniformAt } from '../../src/random/stream.ts';

/** A normal score beyond ±6 has probability 2e-9: with the hundred checks below, a false alarm has less than 1e-6. */
const SCORE = 6;
const DRAWS = 20_000;
const CELLS = 16;

const key = seedKey('independence');
const draws = (world: number, replicate: number, name: string): Float64Array => {
  const out = new Float64Array(DRAWS);
  fillUniforms(key, { world, replicate, purpose: purpose(name) }, out, DRAWS);
  return out;
};

/** √n·r of two columns of uniforms: standard normal where they are independent. */
function correlationScore(a: Float64Array, b: Float64Array): number {
  const sum = a.reduce((total, u, i) => total + (u - 0.5) * (b[i] - 0.5), 0);
  // Var[(U − ½)(V − ½)] = 1/144
  return (12 * sum) / Math.sqrt(a.length);
}

/** Wilson–Hilferty score of χ² with so many degrees of freedom: about standard normal. */
function chiSquareScore(observed: Float64Array, expected: number): number {
  const degrees = observed.length - 1;
  const chiSquare = observed.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const spread = 2 / (9 * degrees);
  return (Math.cbrt(chiSquare / degrees) - (1 - spread)) / Math.sqrt(spread);
}

/** χ² score of pairs on a grid of 16 × 16. */
function pairScore(a: Float64Array, b: Float64Array): number {
  const counts = new Float64Array(CELLS * CELLS);
  for (let i = 0; i < a.length; i++) counts[Math.floor(a[i] * CELLS) * CELLS + Math.floor(b[i] * CELLS)]++;
  return chiSquareScore(counts, a.length / counts.length);
}

function expectIndependent(a: Float64Array, b: Float64Array): void {
  expect(Math.abs(correlationScore(a, b))).toBeLessThan(SCORE);
  expect(pairScore(a, b)).toBeLessThan(SCORE);
}

describe('independence of streams', () => {
  it('between neighbouring replicates', () => {
    for (let replicate = 0; replicate < 10; replicate++) {
      expectIndependent(draws(0, replicate, '0/sf2'), draws(0, replicate + 1, '0/sf2'));
    }
  });

  it('between neighbouring worlds, and between world and replicate', () => {
    for (let world = 0; world < 10; world++) {
      expectIndependent(draws(world, 5, '0/sf2'), draws(world + 1, 5, '0/sf2'));
      expectIndependent(draws(world, world + 1, '0/sf2'), draws(world + 1, world, '0/sf2'));
    }
  });

  it('between purposes: arms, characteristics, latents', () => {
    const names = [
      '0/sf2',
      '1/sf2',
      '0/alphaBetaGy',
      '0/localControl',
      '0/localControl/latency',
      '0/evaluable',
    ];
    names.forEach((a, i) => {
      for (const b of names.slice(i + 1)) expectIndependent(draws(0, 3, a), draws(0, 3, b));
    });
  });

  it('between a draw and the next of the same stream', () => {
    const stream = draws(0, 0, '0/sf2');
    for (const lag of [1, 2, 3, 4]) {
      expectIndependent(stream.slice(0, -lag), stream.slice(lag));
    }
  });

  it('between the first draws of successive replicates and worlds: what one patient gets over replicates', () => {
    const at = purpose('0/sf2');
    const byReplicate = Float64Array.from({ length: DRAWS }, (_, replicate) =>
      uniformAt(key, { world: 0, replicate, purpose: at }),
    );
    const byWorld = Float64Array.from({ length: DRAWS }, (_, world) =>
      uniformAt(key, { world, replicate: 0, purpose: at }),
    );
    expectIndependent(byReplicate.slice(0, -1), byReplicate.slice(1));
    expectIndependent(byWorld.slice(0, -1), byWorld.slice(1));
    expectIndependent(byReplicate, byWorld);
  });
});

describe('uniformity', () => {
  it.each([
    ['of a stream', draws(0, 0, '0/sf2')],
    [
      'of first draws over replicates',
      Float64Array.from({ length: DRAWS }, (_, replicate) =>
        uniformAt(key, { world: 0, replicate, purpose: purpose('1/localControl') }),
      ),
    ],
  ])('%s: 256 equal cells, in the leading and in the trailing bits', (_, uniforms) => {
    for (const scale of [1, 2 ** 20, 2 ** 45]) {
      const counts = new Float64Array(256);
      for (const u of uniforms) counts[Math.floor((u * scale - Math.floor(u * scale)) * 256)]++;
      expect(Math.abs(chiSquareScore(counts, DRAWS / 256))).toBeLessThan(SCORE);
    }
  });

  it('has the power to see a fault: a stream against itself and against its shift, and a law a little off', () => {
    const stream = draws(0, 0, '0/sf2');
    expect(correlationScore(stream, stream)).toBeGreaterThan(50);
    expect(
      pairScore(
        stream,
        stream.map((u) => (u + 1 / 3) % 1),
      ),
    ).toBeGreaterThan(50);
    const counts = new Float64Array(256);
    for (const u of stream) counts[Math.floor(u ** 1.15 * 256)]++;
    expect(chiSquareScore(counts, DRAWS / 256)).toBeGreaterThan(SCORE);
  });
});
