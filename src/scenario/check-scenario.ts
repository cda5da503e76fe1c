import { characteristicsBehind, createCohort } from '../cohort/cohort.ts';
import { SUBTYPE } from '../cohort/cohort-shape.ts';
import { unknownWord } from '../numeric/closest-word.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import type { EndpointSpec, ModelSpec, TruthSpec } from '../outcomes/truth-schema.ts';
import { claims } from '../trial/claims/index.ts';
import { armSizes, statedClaims, statedEntries } from '../trial/design.ts';
import { checkAdoption } from './check-adoption.ts';
import { checkAim } from './check-aim.ts';
import { checkAmendments } from './check-arms.ts';
import { checkCentreEffect } from './check-centres.ts';
import { checkComparisons } from './check-comparisons.ts';
import { checkDose } from './check-dose.ts';
import { checkEscalation, checkOnsets } from './check-escalation.ts';
import { checkInterim } from './check-interim.ts';
import { checkOddsRatios } from './check-odds-ratios.ts';
import { checkSequential } from './check-sequential.ts';
import { checkStatedRates } from './check-stated-rates.ts';
import { checkClaimStrata, checkRandomisation, checkStrata } from './check-strata.ts';
import { checkCompeting, checkFollowUp, checkLatency, checkTimeClaims } from './check-times.ts';
import type { CrossProblem } from './cross-problem.ts';
import { statedSchedules } from './planned-arms.ts';
import type { Scenario } from './scenario-schema.ts';

/** The blocks of the endpoints that a truth models. */
export const blocksOf = (truth: TruthSpec): [name: keyof typeof endpoints, block: EndpointSpec][] =>
  (Object.keys(endpoints) as (keyof typeof endpoints)[]).flatMap((name) =>
    truth[name] === undefined ? [] : [[name, truth[name] as unknown as EndpointSpec]],
  );

/** Problems of the arms and the design. */
export function checkDesign(scenario: Scenario): CrossProblem[] {
  const problems: CrossProblem[] = [];
  const arms = Object.keys(scenario.arms);
  const ofComparisons = checkComparisons(scenario);
  if (ofComparisons.length > 0) return ofComparisons;
  if (arms.indexOf('control') > 0)
    problems.push({ keys: ['arms', 'control'], message: 'the control must be the first arm' });
  const weights = scenario.design.allocation;
  if (weights && weights.length !== arms.length) {
    problems.push({
      keys: ['design', 'allocation'],
      message: `${weights.length} weights for ${arms.length} arms`,
    });
  }
  if (armSizes(scenario.design, arms.length).some((size) => size < 1)) {
    problems.push({ keys: ['design'], message: 'an arm is left without patients' });
  }
  const [size] = armSizes(scenario.design, arms.length);
  for (const { name, parameters, path } of statedClaims(scenario.design)) {
    const { arms: needed, problems: problemsOf } = claims[name];
    for (const { key, message } of problemsOf?.(parameters as never, size) ?? [])
      problems.push({ keys: ['design', ...path, key], message });
    if (arms.length !== needed && !(scenario.design.comparisons && needed === 2)) {
      problems.push({
        keys: ['design', ...path],
        message: `${name} needs ${needed} arm${needed === 1 ? '' : 's'}; there ${arms.length === 1 ? 'is 1' : `are ${arms.length}`}`,
      });
    }
  }
  return [
    ...problems,
    ...checkAim(scenario),
    ...checkEscalation(scenario),
    ...checkAmendments(scenario),
    ...checkRandomisation(scenario),
    ...checkInterim(scenario),
    ...checkFollowUp(scenario),
    ...checkSequential(scenario),
  ];
}

/** Problems between one truth and the arms and design; keys begin at `truth` or `design`. */
export function checkTruth(scenario: Scenario, truth: TruthSpec): CrossProblem[] {
  return [
    ...checkClaims(scenario, truth),
    ...checkTimeClaims(scenario, truth),
    ...checkOnsets(scenario, truth),
    ...checkAdoption(scenario, truth),
    ...checkStrata(scenario, truth),
    ...checkClaimStrata(scenario, truth),
    ...blocksOf(truth).flatMap(([name, block]) => [
      ...(block.model === 'statedRates'
        ? checkStatedRates(scenario, name, block)
        : checkBiology(scenario, truth, name, block)),
    ]),
    ...checkCorrelation(truth),
    ...checkCompeting(truth),
    ...checkSameEndpoints(scenario.truth, truth),
  ];
}

/** Every truth models the endpoints that the truth as planned models: rows of all truths have the same columns. */
function checkSameEndpoints(planned: TruthSpec, truth: TruthSpec): CrossProblem[] {
  const names = blocksOf(planned).map(([name]) => name);
  return blocksOf(truth)
    .filter(([name]) => !names.includes(name))
    .map(([name]) => ({ keys: ['truth', name], message: `the truth as planned has no model of ${name}` }));
}

function checkClaims(scenario: Scenario, truth: TruthSpec): CrossProblem[] {
  return statedEntries(scenario.design).flatMap(({ parameters, path }): CrossProblem[] => {
    const claim = parameters as { endpoint: keyof typeof endpoints; withinDays?: number };
    const block = truth[claim.endpoint] as EndpointSpec | undefined;
    const keys = ['design', ...path, 'endpoint'];
    if (!block)
      return [{ keys, message: `the design looks at ${claim.endpoint}, but the truth has no model of it` }];
    if (
      claim.withinDays !== undefined &&
      block.withinDays !== undefined &&
      claim.withinDays !== block.withinDays
    ) {
      const message = `the design counts within ${claim.withinDays} days, the truth’s rates are within ${block.withinDays}`;
      return [{ keys: ['design', ...path, 'withinDays'], message }];
    }
    return [];
  });
}

