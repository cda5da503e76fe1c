import { unknownWord } from '../numeric/closest-word.ts';
import type { HazardRatio } from '../outcomes/competing-schema.ts';
import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import type { EndpointSpec, TruthSpec } from '../outcomes/truth-schema.ts';
import type { CrossProblem } from './cross-problem.ts';

/** Proportional hazards are those of patients, not of what is hidden in them. */
export function checkLatency(name: EndpointName, { model, latency, ...block }: EndpointSpec): CrossProblem[] {
  if (latency?.kind !== 'proportionalHazards') return [];
  const { latents } = endpoints[name].models[model].create({ model, ...block }, { levels: {}, free: 0 });
  const message = `the ${model} model draws ${latents.join(' and ')} by patient: its failures need kind: mixtureCure or promotionTime`;
  return latents.length > 0 ? [{ keys: ['truth', name, 'latency', 'kind'], message }] : [];
}

/** Death and metastasis compete with failures that have a time, and hang on characteristics that there are. */
export function checkCompeting({ competing, localControl, cohort }: TruthSpec): CrossProblem[] {
  if (!competing) return [];
  const latency = (localControl as EndpointSpec | undefined)?.latency;
  const untimed = {
    keys: ['truth', 'competing'],
    message: 'competing needs a local control with a latency beside it',
  };
  const { death = {}, metastasis = {} } = competing.hazardRatios ?? {};
  return [
    ...(latency ? [] : [untimed]),
    ...checkHazardRatios(cohort, 'death', death),
    ...checkHazardRatios(cohort, 'metastasis', metastasis),
  ];
}

function checkHazardRatios(
  { heterogeneity }: TruthSpec['cohort'],
  event: string,
  ratios: Readonly<Record<string, HazardRatio>>,
): CrossProblem[] {
  return Object.entries(ratios).flatMap(([characteristic, ratio]): CrossProblem[] => {
    const keys = ['truth', 'competing', 'hazardRatios', event, characteristic];
    if (!Object.hasOwn(heterogeneity, characteristic))
      return [{ keys, message: unknownWord('characteristic', characteristic, Object.keys(heterogeneity)) }];
    const law = heterogeneity[characteristic] as number | Record<string, unknown>;
    if (typeof law === 'object' && law.categorical)
      return [
        {
          keys,
          message: `${characteristic} is categorical: hazard ratios take present or absent, or a number`,
        },
      ];
    const isBinary = (typeof law === 'object' && law.bernoulli !== undefined) || law === 0 || law === 1;
    if (isBinary === (typeof ratio === 'number')) return [];
    const message = isBinary
      ? `${characteristic} is present or absent: its hazard ratio is a number`
      : 'a hazard ratio of a continuous characteristic names its unit and where it is 1, for example { ratio: 1.05, per: 1, from: 9 }';
    return [{ keys, message }];
  });
}
