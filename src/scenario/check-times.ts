import { unknownWord } from '../numeric/closest-word.ts';
import type { HazardRatio } from '../outcomes/competing-schema.ts';
import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import type { EndpointSpec, TruthSpec } from '../outcomes/truth-schema.ts';
import { DAYS_A_YEAR } from '../trial/accrual.ts';
import { createAccrualPace } from '../trial/accrual-pace.ts';
import { isTimeClaim, type TimeClaim } from '../trial/claims/definition.ts';
import { claims } from '../trial/claims/index.ts';
import { armSizes, followUpOf, statedClaims } from '../trial/design.ts';
import type { FollowUp } from '../trial/follow-up/definition.ts';
import { followUps } from '../trial/follow-up/index.ts';
import { statedIn } from '../trial/one-of-registry.ts';
import { plannedEvents } from '../trial/sequential-design.ts';
import { timeTests } from '../trial/time-tests/index.ts';
import { yearsWords } from '../trial/years-words.ts';
import type { CrossProblem } from './cross-problem.ts';
import type { Scenario } from './scenario-schema.ts';

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

/** A claim on times with where the design states it. */
interface StatedTimeClaim {
  readonly claim: TimeClaim;
  readonly keys: readonly PropertyKey[];
}

function statedTimeClaims({ design }: Pick<Scenario, 'design'>): StatedTimeClaim[] {
  return statedClaims(design).flatMap(({ name, parameters, path }): StatedTimeClaim[] => {
    const claim = claims[name].create(parameters);
    return isTimeClaim(claim) ? [{ claim, keys: ['design', ...path] }] : [];
  });
}

/** Claims on times look at failures that have times, and at events that there are. */
export function checkTimeClaims(scenario: Scenario, truth: TruthSpec): CrossProblem[] {
  return statedTimeClaims(scenario).flatMap(({ claim, keys }): CrossProblem[] => {
    const block = truth[claim.endpoint.name] as EndpointSpec | undefined;
    if (!block) return [];
    const missing = truth.competing ? undefined : missingEvent(claim);
    return [
      ...(block.latency
        ? []
        : [
            {
              keys: [...keys, 'endpoint'],
              message: `the design looks at times of ${claim.endpoint.label}, but the truth gives it no latency`,
            },
          ]),
      ...(missing
        ? [
            {
              keys: [...keys, ...missing.keys],
              message: `the design looks at ${missing.event}, but the truth has no competing events`,
            },
          ]
        : []),
    ];
  });
}

/** The first event that a claim names beside the endpoint's failure; death competes unasked, and then needs none. */
function missingEvent({ events: { countsAsFailure, competing } }: TimeClaim) {
  const [event] = countsAsFailure;
  if (event) return { event, keys: ['countsAsFailure', 0] };
  return competing.includes('metastasis') ? { event: 'metastasis', keys: ['competing'] } : undefined;
}

/** Follow-up reaches the times that claims look at, and waits for no more failures than there are patients. */
export function checkFollowUp(scenario: Scenario): CrossProblem[] {
  const { design, arms } = scenario;
  if (!design.followUp) return [];
  const followUp = followUpOf(design.followUp);
  const { name } = statedIn(followUps, design.followUp);
  const [control, ...tested] = armSizes(design, Object.keys(arms).length);
  // Of several comparisons each waits for failures of its own two arms
  const patients = control + (design.comparisons ? Math.min(...tested) : tested.reduce((a, b) => a + b, 0));
  return [
    ...statedTimeClaims(scenario).flatMap(({ claim, keys }) =>
      timeProblem(followUp, claim, keys, name, design.accrual?.surgeryAfterDays ?? 0),
    ),
    ...eventProblems(scenario, followUp, patients),
  ];
}

function timeProblem(
  { perPatientYears = Infinity, withinYears = Infinity }: FollowUp,
  { time }: TimeClaim,
  keys: readonly PropertyKey[],
  name: string,
  surgeryAfterDays: number,
): CrossProblem[] {
  const longest = Math.min(perPatientYears, withinYears - surgeryAfterDays / DAYS_A_YEAR);
  if (longest >= time) return [];
  const message = `follow-up (${name}) is shorter than the endpoint’s time: nobody is followed for more than ${yearsWords(Math.max(0, Number(longest.toPrecision(3))))}`;
  return [{ keys: [...keys, 'atYears'], message }];
}

function eventProblems({ design }: Scenario, { events }: FollowUp, patients: number): CrossProblem[] {
  const tooMany = (count: number): string => `${count} failures of ${patients} patients cannot be`;
  const { groupSequential } = design;
  const planned = groupSequential && plannedEvents(groupSequential, undefined);
  return [
    ...(events !== undefined && events > patients
      ? [{ keys: ['design', 'followUp', 'events', 'number'], message: tooMany(events) }]
      : []),
    ...(planned !== undefined && planned > patients
      ? [{ keys: ['design', 'groupSequential', 'plannedEvents'], message: tooMany(planned) }]
      : []),
  ];
}

/** Years for which the last patient is followed, as far as the plan says; −∞ where failures decide when it ends. */
function leastFollowUp(
  { design, arms }: Scenario,
  { leastYears, withinYears = Infinity, events }: FollowUp,
): number {
  if (leastYears !== undefined) return leastYears;
  if (events !== undefined || !design.accrual) return -Infinity;
  const total = armSizes(design, Object.keys(arms).length).reduce((a, b) => a + b, 0);
  const lastDay = createAccrualPace(design.accrual, design.centres ?? 1).dayOf(total);
  return withinYears - (lastDay + design.accrual.surgeryAfterDays) / DAYS_A_YEAR;
}

/** What is not wrong with claims on times, but worth saying. */
export function timeWarnings(scenario: Scenario): string[] {
  const followUp = scenario.design.followUp && followUpOf(scenario.design.followUp);
  return statedTimeClaims(scenario).flatMap(({ claim }): string[] => {
    const { disagreement, margins } = claim.times;
    const least = followUp ? leastFollowUp(scenario, followUp) : Infinity;
    const isEarly = timeTests[claim.test].looksAt === 'time' && least < claim.time;
    const followed =
      least > 0
        ? `the last patients are followed for ${yearsWords(Number(least.toPrecision(3)))}`
        : 'its follow-up is left to chance';
    const early = isEarly ? [`${claim.test} looks at ${yearsWords(claim.time)}, but ${followed}`] : [];
    const given = margins && claim.times.plannedControlRate! - margins.difference;
    const large =
      given !== undefined && given < claim.times.plannedControlRate! / 2
        ? [
            `the margin gives up more than half of the planned control rate: ${Number((100 * given).toPrecision(3))} % would do`,
          ]
        : [];
    return [...(disagreement ? [disagreement] : []), ...early, ...large];
  });
}
