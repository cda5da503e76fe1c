import { describe, expect, it } from 'vitest';
import { columnKernels } from '../../src/numeric/columns/column-kernels.ts';
import type { EffectiveDose } from '../../src/radiobiology/effective-dose.ts';
import { effectOf } from '../../src/radiobiology/effective-dose.ts';
import { fillEffects } from '../../src/radiobiology/fill-effects.ts';
import { plainDose } from '../fixtures/effective-dose.ts';

const alphas = [0.1, 0.25, 0.4, 0.3, 0.7];
const ratios = [3, 10, 4.9, 1, 25];
/** 5 × 6 Gy, with and without what a kernel needs, and what repopulation takes back. */
const plain: EffectiveDose = { ...plainDose(5, 6), lostGy: 1.5, lostEffect: 0.2 };
const summed: EffectiveDose = { ...plain, sums: { linearGy: 30, quadraticGy2: 180 } };
/** α(30 + 180/(α/β) − 1.5) − 0.2. */
const expected = alphas.map((alpha, i) => alpha * (28.5 + 180 / ratios[i]) - 0.2);

function columns(isIn: boolean): [Float64Array, Float64Array, Float64Array] {
  const slots = columnKernels().columns;
  const [alpha, ratio, out] = [0, 1, 2].map((slot) => (isIn ? slots[slot] : new Float64Array(6)));
  alpha.set(alphas);
  ratio.set(ratios);
  out.fill(-1);
  return [alpha, ratio, out];
}

describe('effects of an arm', () => {
  it.each([
    ['by the kernel', summed, true],
    ['outside the kernels’ memory', summed, false],
    ['without the sums of a linear-quadratic law', plain, true],
  ])('are those of patients one by one, %s', (_, dose, isIn) => {
    const [alphaPerGy, alphaBetaGy, out] = columns(isIn);
    fillEffects({ name: 'control', doses: [dose] }, { alphaPerGy, alphaBetaGy }, out, 5);
    expect([...out.subarray(0, 5)]).toEqual(expected.map((x) => expect.closeTo(x, 12)));
    if (!isIn) expect(out[5]).toBe(-1);
    expect([...out.subarray(0, 5)]).toEqual(
      alphas.map((alpha, i) => expect.closeTo(effectOf(dose, alpha, ratios[i]), 12)),
    );
  });

  it('are each patient’s own where courses differ', () => {
    const [alphaPerGy, alphaBetaGy, out] = columns(true);
    const weaker: EffectiveDose = { ...plainDose(4, 6), sums: { linearGy: 24, quadraticGy2: 144 } };
    const course = [0, 1, 1, 0, 1];
    const delivery = { reads: [], courseOf: (_: unknown, patient: number) => course[patient] };
    fillEffects({ name: 'control', doses: [summed, weaker], delivery }, { alphaPerGy, alphaBetaGy }, out, 5);
    expect([...out.subarray(0, 5)]).toEqual(
      alphas.map((alpha, i) =>
        expect.closeTo(course[i] === 0 ? expected[i] : alpha * (24 + 144 / ratios[i]), 12),
      ),
    );
  });
});
