import { parameterisations } from '../cohort/parameterisations/index.ts';
import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import type { EndpointSpec, TruthSpec } from '../outcomes/truth-schema.ts';
import { truthNames, truthSpec, uncertainPaths } from '../scenario/truth-specs.ts';
import type { CheckedResult } from './checklists/definition.ts';

/** An endpoint that a truth models by biology, with its block. */
export interface ModelledEndpoint {
  readonly name: EndpointName;
  readonly block: EndpointSpec;
  readonly truth: TruthSpec;
}

/** Every endpoint, of all truths, that has a model with biology. */
export function modelledEndpoints({ scenario }: CheckedResult): ModelledEndpoint[] {
  return truthNames(scenario.resolved)
    .map((name) => truthSpec(scenario.resolved, name))
    .flatMap((truth) =>
      Object.values(endpoints).flatMap(({ name }) => {
        const block = truth[name] as EndpointSpec | undefined;
        return block && block.model !== 'statedRates' ? [{ name, block, truth }] : [];
      }),
    );
}

/** Why something that is asked of models does not apply where only rates are stated. */
export const unlessModelled = (result: CheckedResult): string | undefined =>
  modelledEndpoints(result).length > 0 ? undefined : 'only rates are stated, without biology';

/** Why something that is asked of local control does not apply. */
export const unlessControlModelled = (result: CheckedResult): string | undefined =>
  modelledEndpoints(result).some(({ name }) => name === 'localControl')
    ? undefined
    : 'no truth models local control by dose';

/** Whether a path is that of a characteristic, or of one of its parameters, wherever it stands. */
export const isAbout = (path: string, name: string): boolean => path.split('.').includes(name);

/** The characteristics that state α/β of local control, as planned. */
export function alphaBetaCharacteristics({ scenario }: CheckedResult): string[] {
  const { heterogeneity, parameterisation } = scenario.resolved.truth.cohort;
  return parameterisations[parameterisation].from.alphaBetaGy.filter((name) => name in heterogeneity);
}

/** The uncertain paths that pass a test. */
export const uncertainAbout = ({ scenario }: CheckedResult, isMeant: (path: string) => boolean): string[] =>
  uncertainPaths(scenario.resolved).filter(isMeant);
