import { unknownWord } from '../numeric/closest-word.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import type { EndpointSpec, ModelSpec, TruthSpec } from '../outcomes/truth-schema.ts';
import { exceedsLqLimit, LQ_LIMIT_GY } from '../radiobiology/lq-limit.ts';
import type { Phase, Schedule } from '../radiobiology/schedule.ts';
import { readSchedule } from '../radiobiology/schedule-schema.ts';
import type { ArmSpec } from './arm-schema.ts';
import type { CrossProblem } from './cross-problem.ts';
import { statedSchedules } from './planned-arms.ts';
import type { Scenario } from './scenario-schema.ts';

type EndpointKey = keyof typeof endpoints;

/** Models of clonogens, which lose effect by doublings; the others lose dose. */
const CLONOGEN_MODELS = ['residualDisease', 'poisson', 'binomial'];
/** Models that follow clonogens in time by themselves. */
const MODELS_WITH_TIME = ['zaiderMinerbo'];

/** The schedules of the arms, and of the anchors of the block and its subtypes. */
function schedulesOf(
  scenario: Scenario,
  { anchor, bySubtype = {} }: EndpointSpec,
): [where: PropertyKey[], schedule: Schedule][] {
  const ofArms = Object.entries(scenario.arms).flatMap(([arm, spec]) =>
    statedSchedules(spec).map(({ keys, schedule }): [PropertyKey[], Schedule] => [
      ['arms', arm, ...keys],
      schedule,
    ]),
  );
  const anchors: [PropertyKey[], ModelSpec['anchor']][] = [
    [['anchor', 'schedule'], anchor],
    ...Object.entries(bySubtype).map(([subtype, own]): [PropertyKey[], ModelSpec['anchor']] => [
      ['bySubtype', subtype, 'anchor', 'schedule'],
      own.anchor,
    ]),
  ];
  return [
    ...ofArms,
    ...anchors.flatMap(([where, stated]): [PropertyKey[], Schedule][] =>
      stated ? [[where, readSchedule(stated.schedule)]] : [],
    ),
  ];
}

/** Problems between the schedules and what a block says of dose. */
export function checkDose(
  scenario: Scenario,
  truth: TruthSpec,
  name: EndpointKey,
  block: EndpointSpec,
): CrossProblem[] {
  const schedules = schedulesOf(scenario, block);
  const phases = schedules.flatMap(([, schedule]) => schedule.phases);
  return [
    ...checkSurvival(scenario, name, block, schedules),
    ...checkRepopulation(name, block),
    ...checkComplicationOdds(name, block),
    ...checkWords(scenario, name, block, phases),
    ...schedules.flatMap(([where, schedule]) => checkConditions(truth, name, where, schedule)),
  ];
}

/** The factor on dose of the agents of an arm. */
function doseEnhancement({ agents = {} }: EndpointSpec, given: readonly string[]): number {
  return given.reduce((product, agent) => {
    const own = agents[agent];
    return own?.on === 'dose' ? product * own.enhancementRatio : product;
  }, 1);
}

/** Above 10 Gy a fraction the survival law is a choice, not a default; a straight tail has no incomplete repair. */
function checkSurvival(
  scenario: Scenario,
  name: EndpointKey,
  block: EndpointSpec,
  schedules: readonly [PropertyKey[], Schedule][],
): CrossProblem[] {
  const { survival, repair } = block;
  const problems: CrossProblem[] = [];
  const [high] = schedules.filter(([[kind, arm], schedule]) => {
    const agents = kind === 'arms' ? scenario.arms[String(arm)].agents : [];
    return exceedsLqLimit(schedule, block.region, doseEnhancement(block, agents));
  });
  if (high && survival === undefined) {
    const message = `needs survival: more than ${LQ_LIMIT_GY} Gy a fraction is given (${high[0].join('.')}), where the linear-quadratic model is disputed; write survival: linearQuadratic or { linearQuadraticLinear: {} }`;
    problems.push({ keys: ['truth', name], message });
  }
  if (repair && typeof survival === 'object')
    problems.push({
      keys: ['truth', name, 'repair'],
      message: 'incomplete repair is defined for linear-quadratic survival alone',
    });
  for (const model of repair ? modelsOf(block).filter((own) => MODELS_WITH_TIME.includes(own)) : [])
    problems.push({
      keys: ['truth', name, 'repair'],
      message: `${model} takes full repair between fractions`,
    });
  return problems;
}

/** The models of a block, those of its subtypes among them. */
const modelsOf = ({ model, bySubtype = {} }: EndpointSpec): string[] => [
  ...new Set([model, ...Object.values(bySubtype).map((own) => own.model)]),
];