function checkBiology(
  scenario: Scenario,
  truth: TruthSpec,
  name: keyof typeof endpoints,
  block: EndpointSpec,
): CrossProblem[] {
  const problems: CrossProblem[] = [];
  for (const [arm, spec] of Object.entries(scenario.arms)) {
    if (statedSchedules(spec).length === 0)
      problems.push({ keys: ['arms', arm], message: `missing schedule: the ${block.model} model needs it` });
  }
  const isTimed = statedEntries(scenario.design).some(
    (c) => (c.parameters as { endpoint: string }).endpoint === name,
  );
  problems.push(
    ...checkDose(scenario, truth, name, block),
    ...checkCentreEffect(scenario, name, block),
    ...checkLatency(name, block),
    ...checkSubtypeModels(scenario, truth, name, block),
  );
  const { anchor, latency } = block;
  if (latency && anchor && anchor.atYears === undefined) {
    problems.push({
      keys: ['truth', name, 'anchor'],
      message: 'missing atYears: with a latency, an anchor holds at a time',
    });
  }
  if (latency && !isTimed && anchor?.atYears === undefined) {
    problems.push({
      keys: ['truth', name, 'latency'],
      message: `latency does nothing: neither design nor anchor states a time of ${name}`,
    });
  }
  const oddsRatios = (block as { oddsRatios?: Record<string, unknown> }).oddsRatios ?? {};
  problems.push(...checkOddsRatios(truth, name, oddsRatios));
  const model = endpoints[name].models[block.model].create(block, { levels: {}, free: 0 });
  const names = Object.keys(truth.cohort.heterogeneity);
  const needed = characteristicsBehind(createCohort(truth.cohort), model.reads);
  for (const characteristic of needed.filter((n) => !names.includes(n) && !Object.hasOwn(oddsRatios, n))) {
    problems.push({
      keys: ['truth', 'cohort', 'heterogeneity'],
      message: `missing ${characteristic}: the ${block.model} model of ${name} needs it`,
    });
  }
  return problems;
}

/** The blocks of subtypes: each names a subtype of the cohort, and its model finds what it reads there. */
function checkSubtypeModels(
  scenario: Scenario,
  truth: TruthSpec,
  name: keyof typeof endpoints,
  { bySubtype = {}, latency }: EndpointSpec,
): CrossProblem[] {
  const subtypes = Object.keys(truth.cohort.subtypes);
  return Object.entries(bySubtype).flatMap(([subtype, own]): CrossProblem[] => {
    const keys = ['truth', name, 'bySubtype', subtype];
    if (!subtypes.includes(subtype)) return [{ keys, message: unknownWord('subtype', subtype, subtypes) }];
    if (Object.hasOwn((own.oddsRatios as object | undefined) ?? {}, SUBTYPE))
      return [{ keys, message: `an odds ratio by subtype does nothing within ${subtype}` }];
    if (own.model === 'statedRates')
      return checkStatedRates(scenario, name, own as EndpointSpec).map((problem) => ({ ...problem, keys }));
    const oddsRatios = (own as { oddsRatios?: Record<string, unknown> }).oddsRatios ?? {};
    const model = endpoints[name].models[own.model].create(own, { levels: {}, free: 0 });
    const known = [...Object.keys(truth.cohort.heterogeneity), ...Object.keys(oddsRatios)];
    const problems = checkOddsRatios(truth, name, oddsRatios).map(
      (problem): CrossProblem => ({ ...problem, keys: [...keys, ...problem.keys.slice(2)] }),
    );
    const missing = characteristicsBehind(createCohort(truth.cohort), model.reads)
      .filter((characteristic) => !known.includes(characteristic))
      .map((characteristic) => ({
        keys,
        message: `missing ${characteristic}: the ${own.model} model of ${subtype} needs it`,
      }));
    return [...problems, ...missing, ...checkSubtypeAnchor([...keys, 'anchor'], own, latency !== undefined)];
  });
}

/** The anchor of a subtype holds at a time where failures take time, and is solved in every truth and world. */
function checkSubtypeAnchor(keys: PropertyKey[], { anchor }: ModelSpec, isTimed: boolean): CrossProblem[] {
  if (!anchor) return [];
  const problems: CrossProblem[] = [];
  if (isTimed && anchor.atYears === undefined)
    problems.push({ keys, message: 'missing atYears: with a latency, an anchor holds at a time' });
  if (anchor.resolve === 'planned')
    problems.push({
      keys: [...keys, 'resolve'],
      message: 'the anchor of a subtype is solved in every truth and world: resolve: planned does nothing',
    });
  return problems;
}

function checkCorrelation(truth: TruthSpec): CrossProblem[] {
  const blocks = blocksOf(truth);
  const correlated = blocks.filter(([, block]) => block.correlation !== undefined);
  if (correlated.length === 0) return [];
  const keys = ['truth', correlated[0][0], 'correlation'];
  if (correlated.length > 1)
    return [{ keys, message: 'correlation is stated twice; it belongs to the pair' }];
  return blocks.length === 2 && blocks.every(([, block]) => block.model === 'statedRates')
    ? []
    : [{ keys, message: 'correlation needs stated rates of both endpoints' }];
}
