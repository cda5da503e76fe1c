import type { RunResult } from '../engine/result.ts';
import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import type { EndpointSpec } from '../outcomes/truth-schema.ts';
import { dosePremises } from '../radiobiology/dose-premises.ts';
import type { LatencyKind } from '../radiobiology/latency.ts';
import { truthNames, truthSpec } from '../scenario/truth-specs.ts';
import { designMethods } from './design-methods.ts';
import { capitalised } from './endpoint-words.ts';
import type { Method } from './method.ts';

const names = Object.keys(endpoints) as EndpointName[];

/** The blocks of an endpoint in all truths. */
function blocksOf({ scenario }: Pick<RunResult, 'scenario'>, endpoint: EndpointName): EndpointSpec[] {
  return truthNames(scenario.resolved).flatMap((name) => {
    const block = truthSpec(scenario.resolved, name)[endpoint] as EndpointSpec | undefined;
    return block ? [block] : [];
  });
}

function endpointMethods(result: Pick<RunResult, 'scenario'>): Method[] {
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

/** What the blocks say of dose, each thing once. */
function doseMethods(result: Pick<RunResult, 'scenario'>): Method[] {
  const blocks = names
    .flatMap((name) => blocksOf(result, name))
    .filter(({ model }) => model !== 'statedRates');
  const premises = (blocks.length > 0 ? blocks : [{}]).flatMap(dosePremises);
  return premises.filter((a, i) => premises.findIndex((b) => b.name === a.name) === i);
}

const LATENCY: Record<LatencyKind, Method> = {
  mixtureCure: {
    name: 'Time to local failure: mixture cure',
    text: 'The cured share stays controlled, the others fail by a log-normal latency: LC(t) = 1 − (1 − π)F(t).',
    reference: 'Boag 1949, J R Stat Soc B 11:15; Berkson & Gage 1952, J Am Stat Assoc 47:501',
  },
  promotionTime: {
    name: 'Time to local failure: promotion time',
    text: 'Each surviving clonogen has a log-normal latency and the first is the failure: LC(t) = π^F(t) for a patient whose hidden draws are known.',
    reference: 'Tsodikov, Ibrahim & Yakovlev 2003, J Am Stat Assoc 98:1063',
  },
  proportionalHazards: {
    name: 'Time to local failure: proportional hazards',
    text: 'Hazards never end and keep their ratio between patients: LC(t) = LC(t₀)^((t/t₀)^k), t₀ the time at which the rates hold.',
    reference: 'Cox 1972, J R Stat Soc B 34:187',
  },
};
const COMPETING: Method = {
  name: 'Competing events',
  text: 'Death and metastasis have hazards of their own. Net failure is what 1 − Kaplan–Meier estimates, everyone kept alive; the cumulative incidence counts failures that come before death.',
  reference: 'Gooley 1999, Stat Med 18:695',
};
/** How trials are simulated; patients of a centre share its effect. */
export const simulationMethod = ({ scenario }: Pick<RunResult, 'scenario'>): Method => ({
  name: 'Simulation',
  text: `Patient by patient; each arm of each replicate holds different patients, independent of each other${scenario.resolved.design.centres === undefined ? '' : ' but for what those of a centre share'}. All truths are simulated with the same random numbers. The Monte Carlo standard error (MCSE) of a share is √(p(1 − p)/n); of 0 or n successes it is reckoned half a success inside.`,
  reference: 'Morris, White & Crowther 2019, Stat Med 38:2074',
});
const BY_QUADRATURE = 'Population rates by quadrature over the characteristics of patients;';
const ENUMERATION: Method = {
  name: 'Exact values',
  text: `${BY_QUADRATURE} power and type I error by enumerating every pair of counts, each weighed by its binomial probability.`,
};
const ONE_ARM: Method = {
  name: 'Exact values',
  text: `${BY_QUADRATURE} power and type I error by enumerating every count, weighed by its binomial probability.`,
};
const MULTINOMIAL: Method = {
  name: 'Exact values',
  text: `${BY_QUADRATURE} power by enumerating the joint counts of the endpoints that hang together, in each arm, weighed by the multinomial probabilities of the patterns of events that a patient can have; type I error of one claim by its own counts.`,
};
const DYNAMIC: Method = {
  name: 'Exact values',
  text: `${BY_QUADRATURE} stops, power and type I error by dynamic programming: the law of the counts of events is carried from look to look, and what a rule stops leaves it there. Patients enrolled by a stop: E[min(N, t + A)], t being the patient who completes the look and A the arrivals while its outcomes are awaited.`,
  reference: 'Schultz, Nichol, Elfring & Weed 1973, Biometrics 29:293',
};
const TWO_ARM_LOOKS: Method = {
  name: 'Exact values',
  text: `${BY_QUADRATURE} stops, power and type I error by dynamic programming over the counts of both arms, from look to look.`,
  reference: 'Jennison & Turnbull 2000, Group Sequential Methods, ch. 12',
};
const ASSURANCE: Method = {
  name: 'Assurance',
  text: 'The mean of power over worlds, each one draw of what is uncertain, shared by all patients and arms of that world; for its MCSE each world is one cluster.',
  reference: 'O’Hagan, Stevens & Campbell 2005, Pharm Stat 4:187',
};

/** How the exact values of a result are made. */
function exactMethod({ scenario, claims, arms }: RunResult): Method {
  if (scenario.resolved.design.interim) return DYNAMIC;
  if (scenario.resolved.design.groupSequential) return TWO_ARM_LOOKS;
  if (claims.length > 2) return MULTINOMIAL;
  return arms.length > 1 ? ENUMERATION : ONE_ARM;
}

/** The models of the truths: dose, endpoints, time to failure, what competes. */
export function truthMethods(result: Pick<RunResult, 'scenario' | 'arms'>): Method[] {
  const latencies = blocksOf(result, 'localControl').flatMap(({ latency }) => latency?.kind ?? []);
  const { resolved } = result.scenario;
  const competes = truthNames(resolved).some((name) => truthSpec(resolved, name).competing !== undefined);
  return [
    ...(result.arms.some(({ schedule }) => schedule !== null) ? doseMethods(result) : []),
    ...endpointMethods(result),
    ...[...new Set(latencies)].map((kind) => LATENCY[kind]),
    ...(competes ? [COMPETING] : []),
  ];
}

/** What a result used, and nothing else: models, tests and references from their definitions. */
export function methodsOf(result: RunResult): Method[] {
  const { truths, assurance } = result;
  const hasExact = truths.some(({ operatingCharacteristics: { power } }) => power.exact !== undefined);
  return [
    ...truthMethods(result),
    ...designMethods(result),
    simulationMethod(result),
    ...(hasExact ? [exactMethod(result)] : []),
    ...(assurance ? [ASSURANCE] : []),
  ];
}
