import { calculators } from '../../trial/calculators/index.ts';
import { competingIncidences } from '../../trial/competing-incidences.ts';
import type { EventPlan } from '../../trial/events/definition.ts';
import { eventFormulas } from '../../trial/events/index.ts';
import { rareEvents } from '../../trial/rare-events.ts';
import type { TwoArmPlan } from '../../trial/sample-size/definition.ts';
import { waldSize } from '../../trial/sample-size/wald.ts';
import {
  differenceOfHazardRatio,
  disagreementWords,
  hazardRatioOfDifference,
  impliedControlRate,
  marginScales,
} from '../../trial/time-margin.ts';
import type { Figures } from '../case-definition.ts';
import type { TrialCalculators, TrialInputs } from './trial-inputs.ts';

const planOf = (inputs: TrialInputs): EventPlan => ({
  hazardRatio: inputs.hazardRatio,
  nullHazardRatio: inputs.nullHazardRatio,
  allocation: inputs.allocation ?? 1,
  level: { alpha: inputs.oneSidedAlpha, sides: 1 },
  eventProbability: rareEvents,
});

/** Numbers of a calculator by its name. */
function ask(kind: string, parameters: object): Record<string, number> {
  const { parameters: schema, solve } = calculators[kind];
  return solve(schema.parse(parameters)).numbers as Record<string, number>;
}

/** Both arms exponential, the control’s by its median. */
function withMedian(inputs: TrialInputs): Record<string, unknown> {
  const { medianYears, hazardRatio, oneSidedAlpha, allocation } = inputs;
  const { accrualYears, followUpYears, loss, lossByYears, power, total } = inputs;
  const stated = { hazardRatio, oneSidedAlpha, allocation, accrualYears, followUpYears, loss, lossByYears };
  return {
    controlRate: 0.5,
    atYears: medianYears,
    ...stated,
    ...(total === undefined ? { power } : { total }),
  };
}

function sizeWithMedian(inputs: TrialInputs): Figures {
  const of = (method: string) => ask('logRank', { ...withMedian(inputs), method });
  const [schoenfeld, lachinFoulkes] = ['schoenfeld', 'lachinFoulkes'].map(of);
  return {
    schoenfeldEvents: schoenfeld.unroundedEvents,
    schoenfeldTotal: schoenfeld.unroundedTotal,
    lachinFoulkesEvents: lachinFoulkes.unroundedEvents,
    lachinFoulkesTotal: lachinFoulkes.unroundedTotal,
  };
}

function logRankDesign(inputs: TrialInputs): Figures {
  const { unroundedEvents, events, unroundedTotal, total, power, marginDifference } = ask('logRank', inputs);
  return { unroundedEvents, events, unroundedTotal, total, power, marginDifference };
}

/** Power of the score with its drift and variance by quadrature. */
function scorePower(inputs: TrialInputs): Figures {
  const stated = 'medianYears' in inputs ? withMedian(inputs) : inputs;
  const byMethod = ask('logRank', stated).byMethod as unknown as Record<string, { power: number }>;
  return { power: byMethod.scoreByQuadrature.power };
}

const proportionPlan = (inputs: TrialInputs): TwoArmPlan => ({
  controlRate: inputs.controlRate,
  experimentalRate: inputs.controlRate,
  margin: inputs.margin,
  level: { alpha: inputs.oneSidedAlpha, sides: 1 },
  allocation: 1,
});

/** Patients of all arms, Wald’s formula for each two of them, and more for those who get lost. */
function trialSize(inputs: TrialInputs): Figures {
  const perArm = waldSize.size(proportionPlan(inputs), inputs.power);
  return {
    hazardRatio: hazardRatioOfDifference(inputs.controlRate, inputs.margin),
    perArm: Math.ceil(perArm),
    total: Math.ceil((inputs.arms * perArm) / (1 - inputs.lostShare)),
  };
}

/** Events without interim looks, and patients for the number of events that the trial plans. */
function eventDrivenTrial({ events, power, lostShare, ...inputs }: TrialInputs): Figures {
  const fixed = ask('logRank', { ...inputs, power });
  const planned = ask('logRank', { ...inputs, events });
  return {
    hazardRatio: fixed.nullHazardRatio,
    fixedEvents: fixed.unroundedEvents,
    totalFollowed: planned.total,
    total: Math.ceil(planned.unroundedTotal / (1 - lostShare)),
  };
}

function twoMargins({ controlRate, hazardRatio, difference }: TrialInputs): Figures {
  const scales = marginScales({ hazardRatio, difference, leads: 'hazardRatio' }, controlRate);
  return {
    impliedControlRate: impliedControlRate(difference, hazardRatio),
    hazardRatioOfDifference: hazardRatioOfDifference(controlRate, difference),
    warning: disagreementWords(scales),
  };
}

/** Time to an event. */
export const eventCalculators: TrialCalculators = {
  'Schoenfeld events': (inputs) => {
    const unrounded = eventFormulas.schoenfeld.events(planOf(inputs), inputs.power);
    return { eventsUnrounded: unrounded, events: Math.ceil(unrounded) };
  },
  'Freedman events': (inputs) => ({
    eventsUnrounded: eventFormulas.freedman.events(planOf(inputs), inputs.power),
  }),
  'log-rank size, exponential arms': sizeWithMedian,
  'log-rank design': logRankDesign,
  'log-rank power by quadrature': scorePower,
  'normal power of the Wald test': (inputs) => ({
    power: waldSize.power(proportionPlan(inputs), inputs.perArm),
  }),
  'non-inferiority trial size, Wald, with loss': trialSize,
  'event-driven non-inferiority trial': eventDrivenTrial,
  'cumulative incidence at constant hazards': ({ hazardPerYear, competingHazardPerYear, atYears }) => ({
    ...competingIncidences(hazardPerYear, competingHazardPerYear, atYears),
  }),
  'hazard ratio of a difference': ({ controlRate, difference }) => ({
    hazardRatio: hazardRatioOfDifference(controlRate, difference),
  }),
  'difference of a hazard ratio': ({ controlRate, hazardRatio }) => ({
    difference: differenceOfHazardRatio(controlRate, hazardRatio),
  }),
  'two margins': twoMargins,
};
