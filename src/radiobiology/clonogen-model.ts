import { type ClonogenNumber, createLnClonogens } from './clonogen-number.ts';
import type { EffectiveDose } from './effective-dose.ts';
import { doseByPatient, type EndpointModel } from './endpoint-model.ts';

/** Control of one patient: ln of the number of clonogens, the dose, α in Gy⁻¹ and α/β in Gy. */
export type ClonogenControl = (
  lnClonogens: number,
  dose: EffectiveDose,
  alphaPerGy: number,
  alphaBetaGy: number,
) => number;

/** A model of gross disease that knows a patient by the number of clonogens and their radiosensitivity. */
export function createClonogenModel(
  parameters: ClonogenNumber,
  free: number | undefined,
  controlOf: ClonogenControl,
): EndpointModel {
  const lnClonogens = createLnClonogens(parameters, free);
  return {
    reads: ['alphaPerGy', 'alphaBetaGy', ...lnClonogens.reads],
    latents: [],
    probabilities: (arm, patients, out, count) => {
      const [doseOf, lnN] = [doseByPatient(arm, patients), lnClonogens.of(patients)];
      const { alphaPerGy, alphaBetaGy } = patients;
      for (let i = 0; i < count; i++) out[i] = controlOf(lnN(i), doseOf(i), alphaPerGy[i], alphaBetaGy[i]);
    },
  };
}
