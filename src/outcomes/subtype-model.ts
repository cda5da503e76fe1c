import { SUBTYPE } from '../cohort/cohort-shape.ts';
import type { ArmDose, Columns, EndpointModel } from '../radiobiology/endpoint-model.ts';
import { fillOnceShown } from './fill-once-shown.ts';

/** Writes the probabilities of one model. */
type Fill = (model: EndpointModel, out: Float64Array) => void;

/**
 * A model that hands patients of some subtypes to models of their own.
 *
 * Hidden draws that models share by name are the same draws, so that a subtype changes the patient's chances and not the
 * patient's luck.
 *
 * @param base the model of the other subtypes
 * @param ofSubtypes models by the subtype's position
 */
export function createSubtypeModel(
  base: EndpointModel,
  ofSubtypes: ReadonlyMap<number, EndpointModel>,
): EndpointModel {
  const models = [base, ...ofSubtypes.values()];
  const latents = [...new Set(models.flatMap((model) => model.latents))];
  let own = new Float64Array(0);
  const choose = (fill: Fill, patients: Columns, out: Float64Array, count: number): void => {
    if (own.length < count) own = new Float64Array(count);
    fill(base, out);
    const subtype = patients[SUBTYPE];
    for (const [position, model] of ofSubtypes) {
      fill(model, own);
      for (let i = 0; i < count; i++) if (subtype[i] === position) out[i] = own[i];
    }
  };
  return {
    reads: [...new Set([...models.flatMap((model) => model.reads), SUBTYPE])],
    latents,
    probabilities: (arm, patients, out, count) =>
      choose((model, into) => model.probabilities(arm, patients, into, count), patients, out, count),
    promotionProbabilities: (arm, patients, shown, out, count) =>
      choose(
        (model, into) => fillOnceShown(model, arm, 'promotionTime', shown, patients, into, count),
        patients,
        out,
        count,
      ),
    ...(latents.length > 0 && {
      probabilitiesGiven: (
        arm: ArmDose,
        patients: Columns,
        uniforms: readonly Float64Array[],
        out: Float64Array,
        count: number,
      ) =>
        choose(
          (model, into) => {
            const hidden = model.latents.map((latent) => uniforms[latents.indexOf(latent)]);
            if (model.probabilitiesGiven) model.probabilitiesGiven(arm, patients, hidden, into, count);
            else model.probabilities(arm, patients, into, count);
          },
          patients,
          out,
          count,
        ),
    }),
  };
}
