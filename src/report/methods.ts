import type { RunResult } from '../engine/result.ts';
import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import type { EndpointSpec } from '../outcomes/truth-schema.ts';
import { truthNames, truthSpec } from '../scenario/truth-specs.ts';
import { claims } from '../trial/claims/index.ts';
import { statedClaims } from '../trial/design.ts';
import { tests } from '../trial/tests/index.ts';
import { capitalised } from './endpoint-words.ts';

/** A method that a result used. */
export interface Method {
  readonly name: string;
  readonly text: string;
  readonly reference?: string;
}

const names = Object.keys(endpoints) as EndpointName[];

/** The blocks of an endpoint in all truths. */
function blocksOf({ scenario }: RunResult, endpoint: EndpointName): EndpointSpec[] {
  return truthNames(scenario.resolved).flatMap((name) => {
    const block = truthSpec(scenario.resolved, name)[endpoint] as EndpointSpec | undefined;
    return block ? [block] : [];
  });
}

function endpointMethods(result: RunResult): Method[] {
  return names.flatMap((name): Method[] => {
    const blocks = blocksOf(result, name);
    if (blocks.length === 0) return [];
    const { label, summary, reference, models } = endpoints[name];
    const used = [...new Set(blocks.map(({ model }) => model))];
    return [
      { name: capitalised(label), text: summary, reference },
      ...used.map((model) => ({
        name: `${capitalised(label)}: ${model}`,
        text: models[model].summary,
        reference: models[model].reference,
      })),
    ];
  });
}

function designMethods(result: RunResult): Method[] {
  const kinds = [...new Set(statedClaims(result.scenario.resolved.design).map(({ name }) => name))];
  const used = [...new Set(result.claims.map(({ test }) => test))] as (keyof typeof tests)[];
  return [
    ...kinds.map((kind) => ({
      name: `Claim: ${kind}`,
      text: claims[kind].summary,
      reference: claims[kind].reference,
    })),
    ...used.map((test) => ({
      name: `Test: ${test}`,
      text: tests[test].summary,
      reference: tests[test].reference,
    })),
  ];
}

const LINEAR_QUADRATIC: Method = {
  name: 'Linear-quadratic model',
  text: 'BED = Σd + Σd²/(α/β); EQD2 = BED/(1 + 2/(α/β)). Full repair between fractions, no repopulation.',
  reference: 'Fowler 1989, Br J Radiol 62:679',
};
const MIXTURE_CURE: Method = {
  name: 'Time to local failure',
  text: 'Mixture cure: the cured share stays controlled, the others fail by a log-normal latency.',
  reference: 'Boag 1949, J R Stat Soc B 11:15; Berkson & Gage 1952, J Am Stat Assoc 47:501',
};
const SIMULATION: Method = {
  name: 'Simulation',
  text: 'Patient by patient; each arm of each replicate holds different, independent patients. The Monte Carlo standard error (MCSE) of a share is √(p(1 − p)/n).',
  reference: 'Morris, White & Crowther 2019, Stat Med 38:2074',
};
const ENUMERATION: Method = {
  name: 'Exact values',
  text: 'Population rates by quadrature over the characteristics of patients; power and type I error by enumerating every pair of counts, each weighed by its binomial probability.',
};
const ASSURANCE: Method = {
  name: 'Assurance',
  text: 'The mean of power over worlds, each one draw of what is uncertain, shared by all patients and arms of that world; for its MCSE each world is one cluster.',
  reference: 'O’Hagan, Stevens & Campbell 2005, Pharm Stat 4:187',
};

/** What a result used, and nothing else: models, tests and references from their definitions. */
export function methodsOf(result: RunResult): Method[] {
  const { arms, truths, assurance } = result;
  const hasLatency = blocksOf(result, 'localControl').some(({ latency }) => latency !== undefined);
  const hasExact = truths.some(({ operatingCharacteristics: { power } }) => power.exact !== undefined);
  return [
    ...(arms.some(({ schedule }) => schedule !== null) ? [LINEAR_QUADRATIC] : []),
    ...endpointMethods(result),
    ...(hasLatency ? [MIXTURE_CURE] : []),
    ...designMethods(result),
    SIMULATION,
    ...(hasExact ? [ENUMERATION] : []),
    ...(assurance ? [ASSURANCE] : []),
  ];
}
