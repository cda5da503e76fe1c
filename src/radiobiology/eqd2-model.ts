import { type EndpointModel, requireDose } from './endpoint-model.ts';
import { eqd2 } from './linear-quadratic.ts';

/** A model of local control that knows a patient by α/β alone: control follows EQD2. */
export function createEqd2Model(controlAt: (eqd2Gy: number) => number): EndpointModel {
  return {
    reads: ['alphaBetaGy'],
    latents: [],
    probabilities: (arm, { alphaBetaGy }, out, count) => {
      const sums = requireDose(arm);
      for (let i = 0; i < count; i++) out[i] = controlAt(eqd2(sums, alphaBetaGy[i]));
    },
  };
}
