import { eqd2Of } from './effective-dose.ts';
import { doseByPatient, type EndpointModel } from './endpoint-model.ts';

/** A model of local control that knows a patient by α/β alone: control follows EQD2. */
export function createEqd2Model(controlAt: (eqd2Gy: number) => number): EndpointModel {
  return {
    reads: ['alphaBetaGy'],
    latents: [],
    probabilities: (arm, patients, out, count) => {
      const doseOf = doseByPatient(arm, patients);
      const { alphaBetaGy } = patients;
      for (let i = 0; i < count; i++) out[i] = controlAt(eqd2Of(doseOf(i), alphaBetaGy[i]));
    },
  };
}