function checkRepopulation(name: EndpointKey, block: EndpointSpec): CrossProblem[] {
  const { repopulation } = block;
  if (!repopulation) return [];
  const keys = ['truth', name, 'repopulation'];
  return modelsOf(block).flatMap((model): CrossProblem[] => {
    if (model === 'statedRates') return [];
    if (MODELS_WITH_TIME.includes(model))
      return [{ keys, message: `${model} has birth and death of clonogens of its own` }];
    return repopulation.doublingTimeDays !== undefined && !CLONOGEN_MODELS.includes(model)
      ? [{ keys, message: `${model} follows EQD2: state lostGyPerDay instead of doublingTimeDays` }]
      : [];
  });
}

/** Odds ratios of agents and of a short interval are those of a complication. */
function checkComplicationOdds(
  name: EndpointKey,
  { agents = {}, shortInterval }: EndpointSpec,
): CrossProblem[] {
  if (!endpoints[name].eventIsGood) return [];
  const message = `an odds ratio is that of a complication; ${name} has none`;
  return [
    ...Object.entries(agents)
      .filter(([, { oddsRatio }]) => oddsRatio !== 1)
      .map(([agent]) => ({ keys: ['truth', name, 'agents', agent, 'oddsRatio'], message })),
    ...(shortInterval ? [{ keys: ['truth', name, 'shortInterval'], message }] : []),
  ];
}

/** Regions, radiations and agents that the block names must be there, and what the schedules give must be described. */
function checkWords(
  scenario: Scenario,
  name: EndpointKey,
  block: EndpointSpec,
  phases: readonly Phase[],
): CrossProblem[] {
  const keys = (...path: string[]): PropertyKey[] => ['truth', name, ...path];
  const regions = [...new Set(phases.flatMap(({ regionsGy }) => Object.keys(regionsGy ?? {})))];
  const radiations = [...new Set(phases.flatMap(({ radiation }) => radiation ?? []))];
  const agents = [...new Set(Object.values(scenario.arms).flatMap((arm) => arm.agents))];
  const { region } = block;
  return [
    ...(region !== undefined && !regions.includes(region)
      ? [{ keys: keys('region'), message: unknownWord('region', region, regions) }]
      : []),
    ...radiations
      .filter((radiation) => !Object.hasOwn(block.radiations ?? {}, radiation))
      .map((radiation) => ({
        keys: keys(),
        message: `missing radiations.${radiation}: an arm is given ${radiation}`,
      })),
    ...Object.keys(block.radiations ?? {})
      .filter((radiation) => !radiations.includes(radiation))
      .map((radiation) => ({
        keys: keys('radiations', radiation),
        message: unknownWord('radiation', radiation, radiations),
      })),
    ...Object.keys(block.agents ?? {})
      .filter((agent) => !agents.includes(agent))
      .map((agent) => ({ keys: keys('agents', agent), message: unknownWord('agent', agent, agents) })),
  ];
}

/** A conditional phase hangs on a characteristic that is present or absent. */
function checkConditions(
  { cohort }: TruthSpec,
  name: EndpointKey,
  where: readonly PropertyKey[],
  { phases }: Schedule,
): CrossProblem[] {
  const keys = where[0] === 'arms' ? where : ['truth', name, ...where];
  return [...new Set(phases.flatMap(({ onlyIf }) => onlyIf ?? []))].flatMap((condition): CrossProblem[] => {
    if (!Object.hasOwn(cohort.heterogeneity, condition)) {
      const message = unknownWord('characteristic', condition, Object.keys(cohort.heterogeneity));
      return [{ keys, message }];
    }
    const laws = [cohort, ...Object.values(cohort.subtypes)].flatMap(
      ({ heterogeneity }) => heterogeneity[condition] ?? [],
    );
    const isBinary = (law: (typeof laws)[number]): boolean =>
      law === 0 || law === 1 || (typeof law === 'object' && law !== null && 'bernoulli' in law);
    return laws.every(isBinary)
      ? []
      : [{ keys, message: `${condition} must be present or absent: a bernoulli, 0 or 1` }];
  });
}

/** Agents and heating that no block of the truth describes: not wrong, but said. */
export function idleTreatments(scenario: Scenario, blocks: readonly EndpointSpec[]): string[] {
  const withBiology = blocks.filter(({ model }) => model !== 'statedRates');
  if (withBiology.length === 0) return [];
  const arms = Object.entries(scenario.arms);
  const isHeated = (arm: ArmSpec): boolean =>
    statedSchedules(arm).some(({ schedule }) =>
      schedule.phases.some(({ hyperthermia }) => hyperthermia !== undefined),
    );
  const idle = arms.flatMap(([, { agents }]) =>
    agents.filter(
      (agent) => !withBiology.some((block) => block.agents && Object.hasOwn(block.agents, agent)),
    ),
  );
  return [
    ...[...new Set(idle)].map((agent) => `the agent ${agent} does nothing: no endpoint describes it`),
    ...(arms.some(([, arm]) => isHeated(arm)) && !withBiology.some(({ hyperthermia }) => hyperthermia)
      ? ['hyperthermia does nothing: no endpoint describes it']
      : []),
  ];
}
