import { type Cohort, withCharacteristic } from '../cohort/cohort.ts';
import type { UniformSource } from '../cohort/uniform-source.ts';
import { equalShare } from '../numeric/equal-share.ts';
import type { EndpointModel } from '../radiobiology/endpoint-model.ts';
import { normal } from '../random/distributions/normal.ts';
import { fillUniforms, purpose } from '../random/stream.ts';
import type { EndpointName } from './endpoints/definition.ts';
import { shiftOdds } from './shift-odds.ts';

/** The column of the standard normal effect of a patient's centre on an endpoint. */
export const centreEffect = (endpoint: EndpointName): string => `centreEffect/${endpoint}`;

const STANDARD_NORMAL = normal.create({ mean: 0, sd: 1 });

/** The cohort with the effect of a patient's centre on each of these endpoints, independent of everything else. */
export function withCentreEffects(cohort: Cohort, names: readonly EndpointName[]): Cohort {
  return names.reduce(
    (all, name) => withCharacteristic(all, { name: centreEffect(name), law: STANDARD_NORMAL }),
    cohort,
  );
}

/**
 * A model whose patient probabilities, hidden draws integrated out, move with the centre by a normal effect on the log odds.
 *
 * @param sd standard deviation of the effect, > 0
 * @see Zeger, Liang & Albert 1988, Biometrics 44:1049 (effects within and means over clusters). doi:10.2307/2531734
 */
export function createCentreModel(base: EndpointModel, endpoint: EndpointName, sd: number): EndpointModel {
  const column = centreEffect(endpoint);
  return {
    reads: [...base.reads, column],
    latents: [],
    probabilities: (arm, patients, out, count) => {
      base.probabilities(arm, patients, out, count);
      const effect = patients[column];
      // logit p' = logit p + σz
      for (let i = 0; i < count; i++) out[i] = shiftOdds(out[i], Math.exp(sd * effect[i]));
    },
  };
}

/**
 * Uniforms of a centre effect: one a centre and replicate, shared by both arms.
 *
 * @param centreOf the uniforms that say which of the `centres` a patient is treated in
 */
export function createCentreSource(
  endpoint: EndpointName,
  centres: number,
  centreOf: UniformSource,
): UniformSource {
  const at = purpose(`trial/${centreEffect(endpoint)}`);
  const effects = new Float64Array(centres);
  return {
    fill: (key, address, armPosition, out, count) => {
      centreOf.fill(key, address, armPosition, out, count);
      fillUniforms(key, { ...address, purpose: at }, effects, centres);
      for (let i = 0; i < count; i++) out[i] = effects[equalShare(out[i], centres)];
    },
  };
}
