import { addressOf, columnKernels } from '../numeric/columns/column-kernels.ts';
import { type EffectiveDose, effectOf } from './effective-dose.ts';
import { type ArmDose, type Columns, doseByPatient } from './endpoint-model.ts';

/** Writes the effect E = −ln of the surviving fraction of the first `count` patients of an arm, as {@link effectOf} gives it. */
export function fillEffects(arm: ArmDose, patients: Columns, out: Float64Array, count: number): void {
  const { alphaPerGy, alphaBetaGy } = patients;
  const doseOf = doseByPatient(arm, patients);
  const [alpha, ratio, to] = [addressOf(alphaPerGy), addressOf(alphaBetaGy), addressOf(out)];
  const { sums, lostGy = 0, lostEffect = 0 }: Partial<EffectiveDose> = arm.delivery ? {} : doseOf(0);
  if (!sums || alpha === undefined || ratio === undefined || to === undefined)
    for (let i = 0; i < count; i++) out[i] = effectOf(doseOf(i), alphaPerGy[i], alphaBetaGy[i]);
  else {
    const { linearGy, quadraticGy2 } = sums;
    columnKernels().effects(alpha, ratio, to, linearGy, quadraticGy2, lostGy, lostEffect, count);
  }
}
